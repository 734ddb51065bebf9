import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ReportFigures,
  ReportGrouping,
  ReportGroups,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { type DataTableSort, PlainTable } from '../../ui';
import { groupColumns } from './groupColumns';
import { useGroupNames } from './useGroupNames';
import { useFigureTexts } from './useFigureTexts';

interface Row {
  id: string;
  name: string;
  figures: ReportFigures;
}

/** The figures of each group, sorted by any of them; the others together stay last. */
export function GroupsTable(props: { groups: ReportGroups }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const texts = useFigureTexts();
  const { groups } = props;
  const nameOf = useGroupNames(groups);
  const [sort, setSort] = useState<DataTableSort>({
    column: 'created',
    order: 'desc',
  });
  const columns = groupColumns(t, texts);
  const rows = sorted(rowsOf(groups, nameOf), sort);
  const rest: Row[] = groups.rest
    ? [{ id: 'rest', name: t('reports.rest'), figures: groups.rest }]
    : [];
  return (
    <PlainTable<Row>
      label={t('reports.groups', {
        grouping: t(`reports.grouping.${groups.groupBy}`),
      })}
      columns={[
        {
          id: 'name',
          title: t(`reports.grouping.${groups.groupBy}`),
          isRowHeader: true,
          isSortable: true,
          render: ({ name }) => name,
        },
        ...columns.map(({ id, title, text }) => ({
          id,
          title,
          isNumeric: true,
          isSortable: true,
          render: ({ figures }: Row) => text(figures),
        })),
      ]}
      rows={[...rows, ...rest]}
      sort={sort}
      onSort={setSort}
    />
  );

  function sorted(all: Row[], { column, order }: DataTableSort): Row[] {
    const valueOf = columns.find(({ id }) => id === column)?.value;
    const sign = order === 'asc' ? 1 : -1;
    return all.sort((a, b) => {
      if (!valueOf) {
        return sign * a.name.localeCompare(b.name);
      }
      const [one, other] = [valueOf(a.figures), valueOf(b.figures)];
      // what is not known comes last in both orders
      if (one === null || other === null) {
        return Number(one === null) - Number(other === null);
      }
      return sign * (one - other);
    });
  }
}

function rowsOf(
  { items }: ReportGroups,
  nameOf: (key: string | null) => string,
): Row[] {
  return items.map(({ key, figures }) => ({
    id: `group ${key}`,
    name: nameOf(key),
    figures,
  }));
}

/** By what a report can be grouped, in the order in which it is offered. */
export const GROUPINGS: readonly ReportGrouping[] = [
  'team',
  'assignee',
  'category',
  'priority',
  'asset',
  'system',
  'organisation',
];
