import type { Knex } from 'knex';
import { insertRows } from '../sql/insertRows';
import type { NewText } from './NewText';

/** A text as it has to be, of a ticket or of a message. */
export type WantedText = Omit<NewText, 'field'> & {
  readonly field?: string | null;
  readonly message_seq?: number | string;
};

/** A text as it is. */
export interface TextRow {
  readonly seq: number | string;
  readonly ticket_id: string;
  readonly source: string;
  readonly field: string | null;
  readonly message_seq: number | string | null;
  readonly words: string;
}

export interface TextDifferences {
  readonly missing: readonly WantedText[];
  /** With the words that they have to have. */
  readonly wrong: readonly TextRow[];
  readonly superfluous: readonly TextRow[];
}

/** What it takes to make the texts that there are those that have to be. */
export function textDifferences(
  wanted: readonly WantedText[],
  present: readonly TextRow[],
): TextDifferences {
  const wantedByKey = new Map(wanted.map(text => [keyOf(text), text]));
  const wrong: TextRow[] = [];
  const superfluous: TextRow[] = [];
  for (const text of present) {
    const key = keyOf(text);
    const right = wantedByKey.get(key);
    // the second one of the same text finds none
    wantedByKey.delete(key);
    if (!right) {
      superfluous.push(text);
    } else if (right.words !== text.words) {
      wrong.push({ ...text, words: right.words });
    }
  }
  return { missing: [...wantedByKey.values()], wrong, superfluous };
}

export async function mendTexts(
  knex: Knex,
  { missing, wrong, superfluous }: TextDifferences,
): Promise<void> {
  if (superfluous.length > 0) {
    await knex('ticket_texts')
      .whereIn(
        'seq',
        superfluous.map(({ seq }) => seq),
      )
      .delete();
  }
  for (const { seq, words } of wrong) {
    await knex('ticket_texts').where({ seq }).update({ words });
  }
  await insertRows(knex, [{ table: 'ticket_texts', rows: missing }]);
}

function keyOf(text: Omit<WantedText, 'words'> | Omit<TextRow, 'words'>) {
  return JSON.stringify([
    text.ticket_id,
    text.source,
    text.field ?? null,
    text.message_seq === undefined || text.message_seq === null
      ? null
      : Number(text.message_seq),
  ]);
}
