import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskSettings } from '@portaldesk/plugin-tickets-common';
import { RefLink } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Flex, makeStyles, Panel, PlainTable, Text } from '../../ui';
import { ConfigPath } from './ConfigPath';
import { RoutingTester } from './RoutingTester';

const useStyles = makeStyles(
  {
    terms: {
      margin: 0,
      fontFamily: 'var(--bui-font-monospace)',
      fontSize: 'var(--bui-font-size-2)',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskRoutingSettings' },
);

type Rule = DeskSettings['rules'][number];

/** The rules that give tickets to teams, and a way to try them. */
export function RoutingSettings(props: { settings: DeskSettings }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { rules, defaultTeam } = props.settings;
  const terms = (part: 'when' | 'then') => (rule: Rule) => (
    <pre className={classes.terms}>
      {linesOf(rule[part]) || t('settings.always')}
    </pre>
  );
  return (
    <Flex direction="column" gap="4">
      <RoutingTester settings={props.settings} />
      <Panel title={t('settings.rules')}>
        <Flex direction="column" gap="3">
          {rules.length > 0 && (
            <PlainTable
              label={t('settings.rules')}
              columns={[
                {
                  id: 'name',
                  title: t('settings.rule'),
                  isRowHeader: true,
                  render: ({ name }) => <strong>{name}</strong>,
                },
                {
                  id: 'when',
                  title: t('settings.when'),
                  render: terms('when'),
                },
                {
                  id: 'then',
                  title: t('settings.then'),
                  render: terms('then'),
                },
                {
                  id: 'path',
                  title: t('settings.path'),
                  render: ({ path }) => <ConfigPath path={path} />,
                },
              ]}
              rows={rules.map(rule => ({ ...rule, id: rule.name }))}
            />
          )}
          <Text as="p">{t('settings.order')}</Text>
          <Text as="p">
            {t('settings.defaultTeam')}:{' '}
            {defaultTeam ? (
              <RefLink entityRef={defaultTeam} hideIcon />
            ) : (
              t('none.team')
            )}
          </Text>
        </Flex>
      </Panel>
    </Flex>
  );
}

/** As it stands in a configuration: a line for each value. */
function linesOf(terms: Rule['when'], indent = ''): string {
  return Object.entries(terms)
    .map(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? `${indent}${name}:\n${linesOf(value, `${indent}  `)}`
        : `${indent}${name}: ${[value].flat().join(', ')}`,
    )
    .join('\n');
}
