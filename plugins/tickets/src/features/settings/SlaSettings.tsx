import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskSettings } from '@portaldesk/plugin-tickets-common';
import { useFigureTexts, useTitles } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Empty, Flex, Panel, PlainTable } from '../../ui';
import { ConfigPath } from './ConfigPath';
import { SettingFacts } from './SettingFacts';
import { SlaTester } from './SlaTester';

/** What requesters can count on, and a way to try it. */
export function SlaSettings(props: { settings: DeskSettings }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const { duration } = useFigureTexts();
  const { slaPolicies, defaultSlaPolicy } = props.settings;
  if (slaPolicies.length === 0) {
    return (
      <Empty
        title={t('settings.noPolicies')}
        text={t('settings.addAt', { path: 'tickets.slaPolicies' })}
      />
    );
  }
  return (
    <Flex direction="column" gap="4">
      <SlaTester policies={slaPolicies} />
      {slaPolicies.map(policy => (
        <Panel key={policy.id} title={policy.title}>
          <SettingFacts
            facts={[
              {
                title: t('settings.calendar'),
                value: policy.calendar ?? t('settings.allTime'),
              },
              {
                title: t('settings.warnBefore'),
                value:
                  policy.warnBefore === null
                    ? undefined
                    : duration(policy.warnBefore),
              },
              {
                title: t('settings.defaultPolicy'),
                value:
                  policy.id === defaultSlaPolicy
                    ? t('settings.yes')
                    : undefined,
              },
            ]}
          />
          <PlainTable
            label={policy.title}
            columns={[
              {
                id: 'priority',
                title: t('field.priority'),
                isRowHeader: true,
                render: ({ priority }) =>
                  priority === null
                    ? t('settings.otherPriorities')
                    : titles.priority(priority),
              },
              ...(['response', 'resolution', 'inactivity'] as const).map(
                name => ({
                  id: name,
                  title: t(`settings.target.${name}`),
                  isNumeric: true,
                  render: (
                    targets: (typeof policy.targets)[number] & { id: string },
                  ) => duration(targets[name]),
                }),
              ),
            ]}
            rows={policy.targets.map(targets => ({
              ...targets,
              id: targets.priority ?? '',
            }))}
          />
          <ConfigPath path={policy.path} />
        </Panel>
      ))}
    </Flex>
  );
}
