import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskSettings as Settings } from '@portaldesk/plugin-tickets-common';
import { useSearchParams } from 'react-router-dom';
import { Loaded } from '../../components';
import { statusCodeOf, useDesk, useSettings } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Container, Empty, Flex, SingleChoice, Text } from '../../ui';
import { CategorySettings } from './CategorySettings';
import { FailedNotifications } from './FailedNotifications';
import { RoutingSettings } from './RoutingSettings';
import { SlaSettings } from './SlaSettings';
import { StatusSettings } from './StatusSettings';
import { TeamSettings } from './TeamSettings';

const SECTIONS = [
  'statuses',
  'categories',
  'teams',
  'routing',
  'sla',
  'failed',
] as const;

type Section = (typeof SECTIONS)[number];

/** How the desk is configured, to be read and tried out by its admins. */
export function DeskSettings() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Container>
      <Loaded
        query={useDesk()}
        loading={t('settings.loading')}
        failed={t('page.deskFailed')}
      >
        {({ caller }) => (caller.admin ? <Sections /> : <Forbidden />)}
      </Loaded>
    </Container>
  );
}

function Forbidden() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Empty
      title={t('settings.forbidden.title')}
      text={t('settings.forbidden.text')}
    />
  );
}

function Sections() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [params, setParams] = useSearchParams();
  const asked = params.get('section');
  const section = SECTIONS.find(known => known === asked) ?? SECTIONS[0];
  return (
    <Flex direction="column" gap="4">
      <SingleChoice
        label={t('settings.sections')}
        options={SECTIONS.map(id => ({ id, title: t(`settings.${id}`) }))}
        chosen={section}
        onChoose={id => setParams({ section: id }, { replace: true })}
      />
      {section === 'failed' ? (
        <FailedNotifications />
      ) : (
        <ConfiguredSection section={section} />
      )}
    </Flex>
  );
}

function ConfiguredSection(props: { section: Exclude<Section, 'failed'> }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const settings = useSettings();
  if (statusCodeOf(settings.error) === 403) {
    return <Forbidden />;
  }
  return (
    <Loaded
      query={settings}
      loading={t('settings.loading')}
      failed={t('settings.loadFailed')}
    >
      {data => (
        <>
          <Text as="p" color="secondary">
            {t('settings.readOnly')}
          </Text>
          <SectionOf section={props.section} settings={data} />
        </>
      )}
    </Loaded>
  );
}

function SectionOf(props: {
  section: Exclude<Section, 'failed'>;
  settings: Settings;
}) {
  const { section, settings } = props;
  switch (section) {
    case 'statuses':
      return <StatusSettings statuses={settings.statuses} />;
    case 'categories':
      return <CategorySettings settings={settings} />;
    case 'teams':
      return <TeamSettings settings={settings} />;
    case 'routing':
      return <RoutingSettings settings={settings} />;
    case 'sla':
      return <SlaSettings settings={settings} />;
    default:
      return section satisfies never;
  }
}
