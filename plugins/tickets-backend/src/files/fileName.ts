import { alsoOfTexts, extensionOf, extensionsOf, isTextual } from './fileTypes';
import { SHELL_OBJECT, runnableExtensions } from './runnableExtensions';

/** Longest name of a file, in UTF-16 units. */
const MAX_LENGTH = 255;

/**
 * Names that mean devices on Windows, whatever their extension, or that tell it
 * how to show or open what lies beside them.
 */
const RESERVED =
  /^(?:con|prn|aux|nul|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$)(?: *\.|$)|^(?:desktop\.ini|autorun\.inf)$/i;

/** Characters that nobody sees, with what can stand around them. */
const UNSEEN = /(.?)([\p{Cf}\p{Default_Ignorable_Code_Point}]+)(?=(.?))/gsu;

/** What joiners join: letters of some scripts, and the parts of emoji. */
const JOINED = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;

/**
 * A name under which a file can be shown and saved without harm: no part of a
 * path, no character that is invisible, turns the direction of writing or means
 * something to a file system. Other names stay as they are.
 */
export function cleanFileName(name: string): string {
  const visible = withoutUnseen(wellFormed(name))
    .replace(/[\s\p{Z}\u2800]/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    // of what stands together only now
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/^.*[\\/]/u, '')
    .replace(/[<>:"|?*]/g, '_');
  const kept = withoutEnds(visible);
  if (!kept) {
    return 'file';
  }
  return shortened(RESERVED.test(kept) ? `_${kept}` : kept);
}

/**
 * Without the dots and spaces at the ends, which Windows drops; one dot at the
 * beginning stays, as in `.env`.
 */
function withoutEnds(name: string): string {
  return withoutEnd(name).replace(/^[. ]*?(\.?)(?=[^. ])/, '$1');
}

/** Looks from the end, for a name may have thousands of dots before it. */
function withoutEnd(name: string): string {
  let { length } = name;
  while (length > 0 && '. '.includes(name[length - 1])) {
    length -= 1;
  }
  return name.slice(0, length);
}

/** Keeps what joins letters and emoji in the stem, and nothing else. */
function withoutUnseen(name: string): string {
  const stem = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return (
    stem.replace(
      UNSEEN,
      (_, before, unseen, after) => before + joinerIn(before, unseen, after),
    ) +
    name
      .slice(stem.length)
      .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
  );
}

function joinerIn(before: string, unseen: string, after: string): string {
  const joins = /^\ufe0f?[\u200c\u200d]?$/.test(unseen) && JOINED.test(before);
  return joins && (JOINED.test(after) || unseen === '\ufe0f') ? unseen : '';
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
  if (mediaType === 'application/xml') {
    // which has more extensions than anybody knows
    return beliesText(extension) ? shortened(`${name}.xml`) : name;
  }
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
    SHELL_OBJECT.test(extension) ||
    (!alsoOfTexts.has(extension) &&
      Object.entries(extensionsOf).some(
        ([type, extensions]) =>
          !isTextual(type) && extensions.includes(extension),
      ))
  );
}

/** What is too long loses the end of its stem, never its extension. */
function shortened(name: string): string {
  if (name.length <= MAX_LENGTH) {
    return name;
  }
  const extension = extensionOf(name);
  const end = extension && extension.length < 32 ? `.${extension}` : '';
  const stem = wellFormed(name.slice(0, MAX_LENGTH - end.length));
  return withoutEnd(stem) + end;
}

/** Half a character, which no encoding has, becomes the sign for that. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
