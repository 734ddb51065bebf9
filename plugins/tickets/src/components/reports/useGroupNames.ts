import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReportGroups } from '@portaldesk/plugin-tickets-common';
import { useCallback, useMemo } from 'react';
import { useEntityNames } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { useTitles } from '../useTitles';

/** What people call the groups of a report. */
export function useGroupNames({
  groupBy,
  items,
}: Pick<ReportGroups, 'groupBy' | 'items'>): (key: string | null) => string {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const isEntity = groupBy !== 'category' && groupBy !== 'priority';
  const refs = useMemo(
    () =>
      isEntity ? items.flatMap(({ key }) => (key === null ? [] : [key])) : [],
    [isEntity, items],
  );
  const entityName = useEntityNames(refs);
  return useCallback(
    (key: string | null) => {
      if (key === null) {
        return t(`reports.none.${groupBy}`);
      }
      if (isEntity) {
        return entityName(key);
      }
      return groupBy === 'category'
        ? titles.category(key)
        : titles.priority(key);
    },
    [t, groupBy, isEntity, entityName, titles],
  );
}
