/** Replaces the code in a text of one block, where no mark means anything. */
export function withoutCode(text: string): string {
  const ends = endsOfCode(text);
  const start = /\\[^]|`+/g;
  let kept = '';
  let from = 0;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const end = ends.get(found.index);
    if (found[0].startsWith('`') && end !== undefined) {
      kept += `${text.slice(from, found.index)}c`;
      from = end;
      start.lastIndex = end;
    }
  }
  return kept + text.slice(from);
}

/** Where code ends, by the run of backticks that begins it. */
function endsOfCode(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const next = new Map<number, number>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const end = next.get(run.length);
    if (end !== undefined) {
      ends.set(index, end);
    }
    next.set(run.length, index + run.length);
  }
  return ends;
}
