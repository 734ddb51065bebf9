import type {
  Light as LightColor,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { makeStyles } from '../ui';
import { useTitles } from './useTitles';

/** The colours of the traffic light: beside configured ones, all that are not the theme's. */
export const LIGHT_COLORS: Readonly<Record<LightColor, string>> = {
  orange: '#f57c00',
  red: '#d32f2f',
  grey: '#8a8a8a',
  green: '#2e7d32',
};

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
      maxWidth: '100%',
    },
    label: { overflow: 'hidden', textOverflow: 'ellipsis' },
    dot: {
      flex: 'none',
      width: 12,
      height: 12,
      borderRadius: '50%',
      // Keeps the dot visible on any background, and where colours are off.
      border: '1px solid var(--bui-fg-secondary)',
    },
  },
  { name: 'PortaldeskLight' },
);

/** A light and what it means: the colour never stands alone. */
export function Light(props: { light: LightColor; label: string }) {
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <span
        className={classes.dot}
        style={{ backgroundColor: LIGHT_COLORS[props.light] }}
        data-light={props.light}
        aria-hidden
      />
      <span className={classes.label}>{props.label}</span>
    </span>
  );
}

/** The status of a ticket as the caller may know it, with its light. */
export function TicketStatus(props: {
  ticket: Pick<Ticket, 'status' | 'portalStatus' | 'light'>;
}) {
  const titles = useTitles();
  return (
    <Light light={props.ticket.light} label={titles.status(props.ticket)} />
  );
}
