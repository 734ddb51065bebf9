import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  channelSchema,
  lightSchema,
  statusTypeSchema,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { type Choosable, useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import type { FilterName, ListFilter } from '../listFilter';

/** One of the filters, and how its values are chosen. */
export type FilterField = {
  id: string;
  title: string;
  /** The filters of the API that it sets. */
  names: readonly FilterName[];
} & (
  | { kind: 'choice'; options: readonly { id: string; title: string }[] }
  | { kind: 'entity'; choosable: Choosable; none?: string }
  | { kind: 'words'; hint: string }
  | { kind: 'span' }
  | { kind: 'flag' }
);

/** The names of what begins and what ends a span of time. */
export const SPANS = {
  created: ['createdFrom', 'createdTo'],
  updated: ['updatedFrom', 'updatedTo'],
  ended: ['endedFrom', 'endedTo'],
  due: ['dueFrom', 'dueTo'],
} as const;

const STARS = ['5', '4', '3', '2', '1'];

/** All filters of a list that the reader can use, in the order of the menu. */
export function useFilterFields(): FilterField[] {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  return useMemo(() => {
    const works = desk?.caller.agent === true || desk?.caller.admin === true;
    const choice = (
      id: FilterName & keyof ListFilter,
      title: string,
      options: readonly { id: string; title: string }[],
    ): FilterField[] =>
      options.length > 0
        ? [{ id, title, names: [id], kind: 'choice', options }]
        : [];
    const entity = (
      id: FilterName,
      title: string,
      choosable: Choosable,
      none?: string,
    ): FilterField => ({
      id,
      title,
      names: [id],
      kind: 'entity',
      choosable,
      none,
    });
    const span = (id: keyof typeof SPANS): FilterField => ({
      id,
      title: t(`filters.span.${id}`),
      names: SPANS[id],
      kind: 'span',
    });
    const flag = (id: 'overdue' | 'unread' | 'watching'): FilterField => ({
      id,
      title: t(`filters.flag.${id}`),
      names: [id],
      kind: 'flag',
    });
    const words = (id: 'tag' | 'field'): FilterField => ({
      id,
      title: t(`filters.words.${id}`),
      names: [id],
      kind: 'words',
      hint: t(`filters.words.${id}Hint`),
    });
    return [
      ...choice(
        'light',
        t('field.light'),
        lightSchema.options.map(id => ({ id, title: t(`light.${id}`) })),
      ),
      ...choice('priority', t('field.priority'), desk?.priorities ?? []),
      ...choice('category', t('field.category'), desk?.categories ?? []),
      ...choice('status', t('field.status'), desk?.statuses ?? []),
      ...(works
        ? choice(
            'type',
            t('filters.type'),
            statusTypeSchema.options.map(id => ({
              id,
              title: t(`statusType.${id}`),
            })),
          )
        : []),
      entity('assignee', t('field.assignee'), 'user', t('none.assignee')),
      entity('team', t('field.team'), 'group', t('none.team')),
      entity('requester', t('field.requester'), 'user'),
      entity(
        'organisation',
        t('field.organisation'),
        'group',
        t('filters.none'),
      ),
      entity('asset', t('field.asset'), 'asset'),
      entity('entity', t('filters.entity'), 'asset'),
      entity('system', t('field.system'), 'system', t('filters.none')),
      ...(works ? [words('tag'), span('due'), flag('overdue')] : []),
      span('created'),
      span('updated'),
      span('ended'),
      words('field'),
      flag('unread'),
      flag('watching'),
      ...choice(
        'visibility',
        t('field.visibility'),
        visibilitySchema.options.map(id => ({
          id,
          title: t(`visibility.${id}`),
        })),
      ),
      ...choice(
        'channel',
        t('filters.channel'),
        channelSchema.options.map(id => ({ id, title: t(`channel.${id}`) })),
      ),
      ...choice(
        'rating',
        t('filters.rating'),
        STARS.map(id => ({ id, title: t('filters.stars', { stars: id }) })),
      ),
    ];
  }, [desk, t]);
}

/** The values that a field has in a filter, as texts. */
export function valuesOf(field: FilterField, filter: ListFilter): string[] {
  return field.names.flatMap(name => {
    const value = filter[name];
    return value === undefined ? [] : [value].flat().map(String);
  });
}
