import type { StatusSummary } from '@portaldesk/plugin-tickets-common';
import { makeStyles, MenuButton } from '../../../ui';

const useStyles = makeStyles(
  {
    color: {
      width: '0.75rem',
      height: '0.75rem',
      borderRadius: 'var(--bui-radius-2)',
    },
  },
  { name: 'PortaldeskStatusMenu' },
);

/** A button with the statuses to choose from; absent when there are none. */
export function StatusMenu(props: {
  label: string;
  statuses: readonly StatusSummary[];
  isDisabled: boolean;
  /** The key that opens it. */
  shortcut?: string;
  onChoose: (status: StatusSummary) => void;
}) {
  const classes = useStyles();
  const { statuses } = props;
  return (
    <MenuButton
      label={props.label}
      isDisabled={props.isDisabled}
      shortcut={props.shortcut}
      options={statuses.map(({ id, title, color }) => ({
        id,
        title,
        icon: color ? (
          <span
            className={classes.color}
            // the colour that the status has in the configuration
            style={{ backgroundColor: color }}
            aria-hidden
          />
        ) : undefined,
      }))}
      onChoose={id => {
        const status = statuses.find(option => option.id === id);
        if (status) {
          props.onChoose(status);
        }
      }}
    />
  );
}
