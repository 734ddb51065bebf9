import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useEntityNames } from '../../../data';
import { ticketsTranslationRef, useLocale } from '../../../i18n';
import type { ListFilter } from '../listFilter';
import { NONE } from './EntityValues';
import { dayOf } from './days';
import { type FilterField, valuesOf } from './useFilterFields';

/** Says of filters, in words, what they look for. */
export function useFilterText(
  fields: readonly FilterField[],
  filter: ListFilter,
): (field: FilterField) => string {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const refs = useMemo(
    () =>
      fields
        .filter(({ kind }) => kind === 'entity')
        .flatMap(field => valuesOf(field, filter))
        .filter(value => value !== NONE),
    [fields, filter],
  );
  const nameOf = useEntityNames(refs);
  const day = (instant: unknown, isEnd: boolean) =>
    DateTime.fromISO(dayOf(instant, isEnd))
      .setLocale(locale)
      .toLocaleString(DateTime.DATE_MED);

  const spanText = ({ names, title }: FilterField) => {
    const [from, to] = names.map(name => filter[name]);
    const text = [
      from !== undefined && t('filters.since', { day: day(from, false) }),
      to !== undefined && t('filters.until', { day: day(to, true) }),
    ].filter(Boolean);
    return t('filters.some', { field: title, values: text.join(' ') });
  };

  return field => {
    const values = valuesOf(field, filter);
    const titleOf = (value: string) => {
      if (field.kind === 'choice') {
        return field.options.find(({ id }) => id === value)?.title ?? value;
      }
      return field.kind === 'entity' && value !== NONE
        ? nameOf(value)
        : ((field.kind === 'entity' ? field.none : undefined) ?? value);
    };
    if (field.kind === 'span') {
      return spanText(field);
    }
    if (field.kind === 'flag') {
      return t('filters.some', {
        field: field.title,
        values: t(
          values[0] === 'true' ? 'filters.flag.true' : 'filters.flag.false',
        ),
      });
    }
    return t('filters.some', {
      field: field.title,
      values: values.map(titleOf).join(', '),
    });
  };
}
