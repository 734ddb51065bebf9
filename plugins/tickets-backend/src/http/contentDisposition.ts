/**
 * The header `Content-Disposition` (RFC 6266) with the name of a file: in full
 * for clients that support RFC 8187, in ASCII for others.
 *
 * @param name - without control characters and lone surrogates
 */
export function contentDisposition(
  type: 'attachment' | 'inline',
  name: string,
): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
