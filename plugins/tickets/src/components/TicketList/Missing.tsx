import { makeStyles } from '../../ui';

const useStyles = makeStyles(
  { root: { color: 'var(--bui-fg-secondary)' } },
  { name: 'PortaldeskMissing' },
);

/** What stands where there is nothing, as large as what is around it. */
export function Missing(props: { text: string }) {
  return <span className={useStyles().root}>{props.text}</span>;
}
