import { alertApiRef, useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useMemo } from 'react';

const SHORT = 5_000;

/** Long enough to read what can be undone, and to decide. */
const LONG = 15_000;

/** Something that can be done about what a toast says. */
export interface ToastAction {
  label: string;
  onPress: () => void;
}

/** Says in passing that something worked or failed. */
export interface Toast {
  /** @param action - offered where the portal has toasts; alerts hold text alone */
  success(text: string, action?: ToastAction): void;
  failure(text: string): void;
}

/** Toasts where the portal has them, which is in the new frontend system; else alerts. */
export function useToast(): Toast {
  const toastApi = useApiHolder().get(toastApiRef);
  const alertApi = useApi(alertApiRef);
  return useMemo(
    () =>
      toastApi
        ? {
            success: (title, action) => {
              const toast = toastApi.post({
                title,
                status: 'success',
                timeout: action ? LONG : SHORT,
                description: action && (
                  <Button
                    variant="secondary"
                    onPress={() => {
                      toast.close();
                      action.onPress();
                    }}
                  >
                    {action.label}
                  </Button>
                ),
              });
            },
            failure: title => toastApi.post({ title, status: 'danger' }),
          }
        : {
            success: message =>
              alertApi.post({
                message,
                severity: 'success',
                display: 'transient',
              }),
            failure: message => alertApi.post({ message, severity: 'error' }),
          },
    [toastApi, alertApi],
  );
}
