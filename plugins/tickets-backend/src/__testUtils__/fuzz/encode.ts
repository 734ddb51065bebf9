/** Half a character cannot be encoded, and comes as browsers send it. */
export function encodeSegment(value: unknown): string {
  return encodeURIComponent(String(value).replace(/\p{Cs}/gu, '\ufffd'));
}

/** Brackets stand as they are: they make lists and objects of a query. */
export function encodeName(name: string): string {
  return encodeSegment(name).replace(/%5B/g, '[').replace(/%5D/g, ']');
}
