// @ts-check

/**
 * What lists are sorted by where the desk knows no key yet, which an older
 * version leaves out: the same without the order of digits and accents.
 *
 * @param {boolean} onPostgres
 */
function indexes(onPostgres) {
  const subject = onPostgres ? 'subject collate "C"' : 'subject';
  return {
    tickets_by_number_sort_idx: '(coalesce(number_sort, lower(number)), id)',
    tickets_by_subject_sort_idx: `(coalesce(subject_sort, lower(${subject})), id)`,
    tickets_number_count_idx: '(number_count) where number_count is not null',
    tickets_without_sort_keys_idx:
      '(id) where number_sort is null or subject_sort is null',
  };
}

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
  for (const [name, definition] of Object.entries(indexes(onPostgres))) {
    await knex.raw(`create index ${name} on tickets ${definition}`);
  }
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
  for (const name of Object.keys(indexes(onPostgres))) {
    await knex.raw(`drop index ${name}`);
  }
  for (const column of ['number_sort', 'subject_sort', 'number_count']) {
    await knex.raw(`alter table tickets drop column ${column}`);
  }
};
