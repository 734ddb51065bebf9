import { usePreference } from '../../lib/usePreference';
import { type Shortcuts, useShortcuts } from '../../ui';

/** Whether single keys do something: those who dictate or mistype can turn that off. */
export function useKeysPreference() {
  return usePreference('keys', true, stored => stored !== false);
}

/** Listens to single keys, unless the reader turned them off. */
export function useKeys(shortcuts: Shortcuts | undefined): void {
  const [isOn] = useKeysPreference();
  useShortcuts(isOn ? shortcuts : undefined);
}
