/** How the contents of a type begin. */
interface Signature {
  readonly mediaType: string;
  /** Hexadecimal; a dot is any digit. */
  readonly bytes: string;
  readonly at?: number;
}

const signatures: readonly Signature[] = [
  { mediaType: 'image/png', bytes: '89504e470d0a1a0a' },
  { mediaType: 'image/jpeg', bytes: 'ffd8ff' },
  { mediaType: 'image/gif', bytes: '474946383761' },
  { mediaType: 'image/gif', bytes: '474946383961' },
  { mediaType: 'image/webp', bytes: '52494646........57454250' },
  { mediaType: 'image/bmp', bytes: '424d........00000000' },
  { mediaType: 'image/tiff', bytes: '49492a00' },
  { mediaType: 'image/tiff', bytes: '4d4d002a' },
  { mediaType: 'image/avif', bytes: '6674797061766966', at: 4 },
  { mediaType: 'image/heic', bytes: '6674797068656963', at: 4 },
  { mediaType: 'image/heif', bytes: '667479706d696631', at: 4 },
  { mediaType: 'application/pdf', bytes: '255044462d' },
  { mediaType: 'application/rtf', bytes: '7b5c727466' },
  { mediaType: 'application/zip', bytes: '504b0304' },
  { mediaType: 'application/zip', bytes: '504b0506' },
  { mediaType: 'application/gzip', bytes: '1f8b08' },
  { mediaType: 'application/x-bzip2', bytes: '425a68..314159265359' },
  { mediaType: 'application/x-xz', bytes: 'fd377a585a00' },
  { mediaType: 'application/zstd', bytes: '28b52ffd' },
  { mediaType: 'application/x-7z-compressed', bytes: '377abcaf271c' },
  { mediaType: 'application/vnd.rar', bytes: '526172211a07' },
  { mediaType: 'application/x-tar', bytes: '7573746172', at: 257 },
  { mediaType: 'application/x-ole-storage', bytes: 'd0cf11e0a1b11ae1' },
  { mediaType: 'video/quicktime', bytes: '6674797071742020', at: 4 },
  { mediaType: 'video/mp4', bytes: '66747970', at: 4 },
  { mediaType: 'video/webm', bytes: '1a45dfa3' },
  { mediaType: 'video/x-msvideo', bytes: '52494646........41564920' },
  { mediaType: 'audio/wav', bytes: '52494646........57415645' },
  { mediaType: 'audio/ogg', bytes: '4f67675300' },
  { mediaType: 'audio/flac', bytes: '664c6143' },
  { mediaType: 'audio/mpeg', bytes: '4944330.00' },
];

/** How many bytes from its beginning a content is recognised by. */
export const SIGNATURE_BYTES = 4096;

/** The type that a content begins as; undefined for no known one. */
export function typeBySignature(beginning: Buffer): string | undefined {
  return signatures.find(({ bytes, at = 0 }) =>
    new RegExp(`^${bytes}`).test(
      beginning.toString('hex', at, at + bytes.length / 2),
    ),
  )?.mediaType;
}
