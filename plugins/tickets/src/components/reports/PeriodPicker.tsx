import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import {
  type ChosenPeriod,
  isReportable,
  type PeriodId,
  PERIODS,
} from '../../lib/reportPeriod';
import { DateField, makeStyles, Select, Text } from '../../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: 'var(--bui-space-2)',
    },
    choice: { width: '11rem' },
    day: { width: '11rem' },
  },
  { name: 'PortaldeskPeriodPicker' },
);

/** Chooses the period of a report. */
export function PeriodPicker(props: {
  period: ChosenPeriod;
  onChange: (period: ChosenPeriod) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { period, onChange } = props;
  return (
    <div className={classes.root} role="group" aria-label={t('reports.period')}>
      <Select
        className={classes.choice}
        label={t('reports.period')}
        options={PERIODS.map(id => ({ id, title: t(`reports.period.${id}`) }))}
        value={period.id}
        onChange={id => onChange({ ...period, id: id as PeriodId })}
      />
      {period.id === 'custom' && (
        <Days
          key={`${period.from} ${period.to}`}
          period={period}
          onChange={onChange}
        />
      )}
    </div>
  );
}

/** Its days; what is no period yet is kept until it is one. */
function Days(props: {
  period: ChosenPeriod;
  onChange: (period: ChosenPeriod) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [days, setDays] = useState(props.period);
  const change = (part: Partial<ChosenPeriod>) => {
    const next = { ...days, ...part };
    setDays(next);
    if (isReportable(next.from, next.to)) {
      props.onChange(next);
    }
  };
  return (
    <>
      <div className={classes.day}>
        <DateField
          id="report-from"
          label={t('reports.from')}
          value={days.from}
          onChange={from => change({ from })}
        />
      </div>
      <div className={classes.day}>
        <DateField
          id="report-to"
          label={t('reports.to')}
          value={days.to}
          onChange={to => change({ to })}
        />
      </div>
      {!isReportable(days.from, days.to) && (
        <Text role="alert" color="danger">
          {t('reports.noPeriod')}
        </Text>
      )}
    </>
  );
}
