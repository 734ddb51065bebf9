/** Marks the button that a key stands for. */
export function shortcutProps(key: string) {
  return { 'data-shortcut': key, 'aria-keyshortcuts': key };
}

/** Presses the button that a key stands for; nothing where there is none. */
export function pressShortcut(key: string): void {
  const button = document.querySelector<HTMLElement>(
    `[data-shortcut="${key}"]`,
  );
  button?.focus();
  button?.click();
}
