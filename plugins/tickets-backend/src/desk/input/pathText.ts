/** Where something is in a request: `subject`, `assets[1]`, `query.limit`. */
export function pathText(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>((text, key) => {
      if (typeof key === 'number') {
        return `${text}[${key}]`;
      }
      return text ? `${text}.${String(key)}` : String(key);
    }, '') || 'body'
  );
}
