import type { ReactNode } from 'react';
import { Link, makeStyles, Text } from '../ui';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(8.5rem, 1fr))',
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
  { name: 'PortaldeskFigureList' },
);

/** One of the figures of a {@link FigureList}. */
export interface Figure {
  id: string;
  title: ReactNode;
  /** As people read it. */
  value: string;
  /** What one should know beside it. */
  note?: string;
  /** Where the tickets behind it are. */
  href?: string;
}

/** Figures with what they are of, side by side. */
export function FigureList(props: { figures: readonly Figure[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.figures.map(({ id, title, value, note, href }) => (
        <div key={id} className={classes.figure}>
          <dt>
            <Text color="secondary">
              {href ? (
                <Link href={href} standalone>
                  {title}
                </Link>
              ) : (
                title
              )}
            </Text>
          </dt>
          <dd className={classes.value}>
            <Text variant="title-medium">{value}</Text>
            {note && (
              <Text as="div" variant="body-x-small" color="secondary">
                {note}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
