/**
 * Reads TNEF, the format of Outlook in which `winmail.dat` holds the files of a
 * mail ([MS-OXTNEF]). What is not as the format says ends the reading; all of it
 * takes no longer than the file is long.
 */

const SIGNATURE = 0x223e9f78;

/** Attributes that matter, by the lower half of their ids. */
const RENDERING = 0x9002;
const TITLE = 0x8010;
const DATA = 0x800f;
const PROPERTIES = 0x9005;

/** Properties that matter. */
const NAMES = [0x3707, 0x3704, 0x3001];
const CONTENT = 0x3701;
const CONTENT_ID = 0x3712;

/** Types of properties. */
const OBJECT = 0x000d;
const TEXT = 0x001e;
const UNICODE = 0x001f;
const BINARY = 0x0102;

/** How long values of fixed length are, in bytes, by their type. */
const LENGTHS = new Map([
  [0x0002, 4],
  [0x0003, 4],
  [0x0004, 4],
  [0x0005, 8],
  [0x0006, 8],
  [0x0007, 8],
  [0x000a, 4],
  [0x000b, 4],
  [0x0014, 8],
  [0x0040, 8],
  [0x0048, 16],
]);

/** Before the name of the interface ends that an attached item begins with. */
const INTERFACE = 16;

/** How many items stand in each other, at most. */
const MAX_DEPTH = 5;

/**
 * @typedef {{ filename?: string, content: Buffer, cid?: string }} TnefFile
 * @typedef {{ type: number, id: number, value: Buffer | undefined }} Property
 */

/** Reads bytes one after the other, and never beyond their end. */
class Bytes {
  #at = 0;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  get isAtEnd() {
    return this.#at >= this.bytes.length;
  }

  /** @param {number} length */
  take(length) {
    const end = this.#at + length;
    if (end > this.bytes.length) {
      throw new Error('it ends too soon');
    }
    const taken = this.bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  byte() {
    return this.take(1).readUInt8();
  }

  short() {
    return this.take(2).readUInt16LE();
  }

  long() {
    return this.take(4).readUInt32LE();
  }

  /** A value with its length before it, filled up to whole groups of four bytes. */
  sized() {
    const length = this.long();
    const value = this.take(length);
    this.take((4 - (length % 4)) % 4);
    return value;
  }
}

/**
 * The files in it, with their long names where it has them.
 *
 * @param {Buffer} raw
 * @param {number} [depth]
 * @returns {TnefFile[]}
 * @throws Error where it is no TNEF, or a broken one
 */
function filesOfTnef(raw, depth = 0) {
  const bytes = new Bytes(raw);
  if (bytes.long() !== SIGNATURE) {
    throw new Error('it is no TNEF');
  }
  bytes.short();
  /** @type {{ title?: string, data?: Buffer, properties: Property[] }[]} */
  const parts = [];
  while (!bytes.isAtEnd) {
    bytes.byte();
    const id = bytes.long() & 0xffff;
    const value = bytes.take(bytes.long());
    bytes.short();
    const part = parts.at(-1);
    if (id === RENDERING) {
      parts.push({ properties: [] });
    } else if (id === TITLE && part) {
      part.title = textOf(value, TEXT);
    } else if (id === DATA && part) {
      part.data = value;
    } else if (id === PROPERTIES && part) {
      part.properties = propertiesIn(value);
    }
  }
  return parts.flatMap(part => filesOfPart(part, depth));
}

/**
 * @param {{ title?: string, data?: Buffer, properties: Property[] }} part
 * @param {number} depth
 * @returns {TnefFile[]}
 */
function filesOfPart({ title, data, properties }, depth) {
  const named = (/** @type {number} */ wanted) =>
    properties.find(({ id, value }) => id === wanted && value !== undefined);
  const filename =
    NAMES.map(id => text(named(id))).find(Boolean) || title || undefined;
  const cid = text(named(CONTENT_ID)) || undefined;
  const content = named(CONTENT);
  if (content?.value && content.type === OBJECT) {
    return filesOfItem(content.value.subarray(INTERFACE), filename, depth);
  }
  const whole = data ?? content?.value;
  return whole ? [{ filename, content: whole, ...(cid && { cid }) }] : [];
}

/**
 * Another item of Outlook, such as a mail: its files, or itself.
 *
 * @param {Buffer} content
 * @param {string | undefined} filename
 * @param {number} depth
 * @returns {TnefFile[]}
 */
function filesOfItem(content, filename, depth) {
  const itself = { filename: `${filename ?? 'item'}.tnef`, content };
  if (depth >= MAX_DEPTH) {
    return [itself];
  }
  try {
    return [itself, ...filesOfTnef(content, depth + 1)];
  } catch {
    return [itself];
  }
}

/** @param {Property | undefined} property */
function text(property) {
  return property?.value && textOf(property.value, property.type).trim();
}

/**
 * @param {Buffer} value
 * @param {number} type
 */
function textOf(value, type) {
  const decoder = new TextDecoder(
    type === UNICODE ? 'utf-16le' : 'windows-1252',
  );
  return decoder.decode(value).split('\u0000', 1)[0];
}

/**
 * @param {Buffer} raw
 * @returns {Property[]}
 */
function propertiesIn(raw) {
  const bytes = new Bytes(raw);
  const properties = [];
  for (let left = bytes.long(); left > 0; left -= 1) {
    const type = bytes.short();
    const id = bytes.short();
    if (id >= 0x8000) {
      skipName(bytes);
    }
    properties.push({ type: type & 0xfff, id, value: valueOf(bytes, type) });
  }
  return properties;
}

/** @param {Bytes} bytes */
function skipName(bytes) {
  bytes.take(16);
  if (bytes.long() === 0) {
    bytes.long();
  } else {
    bytes.sized();
  }
}

/**
 * @param {Bytes} bytes
 * @param {number} type
 * @returns {Buffer | undefined} the first one of a value that has a length
 */
function valueOf(bytes, type) {
  const isMultiple = (type & 0x1000) !== 0;
  const single = type & 0xfff;
  const length = LENGTHS.get(single);
  if (length !== undefined) {
    const count = isMultiple ? bytes.long() : 1;
    // one after the other, so that no number of them is believed
    for (let left = count; left > 0; left -= 1) {
      bytes.take(length);
    }
    return undefined;
  }
  if (![OBJECT, TEXT, UNICODE, BINARY].includes(single)) {
    throw new Error('it has properties of an unknown type');
  }
  let first;
  for (let left = bytes.long(); left > 0; left -= 1) {
    const value = bytes.sized();
    first ??= value;
  }
  return first;
}

module.exports = { filesOfTnef };
