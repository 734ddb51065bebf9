// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const onPostgres = knex.client.config.client === 'pg';
  const text = onPostgres ? 'varchar(200) collate "C"' : 'varchar(200)';
  await knex.schema.alterTable('tickets', table => {
    table
      .specificType('number_sort', text)
      .nullable()
      .comment('The number as it is sorted; null: to be filled in');
    table
      .specificType('subject_sort', text)
      .nullable()
      .comment('The subject as it is sorted; null: to be filled in');
    table
      .bigInteger('number_count')
      .nullable()
      .comment('The count that the number was made of');
  });
  // an older version changes a subject without its key
  if (onPostgres) {
    await knex.raw(`
      create function tickets_forget_subject_sort() returns trigger
      language plpgsql as $$
      begin
        new.subject_sort := null;
        return new;
      end $$`);
    await knex.raw(`
      create trigger tickets_subject_sort before update of subject on tickets
      for each row when (
        new.subject <> old.subject
        and new.subject_sort is not distinct from old.subject_sort
      ) execute function tickets_forget_subject_sort()`);
  } else {
    await knex.raw(`
      create trigger tickets_subject_sort after update of subject on tickets
      when new.subject <> old.subject and new.subject_sort is old.subject_sort
      begin
        update tickets set subject_sort = null where id = new.id;
      end`);
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const onPostgres = knex.client.config.client === 'pg';
  await knex.raw(
    `drop trigger if exists tickets_subject_sort${onPostgres ? ' on tickets' : ''}`,
  );
  if (onPostgres) {
    await knex.raw('drop function if exists tickets_forget_subject_sort()');
  }
  for (const column of ['number_sort', 'subject_sort', 'number_count']) {
    await knex.raw(`alter table tickets drop column ${column}`);
  }
};
