import { pick } from '../chance.mjs';
import { api } from '../stage.mjs';
import { listed, withAssets } from './sql.mjs';

/** First the texts, since tickets would be tried one by one otherwise. */
const newest = texts => `
  with found as materialized (${texts})
  ${withAssets(
    `select * from tickets
     where ${listed} and id in (select ticket_id from found)
     order by updated_at desc, id desc limit 25`,
    't.updated_at desc, t.id desc',
  )}`;

/** By the indexes that the desk keeps of the words of all texts. */
const statements = {
  postgres: newest(`
    select ticket_id from ticket_texts
    where array_to_tsvector(string_to_array(words, ' ') || array[
      '/' || source,
      '/a' || (seq >> 14)::text,
      '/b' || (seq >> 17)::text,
      '/c' || (seq >> 20)::text
    ]) @@ ?::tsquery`),
  sqlite: newest(`
    select ticket_id from ticket_texts where seq in (
      select rowid from ticket_texts_fts where ticket_texts_fts match ?)`),
};

/** Full-text search of a word in 0.1% of the tickets, by agents. */
export async function search({ agents, organisation, client, kind, knows }) {
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
