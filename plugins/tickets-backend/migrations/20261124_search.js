// @ts-check

/*
 * The words of tickets and messages that there are already come later, by the
 * backfills `ticket-texts` and `message-texts`: to read in a million would keep
 * the backend from its start for many minutes.
 */

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
