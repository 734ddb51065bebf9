/** A file in TNEF, and by which of its names it is known. */
export interface PackedFile {
  readonly title: string;
  readonly longName?: string;
  /** In the charset of Windows, as old programs write it. */
  readonly oldLongName?: string;
  readonly content: Buffer;
  /** Whether the content is an item of Outlook, in TNEF itself. */
  readonly isItem?: boolean;
}

const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const short = (value: number) => long(value).subarray(0, 2);

function attribute(level: number, id: number, value: Buffer): Buffer {
  const sum = value.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([
    Buffer.from([level]),
    long(id),
    long(value.length),
    value,
    short(sum),
  ]);
}

function property(type: number, id: number, ...values: Buffer[]): Buffer {
  return Buffer.concat([
    short(type),
    short(id),
    long(values.length),
    ...values.flatMap(value => [
      long(value.length),
      value,
      Buffer.alloc((4 - (value.length % 4)) % 4),
    ]),
  ]);
}

/** A property that has a name of its own, before those that matter. */
const named = Buffer.concat([
  short(0x001f),
  short(0x8001),
  Buffer.alloc(16, 7),
  long(1),
  long(6),
  Buffer.from('abc', 'utf16le'),
  Buffer.alloc(2),
  long(1),
  long(4),
  Buffer.from('x\0', 'utf16le'),
]);

function fileOf(file: PackedFile): Buffer {
  const { title, longName, oldLongName, content, isItem } = file;
  const properties = [
    Buffer.concat([short(0x0003), short(0x3705), long(1)]),
    Buffer.concat([short(0x1003), short(0x6001), long(2), long(1), long(2)]),
    named,
    ...(longName
      ? [property(0x001f, 0x3707, Buffer.from(`${longName}\0`, 'utf16le'))]
      : []),
    ...(oldLongName
      ? [property(0x001e, 0x3707, Buffer.from(`${oldLongName}\0`, 'latin1'))]
      : []),
    ...(isItem
      ? [property(0x000d, 0x3701, Buffer.concat([Buffer.alloc(16), content]))]
      : []),
  ];
  return Buffer.concat([
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
    ...(isItem ? [] : [attribute(2, 0x0006800f, content)]),
    attribute(
      2,
      0x00069005,
      Buffer.concat([long(properties.length), ...properties]),
    ),
  ]);
}

/** What Outlook calls `winmail.dat`. */
export function tnef(...files: readonly PackedFile[]): Buffer {
  return Buffer.concat([
    long(0x223e9f78),
    short(1),
    attribute(1, 0x00089006, long(0x00010000)),
    ...files.map(fileOf),
  ]);
}
