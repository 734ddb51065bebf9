import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { lightSchema } from '@portaldesk/plugin-tickets-common';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ChoiceChips } from './ChoiceChips';
import { FilterChip } from './FilterChip';
import { hasChips, SORTS, useListState } from './useListState';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
      '& .MuiChip-root': { margin: 0 },
    },
    sort: { marginLeft: 'auto', minWidth: theme.spacing(22) },
  }),
  { name: 'PortaldeskListFilters' },
);

const STATES = ['open', 'closed', 'all'] as const;

/** The filters and the order of a list, all kept in the address. */
export function ListFilters(props: { hideState?: boolean }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state, change } = useListState();
  const { data: desk } = useDesk();
  const categories = desk?.categories ?? [];
  const priorities = desk?.priorities ?? [];

  return (
    <div className={classes.root} role="group" aria-label={t('filters.label')}>
      {!props.hideState && (
        <ChoiceChips
          label={t('field.state')}
          options={STATES.map(id => ({ id, title: t(`state.${id}`) }))}
          chosen={state.state}
          onChoose={chosen => change({ state: chosen })}
        />
      )}
      <FilterChip
        field={t('field.light')}
        options={lightSchema.options.map(id => ({
          id,
          title: t(`light.${id}`),
        }))}
        chosen={state.light}
        onChange={light => change({ light })}
      />
      <FilterChip
        field={t('field.priority')}
        options={priorities}
        chosen={state.priority}
        onChange={priority => change({ priority })}
      />
      {categories.length > 0 && (
        <FilterChip
          field={t('field.category')}
          options={categories}
          chosen={state.category}
          onChange={category => change({ category })}
        />
      )}
      {state.asset.map(ref => (
        <Chip
          key={ref}
          size="small"
          color="primary"
          label={t('filters.asset', {
            asset: <EntityDisplayName entityRef={ref} hideIcon />,
          })}
          onDelete={() =>
            change({ asset: state.asset.filter(other => other !== ref) })
          }
        />
      ))}
      {hasChips(state) && (
        <Button
          size="small"
          onClick={() =>
            change({ light: [], priority: [], category: [], asset: [] })
          }
        >
          {t('filters.clear')}
        </Button>
      )}
      <TextField
        select
        id="tickets-sort"
        className={classes.sort}
        size="small"
        label={t('sort.label')}
        value={state.sort}
        onChange={event =>
          change({ sort: SORTS.find(sort => sort === event.target.value) })
        }
      >
        {SORTS.map(sort => (
          <MenuItem key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}
