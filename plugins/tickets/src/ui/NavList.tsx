import { Text } from '@backstage/ui';
import { Link } from 'react-router-dom';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    heading: {
      padding: 'var(--bui-space-3) var(--bui-space-2) var(--bui-space-1)',
    },
    link: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: 'var(--bui-space-2)',
      padding: 'var(--bui-space-1_5) var(--bui-space-2)',
      borderRadius: 'var(--bui-radius-2)',
      color: 'var(--bui-fg-primary)',
      fontFamily: 'var(--bui-font-regular)',
      fontSize: 'var(--bui-font-size-3)',
      textDecoration: 'none',
      '&:hover': { backgroundColor: 'var(--bui-bg-neutral-2)' },
      '&[aria-current]': {
        backgroundColor: 'var(--bui-bg-neutral-2)',
        fontWeight: 'var(--bui-font-weight-bold)',
        boxShadow: 'inset 3px 0 0 var(--bui-fg-primary)',
      },
      // what is secondary elsewhere is too faint on this background
      '&:hover, &[aria-current]': {
        '--bui-fg-secondary': 'var(--bui-fg-primary)',
      },
      '&:focus-visible': {
        outline: '2px solid var(--bui-ring)',
        outlineOffset: -2,
      },
    },
    title: { overflow: 'hidden', textOverflow: 'ellipsis' },
    count: {
      flex: 'none',
      color: 'var(--bui-fg-secondary)',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  { name: 'PortaldeskNavList' },
);

/** One of the places of a {@link NavList}. */
export interface NavItem {
  id: string;
  title: string;
  to: string;
  isCurrent: boolean;
  /** How much is there, as text; absent as long as it is not known. */
  count?: string;
}

/** Places to go to, one below the other, in groups. */
export function NavList(props: {
  label: string;
  groups: readonly { id: string; title?: string; items: readonly NavItem[] }[];
}) {
  const classes = useStyles();
  return (
    <nav aria-label={props.label}>
      {props.groups
        .filter(({ items }) => items.length > 0)
        .map(({ id, title, items }) => (
          <section key={id} aria-label={title}>
            {title && (
              <Text
                as="div"
                variant="body-x-small"
                color="secondary"
                className={classes.heading}
              >
                {title}
              </Text>
            )}
            <ul className={classes.list}>
              {items.map(item => (
                <li key={item.id}>
                  <Link
                    to={item.to}
                    className={classes.link}
                    aria-current={item.isCurrent ? 'page' : undefined}
                    title={item.title}
                  >
                    <span className={classes.title}>{item.title}</span>
                    <span className={classes.count}>{item.count}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
