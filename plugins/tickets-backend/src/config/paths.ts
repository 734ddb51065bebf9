/** Of a setting below `tickets`. */
export type Path = readonly PropertyKey[];

/** A path below `tickets` as people write it. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    const name = String(key);
    if (typeof key === 'number') {
      return `${text}[${name}]`;
    }
    return /^[\w-]+$/.test(name)
      ? `${text}.${name}`
      : `${text}[${JSON.stringify(name)}]`;
  }, 'tickets');
}
