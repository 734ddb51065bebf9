/** Pictures that browsers draw and that run nothing. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

/** Largest picture that is shown without being asked for, in bytes. */
export const MAX_PICTURE_SIZE = 8_000_000;

/** Largest text that is loaded for a preview, in bytes. */
const MAX_TEXT_SIZE = 5_000_000;

/** Whether a file can be shown as a picture. */
export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType);
}

/**
 * Whether a file can be shown as text: whatever it holds is letters then, and
 * runs nothing. Everything else that is no picture is saved, PDF too: the desk
 * sends it as a download in a sandbox, and a portal frames no foreign content.
 */
export function isReadable(file: { mediaType: string; size: number }) {
  return (
    file.size <= MAX_TEXT_SIZE &&
    /^text\/|^application\/(json|yaml|xml|xhtml\+xml)$/.test(file.mediaType)
  );
}
