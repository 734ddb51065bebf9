import { useBreakpoint } from '@backstage/ui';

/** Whether the screen has no room for what stands side by side. */
export function useIsNarrow(): boolean {
  return useBreakpoint().down('md');
}

/** Whether the screen has room for a column beside a table. */
export function useIsWide(): boolean {
  return useBreakpoint().up('lg');
}
