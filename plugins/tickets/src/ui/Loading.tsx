import LinearProgress from '@material-ui/core/LinearProgress';

/** That something is on its way, also for those who cannot see it. */
export function Loading(props: { label: string }) {
  return <LinearProgress aria-label={props.label} />;
}
