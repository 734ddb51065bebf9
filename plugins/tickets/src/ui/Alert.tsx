import { Alert as BuiAlert } from '@backstage/ui';
import type { PropsWithChildren, ReactNode } from 'react';

/** Something that people should know before they go on; screen readers say it at once. */
export function Alert(
  props: PropsWithChildren<{
    status: 'info' | 'warning' | 'danger';
    action?: ReactNode;
  }>,
) {
  return (
    <BuiAlert
      role="alert"
      status={props.status}
      icon
      description={props.children}
      customActions={props.action}
    />
  );
}
