/**
 * Saves what was read or made here on the reader's computer; what only a
 * request with a token can read cannot be linked to.
 */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
