import type { ComponentType } from 'react';
import type { Screens } from './screens';

/**
 * Loads the page and with it what all screens share: the texts, the data, the
 * usual components. Every screen is loaded after it, by its `screens`: bundlers
 * leave out of a chunk what the one that asks for it has, so that all this is
 * loaded once. A screen that is imported from elsewhere gets a copy of it all.
 */
export const loadPage = () => import('.');

type Screen<Name extends keyof Screens> = Awaited<ReturnType<Screens[Name]>>;

/** Loads a screen. */
export async function loadScreen<Name extends keyof Screens>(
  name: Name,
): Promise<Screen<Name>> {
  const { screens } = await loadPage();
  const load: () => Promise<unknown> = screens[name];
  return (await load()) as Screen<Name>;
}

/** Loads a screen that needs no properties, and shows it. */
export async function showScreen(name: ScreenWithoutProps) {
  const Screen: ComponentType = await loadScreen(name);
  return <Screen />;
}

type ScreenWithoutProps = Exclude<keyof Screens, 'ticket' | 'searchResult'>;
