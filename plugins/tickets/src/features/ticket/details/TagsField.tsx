import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { MAX_TAGS, tagSchema } from '@portaldesk/plugin-tickets-common';
import { type FormEvent, useState } from 'react';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Flex, makeStyles, RemovableTag, TextField } from '../../../ui';

const useStyles = makeStyles(
  {
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-2)',
      listStyle: 'none',
      margin: '0 0 var(--bui-space-2)',
      padding: 0,
    },
    input: { flex: '1 1 auto', minWidth: 0 },
  },
  { name: 'PortaldeskTagsField' },
);

/** The tags of a ticket; each can be taken away, and others added. */
export function TagsField(props: {
  tags: readonly string[];
  isDisabled: boolean;
  /**
   * @param edit - gives the tags from those that the ticket has by then
   * @returns whether the ticket has these tags now
   */
  onChange: (edit: (tags: readonly string[]) => string[]) => Promise<boolean>;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { tags, isDisabled } = props;
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();

  const type = (text: string) => {
    setTyped(text);
    setError(undefined);
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const read = tagsOf(typed).map(text => tagSchema.safeParse(text));
    const added = read.flatMap(({ data }) => (data === undefined ? [] : data));
    if (added.length < read.length) {
      setError(t('tags.wrong'));
      return;
    }
    const withAdded = (others: readonly string[]) => [
      ...new Set([...others, ...added]),
    ];
    const all = withAdded(tags);
    if (all.length > MAX_TAGS) {
      setError(t('tags.tooMany', { max: String(MAX_TAGS) }));
      return;
    }
    if (all.length === tags.length || (await props.onChange(withAdded))) {
      setTyped('');
    }
  };

  return (
    <div>
      {tags.length > 0 && (
        <ul className={classes.tags} aria-label={t('column.tags')}>
          {tags.map(tag => (
            <li key={tag}>
              <RemovableTag
                removeLabel={t('tags.remove', { tag })}
                onRemove={() =>
                  props.onChange(others => others.filter(one => one !== tag))
                }
              >
                {tag}
              </RemovableTag>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add} noValidate>
        <Flex gap="2" align="end">
          <TextField
            className={classes.input}
            label={t('bulk.addTags')}
            error={error}
            value={typed}
            onChange={type}
          />
          <Button
            type="submit"
            variant="secondary"
            isDisabled={isDisabled || tagsOf(typed).length === 0}
          >
            {t('tags.add')}
          </Button>
        </Flex>
      </form>
    </div>
  );
}

/** Several tags that were typed, separated by commas. */
function tagsOf(typed: string): string[] {
  return typed
    .split(',')
    .map(text => text.trim())
    .filter(text => text !== '');
}
