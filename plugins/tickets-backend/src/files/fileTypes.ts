/**
 * The extensions that name a type, lower case; the first is given to files
 * whose name has none of them.
 */
export const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp'],
  'image/tiff': ['tiff', 'tif'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  'application/rtf': ['rtf'],
  'application/zip': ['zip'],
  'application/gzip': ['gz', 'tgz', 'svgz'],
  'application/x-bzip2': ['bz2'],
  'application/x-xz': ['xz'],
  'application/zstd': ['zst'],
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
  'video/mp4': ['mp4', 'm4v', 'm4a'],
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

/** Raster images: what browsers may show in place, for they run nothing. */
export const rasterTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);

/** Extensions of text that a double click runs on a common system. */
export const runnableExtensions: ReadonlySet<string> = new Set(
  (
    'app appref-ms bat cmd com command cpl desktop exe gadget hta inf ins ' +
    'internetconnect isp jar js jse library-ms lnk mht mhtml msc msi msp pif ' +
    'ps1 ps2 psc1 pyw reg scf scr sct search-ms settingcontent-ms shb shs ' +
    'terminal tool url vb vbe vbs webloc wflow workflow ws wsc wsf wsh'
  ).split(' '),
);

/** The extension of a file name, lower case; empty when it has none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
}
