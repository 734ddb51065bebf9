import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  DeskSettings,
  RoutingTest,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { EntityPicker, RefLink, useTitles } from '../../components';
import { messageOf, useDesk, useRoutingTest } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Alert, Button, Flex, makeStyles, Panel, Select, Text } from '../../ui';
import { ConfigPath } from './ConfigPath';
import { SettingFacts } from './SettingFacts';

const NONE = '';

const useStyles = makeStyles(
  {
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(13rem, 100%), 1fr))',
      gap: 'var(--bui-space-3)',
    },
  },
  { name: 'PortaldeskRoutingTester' },
);

/** Says where a ticket would go, without filing one. */
export function RoutingTester(props: { settings: DeskSettings }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const test = useRoutingTest();
  const [asset, setAsset] = useState<string | null>(null);
  const [requester, setRequester] = useState<string | null>(null);
  const [category, setCategory] = useState(NONE);
  const [priority, setPriority] = useState(NONE);
  return (
    <Panel title={t('settings.whereTo')}>
      <Flex direction="column" gap="3">
        <div className={classes.fields}>
          <EntityPicker
            label={t('field.asset')}
            choosable="asset"
            value={asset}
            onChange={setAsset}
          />
          <Select
            label={t('field.category')}
            options={[
              { id: NONE, title: t('none.category') },
              ...props.settings.categories,
            ]}
            value={category}
            onChange={setCategory}
          />
          <Select
            label={t('field.priority')}
            options={[
              { id: NONE, title: t('settings.asConfigured') },
              ...(desk?.priorities ?? []),
            ]}
            value={priority}
            onChange={setPriority}
          />
          <EntityPicker
            label={t('field.requester')}
            choosable="user"
            value={requester}
            onChange={setRequester}
          />
        </div>
        <div>
          <Button
            isPending={test.isPending}
            onPress={() =>
              test.mutate({
                ...(asset !== null && { asset }),
                ...(requester !== null && { requester }),
                ...(category !== NONE && { category }),
                ...(priority !== NONE && { priority }),
              })
            }
          >
            {t('settings.try')}
          </Button>
        </div>
        {test.error && <Alert status="danger">{messageOf(test.error)}</Alert>}
        <div role="status">{test.data && <Found test={test.data} />}</div>
      </Flex>
    </Panel>
  );
}

function Found(props: { test: RoutingTest }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const { test } = props;
  return (
    <>
      <SettingFacts
        facts={[
          {
            title: t('field.team'),
            value: test.team ? (
              <RefLink entityRef={test.team} hideIcon />
            ) : (
              t('none.team')
            ),
          },
          {
            title: t('settings.assign'),
            value: t(`settings.assign.${test.assign}`),
          },
          { title: t('field.priority'), value: titles.priority(test.priority) },
          {
            title: t('field.visibility'),
            value: t(`visibility.${test.visibility}`),
          },
          {
            title: t('settings.slaPolicy'),
            value: test.slaPolicy && titles.slaPolicy(test.slaPolicy),
          },
          { title: t('settings.rule'), value: test.ruleName },
          {
            title: t('settings.path'),
            value: test.path && <ConfigPath path={test.path} />,
          },
        ]}
      />
      <Text as="p" color="secondary" lang="en">
        {test.reason}
      </Text>
    </>
  );
}
