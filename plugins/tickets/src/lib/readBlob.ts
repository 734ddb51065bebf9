/**
 * A picture as an address that every portal shows: what stands in the page itself
 * is allowed by the content security policy that Backstage comes with, and an
 * address of the browser's memory is not.
 */
export async function dataUrlOf(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  return `data:${content.type};base64,${base64Of(bytes)}`;
}

/**
 * The beginning of a text, in the charset that its type names.
 *
 * @param bytes - how much of it is read
 */
export async function textOf(content: Blob, bytes: number): Promise<string> {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(content.type) ?? [];
  return decoderOf(charset).decode(await content.slice(0, bytes).arrayBuffer());
}

/** As many bytes as a function takes arguments everywhere. */
const AT_A_TIME = 8192;

function base64Of(bytes: Uint8Array): string {
  const letters: string[] = [];
  for (let start = 0; start < bytes.length; start += AT_A_TIME) {
    const part = bytes.subarray(start, start + AT_A_TIME);
    letters.push(String.fromCharCode(...part));
  }
  return window.btoa(letters.join(''));
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
