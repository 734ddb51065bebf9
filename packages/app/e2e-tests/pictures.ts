import type { Locator } from '@playwright/test';

/** A red dot, as a screenshot in the clipboard. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

/** Pastes a picture as browsers do it, which gives it no name of its own. */
export async function pastePicture(field: Locator) {
  await field.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(
      new File([bytes], 'image.png', { type: 'image/png' }),
    );
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true }),
    );
  }, PICTURE);
}
