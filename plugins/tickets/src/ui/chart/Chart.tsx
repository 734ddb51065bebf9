import { Text } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary';
import { makeStyles } from '../styles';
import { PlainTable } from '../table/PlainTable';
import type { ChartData } from './chartTypes';

const DrawnChart = lazy(() =>
  import('./DrawnChart').then(m => ({ default: m.DrawnChart })),
);

const useStyles = makeStyles(
  {
    root: { margin: 0, minWidth: 0 },
    // as high as what comes, so that nothing moves when it does
    drawing: { minHeight: 240, marginTop: 'var(--bui-space-2)' },
    data: {
      marginTop: 'var(--bui-space-2)',
      color: 'var(--bui-fg-secondary)',
      fontFamily: 'var(--bui-font-regular)',
      fontSize: 'var(--bui-font-size-2)',
      '& > summary': { cursor: 'pointer', width: 'fit-content' },
      '& > div': { maxHeight: '20rem', overflow: 'auto' },
    },
  },
  { name: 'PortaldeskChart' },
);

/** Values over time as a drawing, and the same as a table for everybody. */
export function Chart(props: {
  title: string;
  /** What the table is opened by. */
  tableLabel: string;
  /** What the places on the axis are. */
  pointTitle: string;
  /** Said where there is no value. */
  missing: string;
  data: ChartData;
}) {
  const classes = useStyles();
  const { title, data, missing } = props;
  return (
    <figure className={classes.root}>
      <figcaption>
        <Text weight="bold">{title}</Text>
      </figcaption>
      <div className={classes.drawing} aria-hidden>
        <ErrorBoundary content={data} fallback={null}>
          <Suspense fallback={null}>
            <DrawnChart data={data} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <details className={classes.data}>
        <summary>{props.tableLabel}</summary>
        <PlainTable
          label={title}
          columns={[
            {
              id: 'point',
              title: props.pointTitle,
              isRowHeader: true,
              render: point => point.title,
            },
            ...data.series.map(({ id, title: name }) => ({
              id,
              title: name,
              isNumeric: true,
              render: (point: ChartData['points'][number]) => {
                const value = point.values[id];
                return value === null || value === undefined
                  ? missing
                  : data.valueText(value);
              },
            })),
          ]}
          rows={data.points}
        />
      </details>
    </figure>
  );
}
