// @ts-check

/**
 * What the events that there are mean to deadlines is known: the background has
 * to look at later ones only, which an older version may have written.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const newest = await knex('ticket_events').max({ seq: 'seq' }).first();
  const position = JSON.stringify(Number(newest?.seq ?? 0));
  await knex('ticket_backfills').insert({
    id: 'sla-meanings',
    format: 1,
    begun_at: new Date(),
    position,
    compared: position,
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('ticket_backfills').where({ id: 'sla-meanings' }).delete();
};
