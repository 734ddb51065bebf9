import { useApp } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import FormLabel from '@material-ui/core/FormLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import HelpIcon from '@material-ui/icons/HelpOutline';
import type { CategorySummary } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';

const useStyles = makeStyles(
  theme => ({
    fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
    tiles: {
      display: 'grid',
      gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(27)}px, 1fr))`,
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    tile: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    chosen: {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
    },
    // Hidden from sight only: the keyboard and screen readers work with it.
    radio: { position: 'absolute', opacity: 0, width: 1, height: 1 },
  }),
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
      <FormLabel component="legend" error={props.error !== undefined}>
        {t('newTicket.category')}
      </FormLabel>
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
                <Typography
                  variant="subtitle2"
                  component="span"
                  display="block"
                >
                  {title}
                </Typography>
                {description && (
                  <Typography
                    variant="body2"
                    color="textSecondary"
                    component="span"
                  >
                    {description}
                  </Typography>
                )}
              </span>
            </label>
          );
        })}
      </div>
      {props.error && (
        <Typography variant="caption" color="error" role="alert">
          {props.error}
        </Typography>
      )}
    </fieldset>
  );
}
