import type { ReactNode } from 'react';
import { ErrorState, Loading } from '../ui';

/**
 * Shows what a query has read; before that, that it is on its way or why it
 * failed. What has been read stays when it cannot be refreshed.
 */
export function Loaded<T>(props: {
  query: {
    data: T | undefined;
    error: Error | null;
    refetch: () => unknown;
  };
  /** Said while nothing is there yet. */
  loading: string;
  /** Said when it could not be read. */
  failed: string;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = props.query;
  if (data !== undefined) {
    return <>{props.children(data)}</>;
  }
  return error ? (
    <ErrorState title={props.failed} error={error} onRetry={() => refetch()} />
  ) : (
    <Loading label={props.loading} />
  );
}
