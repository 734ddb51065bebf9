import type { PropsWithChildren, ReactNode } from 'react';
import { makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    list: { margin: 0 },
    fact: {
      marginBottom: 'var(--bui-space-3)',
      overflowWrap: 'anywhere',
    },
    value: { margin: 0 },
  },
  { name: 'PortaldeskFacts' },
);

/** Names and values one below the other. */
export function Facts(props: PropsWithChildren<{}>) {
  return <dl className={useStyles().list}>{props.children}</dl>;
}

/** One of the {@link Facts}. */
export function Fact(props: PropsWithChildren<{ name: ReactNode }>) {
  const classes = useStyles();
  return (
    <div className={classes.fact}>
      <dt>
        <Text variant="body-x-small" color="secondary">
          {props.name}
        </Text>
      </dt>
      <dd className={classes.value}>
        <Text as="div">{props.children}</Text>
      </dd>
    </div>
  );
}
