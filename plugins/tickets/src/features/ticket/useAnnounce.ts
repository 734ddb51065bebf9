import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';

/** Says that something worked. */
export function useAnnounce() {
  const alertApi = useApi(alertApiRef);
  return useCallback(
    (message: string) =>
      alertApi.post({ message, severity: 'success', display: 'transient' }),
    [alertApi],
  );
}
