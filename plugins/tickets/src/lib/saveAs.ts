/**
 * Saves a file on the reader's computer. The answer to a request with a token
 * cannot be linked to: it is kept first.
 */
export function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
