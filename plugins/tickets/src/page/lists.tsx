import { type ComponentType, lazy, type ReactElement } from 'react';
import { screens } from './screens';

/** One of the pages with lists, in the order of the tabs. */
export interface ListTab {
  /** What links name it by, whatever it is called: `?tab=queue`. */
  id: string;
  /** Below the path of the page. */
  path: string;
  /** As the operator named it; absent: as the plugin names it. */
  title?: string;
  element: ReactElement;
}

/** A screen that is loaded when it is shown for the first time. */
export function lazyScreen<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}

/** The lists where nobody configures them: in the classic frontend system. */
export const defaultLists: readonly ListTab[] = (
  ['mine', 'queue', 'all', 'reports', 'settings', 'mails'] as const
).map(id => {
  const List = lazyScreen(screens[id]);
  return { id, path: id, element: <List /> };
});
