/**
 * The extensions that name a type, lower case; the first is given to files
 * whose name has none of them.
 */
export const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif', 'jif', 'pjpeg', 'pjp'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp', 'dib'],
  'image/tiff': ['tiff', 'tif', 'dng'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  'application/rtf': ['rtf'],
  'application/zip': [
    'zip',
    ...['3mf', 'epub', 'kmz', 'key', 'numbers', 'odg', 'pages', 'vsdx', 'whl'],
  ],
  'application/gzip': ['gz', 'tgz', 'gzip'],
  'application/x-bzip2': ['bz2', 'tbz', 'tbz2'],
  'application/x-xz': ['xz', 'txz'],
  'application/zstd': ['zst', 'tzst'],
  'application/x-7z-compressed': ['7z'],
  'application/vnd.rar': ['rar'],
  'application/x-tar': ['tar'],
  'application/msword': ['doc', 'dot'],
  'application/vnd.ms-excel': ['xls', 'xlt'],
  'application/vnd.ms-powerpoint': ['ppt', 'pps', 'pot'],
  'application/vnd.ms-outlook': ['msg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    'docx',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': [
    'pptx',
  ],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'video/mp4': ['mp4', 'm4v', 'm4a', 'm4b', '3gp', '3g2'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm', 'mkv'],
  'video/x-msvideo': ['avi'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'ogv', 'opus'],
  'audio/flac': ['flac'],
  'audio/mpeg': ['mp3'],
  'application/json': ['json'],
  'application/yaml': ['yaml', 'yml'],
  'text/csv': ['csv'],
  'text/markdown': ['md', 'markdown'],
  'text/html': ['html', 'htm', 'shtml'],
  'application/xhtml+xml': ['xhtml', 'xht'],
  'application/xml': ['xml', 'xsl', 'xslt', 'xsd', 'rdf', 'rss', 'atom'],
};

/**
 * Extensions of archives and documents that text files have as well: keys of
 * certificates, lists of numbers, translations, definitions of messages. They
 * name their type only where the content does.
 */
export const alsoOfTexts: ReadonlySet<string> = new Set([
  'key',
  'msg',
  'numbers',
  'pages',
  'pot',
]);

/** Types in which browsers may run what the uploader wrote. */
export const activeTypes: ReadonlySet<string> = new Set([
  'image/svg+xml',
  'text/html',
  'application/xhtml+xml',
  'application/xml',
]);

/** Types that are text under a more precise name. */
export const namedTextTypes: ReadonlySet<string> = new Set([
  'application/json',
  'application/yaml',
  'text/csv',
  'text/markdown',
]);

/** Whether content of a type is text, whose charset matters. */
export function isTextual(type: string): boolean {
  return (
    type.startsWith('text/') || /^application\/(?:json|xml|yaml)$/.test(type)
  );
}

/** Raster images: what browsers may show in place, for they run nothing. */
export const rasterTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

/**
 * The extension of a clean file name, lower case, as systems read it: what
 * follows the last dot, wherever that is; empty when there is none.
 */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}
