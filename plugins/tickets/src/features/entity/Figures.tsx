import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Light as LightColor } from '@portaldesk/plugin-tickets-common';
import { Light } from '../../components';
import { useTicketCounts } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ErrorState, Loading } from '../../ui';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(2),
      margin: 0,
    },
    figure: {
      flex: '1 1 0',
      minWidth: theme.spacing(12),
      padding: theme.spacing(1.5),
    },
    value: { margin: 0 },
  }),
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
        <Paper key={light} variant="outlined" className={classes.figure}>
          <Typography variant="body2" component="dt">
            <Light light={light} label={label} />
          </Typography>
          <Typography variant="h4" component="dd" className={classes.value}>
            {value}
          </Typography>
        </Paper>
      ))}
    </dl>
  );
}
