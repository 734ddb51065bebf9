import LinearProgress from '@material-ui/core/LinearProgress';

/** How far something got. */
export function ProgressBar(props: {
  label: string;
  /** From 0 to 1; undefined while it is not known. */
  value: number | undefined;
}) {
  const { label, value } = props;
  return value === undefined ? (
    <LinearProgress aria-label={label} />
  ) : (
    <LinearProgress
      aria-label={label}
      variant="determinate"
      value={Math.round(value * 100)}
    />
  );
}
