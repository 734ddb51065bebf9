import { alertApiRef, useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

const SHORT = 5_000;

/** Says in passing that something worked or failed. */
export interface Toast {
  success(text: string): void;
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
            success: title =>
              toastApi.post({ title, status: 'success', timeout: SHORT }),
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
