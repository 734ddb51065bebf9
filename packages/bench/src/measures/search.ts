import type { PreparedMeasure } from '../measure';
import { pick } from '../random';
import { type Stage, api } from '../stage';
import { listed, withAssets } from './sql';

/**
 * The newest texts first, as the desk does it: then no further tickets are read
 * than a page has.
 */
const newest = (texts: string) => `
  with found as materialized (${texts})
  ${withAssets(
    `select ticket.*, newest.seq as newest_seq
     from (
       select ticket_id, max(seq) as seq from found
       group by ticket_id order by seq desc
     ) newest
     join tickets ticket on ticket.id = newest.ticket_id
     where ${listed}
     order by newest.seq desc limit 25`,
    't.newest_seq desc',
  )}`;

/** By the indexes that the desk keeps of the words of all texts. */
const statements = {
  postgres: newest(`
    select ticket_id, seq from ticket_texts
    where array_to_tsvector(string_to_array(words, ' ') || array[
      '/' || source,
      '/a' || (seq >> 14)::text,
      '/b' || (seq >> 17)::text,
      '/c' || (seq >> 20)::text
    ]) @@ ?::tsquery`),
  sqlite: newest(`
    select ticket_id, seq from ticket_texts where seq in (
      select rowid from ticket_texts_fts where ticket_texts_fts match ?)`),
};

/** Full-text search of a word in 0.1% of the tickets, by agents. */
export async function search(stage: Stage): Promise<PreparedMeasure> {
  const { agents, organisation, client, kind, knows } = stage;
  const path = knows('/search') ? 'search' : 'tickets';
  return {
    call(send) {
      const query = new URLSearchParams({ text: pick(organisation.markers) });
      return send({
        path: `${api}/${path}?${query}`,
        token: pick(agents).token,
      });
    },
    sql: () => client.query(statements[kind], [pick(organisation.markers)]),
  };
}
