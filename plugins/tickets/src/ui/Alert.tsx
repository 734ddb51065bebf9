import MuiAlert from '@material-ui/lab/Alert';
import type { PropsWithChildren, ReactNode } from 'react';

/** Something that people should know before they go on. */
export function Alert(
  props: PropsWithChildren<{
    severity: 'info' | 'warning' | 'error';
    action?: ReactNode;
  }>,
) {
  return (
    <MuiAlert severity={props.severity} action={props.action}>
      {props.children}
    </MuiAlert>
  );
}
