import { useApp } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CategorySummary } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { HelpIcon, makeStyles, Text } from '../../ui';

const useStyles = makeStyles(
  {
    fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-2)',
      marginTop: 'var(--bui-space-2)',
    },
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
      padding: 'var(--bui-space-1) var(--bui-space-3)',
      border: '1px solid var(--bui-border-2)',
      borderRadius: 'var(--bui-radius-full)',
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
    explained: { minHeight: '1.25rem', margin: 'var(--bui-space-2) 0 0' },
    // Hidden from sight only: the keyboard and screen readers work with it.
    radio: { position: 'absolute', opacity: 0, width: 1, height: 1 },
  },
  { name: 'PortaldeskCategoryChips' },
);

/** What the chosen category is for stands below all of them. */
const EXPLAINED = 'tickets-category-explained';

type Chip = Pick<CategorySummary, 'id' | 'title' | 'description' | 'icon'>;

/** The sorts of requests, each with what it is for. */
export function CategoryChips(props: {
  categories: Chip[];
  chosen: string;
  error?: string;
  onChoose: (id: string) => void;
}) {
  const classes = useStyles();
  const app = useApp();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const chips: Chip[] = [
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
      <div className={classes.chips}>
        {chips.map(({ id, title, description, icon }) => {
          const Icon = (icon && app.getSystemIcon(icon)) || HelpIcon;
          const chosen = id === props.chosen;
          return (
            <label
              key={id}
              title={description}
              className={
                chosen ? `${classes.chip} ${classes.chosen}` : classes.chip
              }
            >
              <input
                type="radio"
                className={classes.radio}
                name="tickets-category"
                value={id}
                checked={chosen}
                onChange={() => props.onChoose(id)}
                aria-describedby={chosen ? EXPLAINED : undefined}
              />
              <Icon aria-hidden fontSize="small" />
              <Text as="span">{title}</Text>
            </label>
          );
        })}
      </div>
      <Text
        id={EXPLAINED}
        as="p"
        variant="body-small"
        color="secondary"
        className={classes.explained}
      >
        {chips.find(({ id }) => id === props.chosen)?.description}
      </Text>
      {props.error && (
        <Text variant="body-x-small" color="danger" role="alert">
          {props.error}
        </Text>
      )}
    </fieldset>
  );
}
