import userEvent from '@testing-library/user-event';

/** Writes a text into a field at once, as pasting it does. */
export async function fill(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

/** The names of the drafts that this browser keeps. */
export function draftNames(): string[] {
  return Object.keys(window.localStorage).filter(name =>
    name.startsWith('portaldesk.'),
  );
}
