// @ts-check

/** How many texts are read in at once. */
const BATCH = 1000;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const onPostgres = knex.client.config.client === 'pg';
  await knex.schema.createTable('ticket_texts', table => {
    table.comment('The words of all texts that tickets are found by');
    table.bigIncrements('seq');
    table
      .string('ticket_id', 36)
      .notNullable()
      .references('id')
      .inTable('tickets')
      .onDelete('CASCADE');
    table
      .string('source', 16)
      .notNullable()
      .comment('ticket (number and subject), field, or the kind of a message');
    // no foreign key: a message is removed with its ticket only
    table.bigInteger('message_seq').nullable();
    table.string('field', 64).nullable();
    table.text('words').notNullable().comment('With a space between');

    table.index(['ticket_id', 'seq'], 'ticket_texts_ticket_idx');
  });
  if (onPostgres) {
    await readIn(knex);
    // the few texts that came last are looked through one by one, which costs
    // less than to put the words of each into their places at once
    await knex.raw(`
      create index ticket_texts_words_idx on ticket_texts using gin ((
        array_to_tsvector(string_to_array(words, ' ') || array[
          '/' || source,
          '/a' || (seq >> 14)::text,
          '/b' || (seq >> 17)::text,
          '/c' || (seq >> 20)::text
        ])
      )) with (fastupdate = on, gin_pending_list_limit = 256)`);
  } else {
    await knex.raw(`
      create virtual table ticket_texts_fts using fts5(
        words, content = 'ticket_texts', content_rowid = 'seq', tokenize = 'ascii'
      )`);
    for (const [name, event, before, after] of [
      ['insert', 'insert', false, true],
      ['update', 'update of words', true, true],
      ['delete', 'delete', true, false],
    ]) {
      await knex.raw(`
        create trigger ticket_texts_${name} after ${event} on ticket_texts begin
          ${
            before
              ? `insert into ticket_texts_fts (ticket_texts_fts, rowid, words)
                  values ('delete', old.seq, old.words);`
              : ''
          }
          ${
            after
              ? `insert into ticket_texts_fts (rowid, words)
                  values (new.seq, new.words);`
              : ''
          }
        end`);
    }
    await readIn(knex);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (knex.client.config.client !== 'pg') {
    await knex.raw('drop table ticket_texts_fts');
  }
  await knex.schema.dropTable('ticket_texts');
};

/**
 * Reads in what tickets and messages there are.
 *
 * @param {import('knex').Knex} knex
 */
async function readIn(knex) {
  for (let last = ''; ;) {
    const tickets = await knex('tickets')
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'number', 'subject', 'fields');
    if (tickets.length === 0) {
      break;
    }
    last = tickets[tickets.length - 1].id;
    await insert(
      knex,
      tickets.flatMap(({ id, number, subject, fields }) => [
        {
          ticket_id: id,
          source: 'ticket',
          words: wordsOf(`${number} ${subject}`),
        },
        ...Object.entries(JSON.parse(fields))
          .filter(([field]) => !/[\p{Cc}\p{Cs}]/u.test(field))
          .map(([field, value]) => ({
            ticket_id: id,
            source: 'field',
            field,
            words: fieldTexts(value).flatMap(wordsOf),
          })),
      ]),
    );
  }
  for (let last = 0; ;) {
    const messages = await knex('ticket_messages')
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(BATCH)
      .select('seq', 'ticket_id', 'kind', 'body');
    if (messages.length === 0) {
      break;
    }
    last = messages[messages.length - 1].seq;
    await insert(
      knex,
      messages.map(({ seq, ticket_id, kind, body }) => ({
        ticket_id,
        source: kind,
        message_seq: seq,
        words: wordsOf(body),
      })),
    );
  }
}

/**
 * @param {import('knex').Knex} knex
 * @param {{ words: string[] }[]} texts
 */
async function insert(knex, texts) {
  await knex.batchInsert(
    'ticket_texts',
    texts
      .filter(({ words }) => words.length > 0)
      .map(text => ({ ...text, words: text.words.join(' ') })),
    100,
  );
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function fieldTexts(value) {
  if (typeof value === 'string' || typeof value === 'number') {
    return [String(value)];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(fieldTexts)
    : [];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

/**
 * The words of a text, as the desk knows them when this is run.
 *
 * @param {string} text
 */
function wordsOf(text) {
  return (text.match(WORD) ?? [])
    .map(written =>
      [
        ...written
          .toLowerCase()
          .normalize('NFKD')
          .toLowerCase()
          .normalize('NFKD')
          .replace(/[^\p{L}\p{N}]/gu, '')
          .replaceAll('ß', 'ss')
          .replaceAll('ς', 'σ'),
      ]
        .slice(0, 64)
        .join(''),
    )
    .filter(word => word !== '');
}
