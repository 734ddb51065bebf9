import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from '../../ui';

const ShortcutDialog = lazy(() =>
  import('./ShortcutDialog').then(m => ({ default: m.ShortcutDialog })),
);

/** Opens what says which keys do what by `?`, also where the others are turned off. */
export function ShortcutHelp() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcuts({ '?': () => setIsOpen(true) });
  return isOpen ? (
    <Suspense fallback={null}>
      <ShortcutDialog onClose={() => setIsOpen(false)} />
    </Suspense>
  ) : null;
}
