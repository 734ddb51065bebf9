import { useApp } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CategorySummary } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { HelpIcon, makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
    tiles: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(13.5rem, 100%), 1fr))',
      gap: 'var(--bui-space-2)',
      marginTop: 'var(--bui-space-2)',
    },
    tile: {
      display: 'flex',
      gap: 'var(--bui-space-3)',
      padding: 'var(--bui-space-3)',
      border: '1px solid var(--bui-border-2)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-neutral-1)',
      color: 'var(--bui-fg-primary)',
      cursor: 'pointer',
      '&:hover': { backgroundColor: 'var(--bui-bg-neutral-2)' },
      '&:focus-within': {
        outline: '2px solid var(--bui-ring)',
        outlineOffset: 2,
      },
    },
    chosen: {
      borderColor: 'var(--bui-accent-bg)',
      boxShadow: 'inset 0 0 0 1px var(--bui-accent-bg)',
    },
    // Hidden from sight only: the keyboard and screen readers work with it.
    radio: { position: 'absolute', opacity: 0, width: 1, height: 1 },
  },
  { name: 'PortaldeskCategoryTiles' },
);

type Tile = Pick<CategorySummary, 'id' | 'title' | 'description' | 'icon'>;

/** The sorts of requests, each with what it is for. */
export function CategoryTiles(props: {
  categories: Tile[];
  chosen: string;
  error?: string;
  onChoose: (id: string) => void;
}) {
  const classes = useStyles();
  const app = useApp();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const tiles: Tile[] = [
    ...props.categories,
    {
      id: '',
      title: t('newTicket.noCategory'),
      description: t('newTicket.noCategoryText'),
      icon: 'help',
    },
  ];

  return (
    <fieldset className={classes.fieldset}>
      <Text as="legend">{t('newTicket.category')}</Text>
      <div className={classes.tiles}>
        {tiles.map(({ id, title, description, icon }) => {
          const Icon = (icon && app.getSystemIcon(icon)) || HelpIcon;
          const chosen = id === props.chosen;
          return (
            <label
              key={id}
              className={
                chosen ? `${classes.tile} ${classes.chosen}` : classes.tile
              }
            >
              <input
                type="radio"
                className={classes.radio}
                name="tickets-category"
                value={id}
                checked={chosen}
                onChange={() => props.onChoose(id)}
                aria-label={title}
              />
              <Icon aria-hidden />
              <span>
                <Text as="div" weight="bold">
                  {title}
                </Text>
                {description && <Text color="secondary">{description}</Text>}
              </span>
            </label>
          );
        })}
      </div>
      {props.error && (
        <Text variant="body-x-small" color="danger" role="alert">
          {props.error}
        </Text>
      )}
    </fieldset>
  );
}
