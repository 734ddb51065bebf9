import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import type {
  DeskDescription,
  StatusSummary,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';

const useStyles = makeStyles(
  theme => ({
    /** The colour that the status has in the configuration. */
    color: {
      flex: 'none',
      width: 12,
      height: 12,
      marginRight: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'PortaldeskStatusMenu' },
);

/**
 * The statuses that a ticket may go to. From a status that is no longer
 * configured it may go anywhere, so that it is never stranded.
 */
export function nextStatuses(
  ticket: Ticket,
  desk: DeskDescription | undefined,
): StatusSummary[] {
  if (!ticket.allowedActions.includes('change-status')) {
    return [];
  }
  const statuses = desk?.statuses ?? [];
  const current = statuses.find(({ id }) => id === ticket.status);
  return current
    ? statuses.filter(
        ({ id }) => id !== current.id && current.next.includes(id),
      )
    : statuses;
}

/** A button with the statuses to choose from; absent when there are none. */
export function StatusMenu(props: {
  id: string;
  label: string;
  statuses: StatusSummary[];
  disabled: boolean;
  onChoose: (status: StatusSummary) => void;
}) {
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  if (props.statuses.length === 0) {
    return null;
  }
  const menuId = `${props.id}-menu`;
  return (
    <>
      <Button
        id={props.id}
        variant="outlined"
        disabled={props.disabled}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {props.label}
      </Button>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        // below the button, which Material UI does only when asked to
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(null)}
        MenuListProps={{ 'aria-labelledby': props.id }}
      >
        {props.statuses.map(status => (
          <MenuItem
            key={status.id}
            onClick={() => {
              setAnchor(null);
              props.onChoose(status);
            }}
          >
            {status.color && (
              <span
                className={classes.color}
                style={{ backgroundColor: status.color }}
                aria-hidden
              />
            )}
            {status.title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
