import type { Charset } from './charsets';
import {
  activeTypes,
  alsoOfTexts,
  extensionOf,
  extensionsOf,
  isTextual,
  namedTextTypes,
} from './fileTypes';
import { typeBySignature } from './signatures';

/** What is known of a content. */
export interface ContentFacts {
  /** Its first bytes. */
  readonly beginning: Buffer;
  /** That of its text; undefined for what is no text. */
  readonly charset: Charset | undefined;
}

/**
 * What a content is, from the most precise type to the most general one. The
 * content decides; the name only tells apart what the content leaves open: kinds
 * of text, and kinds of office documents.
 */
export function mediaTypesOf(content: ContentFacts, name: string): string[] {
  return isText(content, name)
    ? textTypes(content, name)
    : binaryTypes(content, name);
}

/**
 * The first of these types that is allowed. Wild cards do not cover types that
 * browsers may run: those have to be named.
 *
 * @param allowed - media types such as `image/png` or `text/*`
 */
export function allowedType(
  types: readonly string[],
  allowed: readonly string[],
): string | undefined {
  return types.find(type =>
    allowed.some(
      pattern =>
        pattern === type ||
        (pattern.endsWith('/*') &&
          type.startsWith(pattern.slice(0, -1)) &&
          !activeTypes.has(type)),
    ),
  );
}

/**
 * Almost any bytes can be Windows-1252: a signature says more, and so does a name
 * that is not one of a text.
 */
function isText({ beginning, charset }: ContentFacts, name: string): boolean {
  if (charset !== 'windows-1252') {
    return charset !== undefined;
  }
  const named = typeNamedBy(name);
  return (
    typeBySignature(beginning) === undefined &&
    (named === '' ||
      alsoOfTexts.has(extensionOf(name)) ||
      isTextual(named) ||
      activeTypes.has(named))
  );
}

function textTypes(
  { beginning, charset }: ContentFacts,
  name: string,
): string[] {
  const text = new TextDecoder(charset).decode(beginning).trim();
  if (text.startsWith('%PDF-')) {
    return ['application/pdf'];
  }
  if (text.startsWith('{\\rtf')) {
    return ['application/rtf'];
  }
  const named = typeNamedBy(name);
  // texts may well be about PDF
  if (named === 'application/pdf' && beginsAsPdf(beginning)) {
    return [named];
  }
  const active =
    activeTypeOf(text) ?? (activeTypes.has(named) ? named : undefined);
  if (active) {
    return [active];
  }
  return namedTextTypes.has(named) ? [named, 'text/plain'] : ['text/plain'];
}

/** What markup begins with, after comments. */
const markup: readonly [type: string, begins: RegExp][] = [
  ['image/svg+xml', /^(?:<\?xml[^]*)?<(?:!doctype\s+)?svg[\s>]/i],
  ['application/xhtml+xml', /^<\?xml[^]*<html[\s>]/i],
  ['application/xml', /^<\?xml/i],
  [
    'text/html',
    /^<(?:!doctype\s+html|html|head|body|script|iframe|style|title|meta|link|object|embed|base|form)[\s>/]/i,
  ],
];

function activeTypeOf(text: string): string | undefined {
  const begun = text.replace(/^(?:\s*<!--[^]*?-->)+/, '').trim();
  return markup.find(([, begins]) => begins.test(begun))?.[0];
}

/** Documents of older offices, which share one signature. */
const oleTypes: ReadonlySet<string> = new Set([
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.ms-outlook',
]);

function binaryTypes({ beginning }: ContentFacts, name: string): string[] {
  const type =
    typeBySignature(beginning) ??
    (beginsAsPdf(beginning) ? 'application/pdf' : 'application/octet-stream');
  const named = typeNamedBy(name);
  if (type === 'application/zip' && isOfficeZip(beginning, named)) {
    return [named, type];
  }
  if (type === 'application/x-ole-storage' && oleTypes.has(named)) {
    return [named, type];
  }
  return [type];
}

/** Programs that show PDF look for its beginning this far. */
function beginsAsPdf(beginning: Buffer): boolean {
  return beginning.subarray(0, 1024).includes('%PDF-');
}

/** Office documents are archives that begin with what they are. */
function isOfficeZip(beginning: Buffer, named: string): boolean {
  return named.startsWith('application/vnd.openxmlformats-')
    ? /\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\//.test(
        beginning.toString('latin1'),
      )
    : named.startsWith('application/vnd.oasis.') &&
        beginning.includes(`mimetype${named}`);
}

function typeNamedBy(name: string): string {
  const extension = extensionOf(name);
  return (
    Object.keys(extensionsOf).find(type =>
      extensionsOf[type].includes(extension),
    ) ?? ''
  );
}
