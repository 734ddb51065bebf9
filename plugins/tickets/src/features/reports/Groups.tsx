import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ReportGroups,
  ReportQuery,
} from '@portaldesk/plugin-tickets-common';
import { useSearchParams } from 'react-router-dom';
import {
  GROUPINGS,
  GroupsTable,
  Loaded,
  useGroupNames,
  useReportCsv,
} from '../../components';
import { useReportGroups } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import {
  Button,
  DownloadIcon,
  Flex,
  makeStyles,
  Panel,
  Select,
} from '../../ui';

const useStyles = makeStyles(
  { grouping: { maxWidth: '18rem' } },
  { name: 'PortaldeskReportGroups' },
);

/** The figures by what the tickets have, which the address names. */
export function Groups(props: { query: ReportQuery }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [params, setParams] = useSearchParams();
  const asked = params.get('by');
  const groupBy = GROUPINGS.find(known => known === asked) ?? GROUPINGS[0];
  const groups = useReportGroups({ ...props.query, groupBy });
  // what was read for another grouping stays until the next is there
  const shown = groups.data;
  return (
    <Panel
      title={t('reports.groups', {
        grouping: t(`reports.grouping.${groupBy}`),
      })}
      action={shown && <SaveGroups groups={shown} />}
    >
      <Flex direction="column" gap="3">
        <Select
          label={t('reports.groupBy')}
          className={classes.grouping}
          options={GROUPINGS.map(id => ({
            id,
            title: t(`reports.grouping.${id}`),
          }))}
          value={groupBy}
          onChange={id =>
            setParams(
              previous => {
                const next = new URLSearchParams(previous);
                next.set('by', id);
                return next;
              },
              { replace: true },
            )
          }
        />
        <Loaded
          query={groups}
          loading={t('reports.loading')}
          failed={t('reports.failed')}
        >
          {found => <GroupsTable groups={found} />}
        </Loaded>
      </Flex>
    </Panel>
  );
}

function SaveGroups(props: { groups: ReportGroups }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { groups } = props;
  const nameOf = useGroupNames(groups);
  const { saveGroups } = useReportCsv();
  return (
    <Button
      variant="secondary"
      iconStart={<DownloadIcon fontSize="small" />}
      onPress={() => saveGroups(groups, nameOf)}
    >
      {t('reports.csvGroups')}
    </Button>
  );
}
