import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskSettings } from '@portaldesk/plugin-tickets-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { messageOf, useDesk, useSlaTest } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import {
  Alert,
  Button,
  DateTimeField,
  Flex,
  makeStyles,
  Panel,
  Select,
  Time,
} from '../../ui';
import { SettingFacts } from './SettingFacts';

const useStyles = makeStyles(
  {
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(13rem, 100%), 1fr))',
      alignItems: 'end',
      gap: 'var(--bui-space-3)',
    },
  },
  { name: 'PortaldeskSlaTester' },
);

/** Says when a ticket would be due, without filing one. */
export function SlaTester(props: { policies: DeskSettings['slaPolicies'] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const test = useSlaTest();
  const [policy, setPolicy] = useState(props.policies[0].id);
  const [chosen, setPriority] = useState<string>();
  const [filedAt, setFiledAt] = useState(() =>
    DateTime.local().toFormat("yyyy-MM-dd'T'HH:mm"),
  );
  const priority = chosen ?? desk?.defaultPriority ?? null;
  const at = DateTime.fromISO(filedAt).toUTC().toISO();
  const due = (instant: string | null) =>
    instant === null ? (
      t('settings.noDeadline')
    ) : (
      <Time at={instant} absolute />
    );
  return (
    <Panel title={t('settings.whenDue')}>
      <Flex direction="column" gap="3">
        <div className={classes.fields}>
          <Select
            label={t('settings.slaPolicy')}
            options={props.policies}
            value={policy}
            onChange={setPolicy}
          />
          <Select
            label={t('field.priority')}
            options={desk?.priorities ?? []}
            value={priority}
            onChange={setPriority}
          />
          <DateTimeField
            id="sla-filed-at"
            label={t('settings.filedAt')}
            value={filedAt}
            onChange={setFiledAt}
          />
        </div>
        <div>
          <Button
            isDisabled={at === null || priority === null}
            isPending={test.isPending}
            onPress={() => {
              if (at !== null && priority !== null) {
                test.mutate({ policy, priority, filedAt: at });
              }
            }}
          >
            {t('settings.try')}
          </Button>
        </div>
        {test.error && <Alert status="danger">{messageOf(test.error)}</Alert>}
        <div role="status">
          {test.data && (
            <SettingFacts
              facts={[
                {
                  title: t('settings.target.response'),
                  value: due(test.data.responseDueAt),
                },
                {
                  title: t('settings.target.resolution'),
                  value: due(test.data.resolutionDueAt),
                },
                {
                  title: t('settings.target.inactivity'),
                  value: due(test.data.inactivityDueAt),
                },
              ]}
            />
          )}
        </div>
      </Flex>
    </Panel>
  );
}
