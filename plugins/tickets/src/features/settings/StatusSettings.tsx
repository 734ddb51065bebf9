import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  lightOfPortalStatus,
  type DeskSettings,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { Light } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { isDrawable, Panel, PlainTable, StepsGraph, Text } from '../../ui';
import { ConfigPath } from './ConfigPath';

/** The statuses, with the steps that people may take from each to the next. */
export function StatusSettings(props: { statuses: DeskSettings['statuses'] }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { statuses } = props;
  const graph = useMemo(
    () => ({
      nodes: statuses,
      edges: statuses.flatMap(({ id, next }) =>
        next.map(to => ({ from: id, to })),
      ),
    }),
    [statuses],
  );
  const titleOf = (id: string) =>
    statuses.find(status => status.id === id)?.title ?? id;
  return (
    <Panel title={t('settings.statuses')}>
      {isDrawable(graph) && <StepsGraph data={graph} />}
      <PlainTable
        label={t('settings.statuses')}
        columns={[
          {
            id: 'title',
            title: t('field.status'),
            isRowHeader: true,
            render: ({ title }) => <strong>{title}</strong>,
          },
          {
            id: 'type',
            title: t('filters.type'),
            render: ({ type }) => t(`statusType.${type}`),
          },
          {
            id: 'portalStatus',
            title: t('settings.requesterSees'),
            render: ({ portalStatus }) => (
              <Light
                light={lightOfPortalStatus[portalStatus]}
                label={t(`portalStatus.${portalStatus}`)}
              />
            ),
          },
          {
            id: 'next',
            title: t('settings.next'),
            render: ({ next }) => (
              <Text color={next.length === 0 ? 'secondary' : 'primary'}>
                {next.length === statuses.length - 1
                  ? t('settings.everyOther')
                  : next.map(id => `→ ${titleOf(id)}`).join('  ') ||
                    t('settings.noNext')}
              </Text>
            ),
          },
          {
            id: 'path',
            title: t('settings.path'),
            render: ({ path }) => <ConfigPath path={path} />,
          },
        ]}
        rows={statuses}
      />
    </Panel>
  );
}
