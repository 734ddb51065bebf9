import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect } from 'react';

/** On this channel the desk says which tickets changed. */
const CHANNEL = 'tickets';

/**
 * Listens to the desk's signals, where the portal has signals. Unlike the
 * portal's own hook it misses none of those that arrive together.
 */
export function useSignals(onSignal: (signal: unknown) => void): void {
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    const subscription = signals?.subscribe(CHANNEL, onSignal);
    return () => subscription?.unsubscribe();
  }, [signals, onSignal]);
}
