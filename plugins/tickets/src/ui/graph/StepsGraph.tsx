import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary';
import { makeStyles } from '../styles';
import { useIsNarrow } from '../useIsNarrow';
import type { GraphData } from './GraphData';

const DrawnGraph = lazy(() =>
  import('./DrawnGraph').then(m => ({ default: m.DrawnGraph })),
);

/** With more lines than that for each thing nobody can follow one. */
const MOST_EDGES_PER_NODE = 3;

const useStyles = makeStyles(
  {
    root: {
      maxHeight: '24rem',
      overflow: 'auto',
      marginBottom: 'var(--bui-space-4)',
    },
  },
  { name: 'PortaldeskStepsGraph' },
);

/** Tells whether a drawing of steps helps to understand them. */
export function isDrawable({ nodes, edges }: GraphData): boolean {
  return edges.length > 0 && edges.length <= MOST_EDGES_PER_NODE * nodes.length;
}

/** A drawing of steps, for those who can see it; what is beside it says the same in words. */
export function StepsGraph(props: { data: GraphData }) {
  const classes = useStyles();
  const isNarrow = useIsNarrow();
  return (
    <div className={classes.root} aria-hidden>
      <ErrorBoundary content={props.data} fallback={null}>
        <Suspense fallback={null}>
          <DrawnGraph data={props.data} isNarrow={isNarrow} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
