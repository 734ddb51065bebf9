const REACHABLE =
  'input:not([type="hidden"]):not([tabindex="-1"]), textarea, select, button, a[href], [tabindex="0"]';

/**
 * Puts the focus to the first element within another that takes it. Nothing
 * happens where there is none, or where it is a field that opens a list by
 * that, which covers what one has not read yet.
 */
export function focusFirst(within: Element | null): void {
  const reachable = within?.querySelectorAll<HTMLElement>(REACHABLE) ?? [];
  const first = Array.from(reachable).find(
    element =>
      !element.matches(':disabled') && !element.closest('[aria-hidden="true"]'),
  );
  if (first?.getAttribute('role') !== 'combobox') {
    first?.focus();
  }
}
