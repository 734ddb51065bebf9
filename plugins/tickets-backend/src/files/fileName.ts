import { extensionOf, extensionsOf, runnableExtensions } from './fileTypes';

/** Longest name of a file, in UTF-16 units. */
const MAX_LENGTH = 255;

/** Names that mean devices on Windows, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name under which a file can be shown and saved without harm: no part of a
 * path, no character that is invisible, turns the direction of writing or means
 * something to a file system.
 */
export function cleanFileName(name: string): string {
  const visible = wellFormed(name)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Z}]/gu, ' ')
    .replace(/\p{C}/gu, '')
    // of what stands together only now
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/^.*[\\/]/u, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (!visible) {
    return 'file';
  }
  return shortened(DEVICE.test(visible) ? `_${visible}` : visible);
}

/**
 * The name with an extension that does not belie the type, so that saving and
 * opening the file does what its type lets one expect: `photo.png.exe` that is
 * an image becomes `photo.png.exe.png`, `readme.txt.bat` becomes
 * `readme.txt.bat.txt`.
 *
 * @param name - a clean one
 */
export function nameForType(name: string, mediaType: string): string {
  const extension = extensionOf(name);
  const fitting = extensionsOf[mediaType];
  if (fitting) {
    return fitting.includes(extension)
      ? name
      : shortened(`${name}.${fitting[0]}`);
  }
  return mediaType.startsWith('text/') && beliesText(extension)
    ? shortened(`${name}.txt`)
    : name;
}

function beliesText(extension: string): boolean {
  return (
    runnableExtensions.has(extension) ||
    Object.entries(extensionsOf).some(
      ([type, extensions]) =>
        !isTextual(type) && extensions.includes(extension),
    )
  );
}

function isTextual(type: string): boolean {
  return type.startsWith('text/') || /^application\/(?:json|yaml)$/.test(type);
}

/** What is too long loses the end of its stem, never its extension. */
function shortened(name: string): string {
  if (name.length <= MAX_LENGTH) {
    return name;
  }
  const extension = extensionOf(name);
  const end = extension && extension.length < 32 ? `.${extension}` : '';
  return wellFormed(name.slice(0, MAX_LENGTH - end.length)) + end;
}

/** Half a character, which no encoding has, becomes the sign for that. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
