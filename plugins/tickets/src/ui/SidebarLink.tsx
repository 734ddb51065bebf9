import { SidebarItem, useSidebarOpenState } from '@backstage/core-components';
import type { ComponentType } from 'react';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    badge: {
      minWidth: '1.5em',
      padding: '0 var(--bui-space-1)',
      borderRadius: 'var(--bui-radius-full)',
      backgroundColor: 'var(--bui-accent-bg)',
      color: 'var(--bui-accent-fg)',
      fontSize: 'var(--bui-font-size-1)',
      lineHeight: '1.5em',
      textAlign: 'center',
    },
  },
  { name: 'PortaldeskSidebarLink' },
);

/** Leads to a page from the portal's sidebar, with a number beside its name. */
export function SidebarLink(props: {
  to: string;
  text: string;
  icon: ComponentType<{ fontSize?: 'small' | 'medium' | 'large' | 'inherit' }>;
  badge?: string;
  /** What the number is of. */
  badgeLabel?: string;
}) {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const { to, text, badge, icon: Icon } = props;
  return (
    <SidebarItem
      to={to}
      text={text}
      icon={() => <Icon fontSize="small" />}
      // in the closed sidebar there is room for a dot alone
      hasNotifications={badge !== undefined && !isOpen}
    >
      {badge !== undefined && (
        <span
          className={classes.badge}
          role="img"
          aria-label={props.badgeLabel}
        >
          {badge}
        </span>
      )}
    </SidebarItem>
  );
}
