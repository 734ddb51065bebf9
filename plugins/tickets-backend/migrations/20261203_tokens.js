// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ticket_tokens', table => {
    table.comment('What lets people in who have no account; no secret is here');
    table.string('id', 36).primary();
    table
      .string('hash', 64)
      .notNullable()
      .unique()
      .comment('SHA-256 of the secret, in hexadecimal');
    table
      .string('purpose', 32)
      .notNullable()
      .comment('What it is good for, and nothing else');
    table
      .string('subject', 255)
      .notNullable()
      .comment('For whom it acts, as a reference');
    table.dateTime('created_at').notNullable();
    table
      .dateTime('expires_at')
      .nullable()
      .index()
      .comment('Null where it holds as long as what it leads to');
    table.dateTime('revoked_at').nullable();
    table.index(['subject', 'purpose']);
  });
  await knex.schema.createTable('ticket_reporters', table => {
    table.comment('Who reported anonymously, of whom only this is known');
    table.string('ref', 255).primary().comment('Random; requester of tickets');
    table
      .string('channel', 64)
      .notNullable()
      .index()
      .comment('Id of the configured channel that they used');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ticket_reporters');
  await knex.schema.dropTable('ticket_tokens');
};
