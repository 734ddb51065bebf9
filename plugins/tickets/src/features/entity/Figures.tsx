import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Light as LightColor } from '@portaldesk/plugin-tickets-common';
import { Light } from '../../components';
import { useTicketCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ErrorState, Loading, makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-3)',
      margin: 0,
    },
    figure: {
      flex: '1 1 0',
      minWidth: '6rem',
      padding: 'var(--bui-space-3)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-neutral-1)',
    },
    value: { margin: 0 },
  },
  { name: 'PortaldeskFigures' },
);

/** How many tickets about an entity are open, wait for an answer of the requester, are closed. */
export function Figures(props: { asset: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const counts = useTicketCounts({ asset: [props.asset] });
  if (counts.isPending) {
    return <Loading label={t('list.loading')} />;
  }
  if (counts.isError && !counts.data) {
    return (
      <ErrorState
        title={t('entity.countsFailed')}
        error={counts.error}
        onRetry={() => counts.refetch()}
      />
    );
  }
  const { orange, red, grey, green } = counts.data;
  const figures: [light: LightColor, label: string, value: number][] = [
    ['orange', t('entity.open'), orange + red + grey],
    ['red', t('light.red'), red],
    ['green', t('entity.closed'), green],
  ];
  return (
    <dl className={classes.root}>
      {figures.map(([light, label, value]) => (
        <div key={light} className={classes.figure}>
          <dt>
            <Text>
              <Light light={light} label={label} />
            </Text>
          </dt>
          <dd className={classes.value}>
            <Text variant="title-medium">{value}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
