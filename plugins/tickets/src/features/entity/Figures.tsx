import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lightSchema } from '@portaldesk/plugin-tickets-common';
import { Light, Loaded } from '../../components';
import { useTicketCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))',
      gap: 'var(--bui-space-3)',
      margin: 0,
    },
    figure: {
      padding: 'var(--bui-space-3)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-neutral-1)',
    },
    value: { margin: 0 },
  },
  { name: 'PortaldeskFigures' },
);

/** How many tickets about an entity there are of each light. */
export function Figures(props: { asset: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const counts = useTicketCounts({ asset: [props.asset] });
  return (
    <Loaded
      query={counts}
      loading={t('list.loading')}
      failed={t('entity.countsFailed')}
    >
      {counted => (
        <dl className={classes.root}>
          {lightSchema.options.map(light => (
            <div key={light} className={classes.figure}>
              <dt>
                <Text>
                  <Light light={light} label={t(`light.${light}`)} />
                </Text>
              </dt>
              <dd className={classes.value}>
                <Text variant="title-medium">{counted[light]}</Text>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Loaded>
  );
}
