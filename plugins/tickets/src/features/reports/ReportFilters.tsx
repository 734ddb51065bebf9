import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useTitles } from '../../components';
import { useDesk, useEntityNames } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, MultipleChoiceButton } from '../../ui';
import type { ReportFilter } from './useReportFilter';

const NO_TEAMS: string[] = [];

/** Narrows a report to teams, categories and priorities. */
export function ReportFilters(props: {
  filter: ReportFilter;
  onChange: (filter: ReportFilter) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { filter, onChange } = props;
  const { data: desk } = useDesk();
  const titles = useTitles();
  const teams = useMemo(
    () =>
      desk && [
        ...new Set([
          ...(desk.teams.length > 0 ? desk.teams : desk.caller.teams),
          ...(filter.team ?? []),
        ]),
      ],
    [desk, filter.team],
  );
  const nameOf = useEntityNames(teams ?? NO_TEAMS);
  const fields = [
    {
      id: 'team',
      title: t('field.team'),
      options: (teams ?? NO_TEAMS).map(ref => ({
        id: ref,
        title: ref === 'none' ? t('none.team') : nameOf(ref),
      })),
      chosen: filter.team ?? [],
    },
    {
      id: 'category',
      title: t('field.category'),
      options: (desk?.categories ?? []).map(({ id, title }) => ({ id, title })),
      chosen: filter.category ?? [],
    },
    {
      id: 'priority',
      title: t('field.priority'),
      options: (desk?.priorities ?? []).map(({ id }) => ({
        id,
        title: titles.priority(id),
      })),
      chosen: filter.priority ?? [],
    },
  ] as const;
  const isNarrowed = fields.some(({ chosen }) => chosen.length > 0);
  return (
    <>
      {fields
        .filter(({ options }) => options.length > 1)
        .map(({ id, title, options, chosen }) => (
          <MultipleChoiceButton<string>
            key={id}
            label={
              chosen.length === 0
                ? t('filters.any', { field: title })
                : t('filters.some', {
                    field: title,
                    values: options
                      .filter(option => chosen.includes(option.id))
                      .map(option => option.title)
                      .join(', '),
                  })
            }
            menuLabel={title}
            options={options}
            chosen={chosen}
            onChange={values => onChange({ [id]: values })}
          />
        ))}
      {isNarrowed && (
        <Button
          variant="tertiary"
          onPress={() => onChange({ team: [], category: [], priority: [] })}
        >
          {t('filters.clear')}
        </Button>
      )}
    </>
  );
}
