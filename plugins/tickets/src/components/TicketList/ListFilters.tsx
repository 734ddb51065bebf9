import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { lightSchema } from '@portaldesk/plugin-tickets-common';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Button, makeStyles, Select, SingleChoice } from '../../ui';
import { AssetTag } from '../AssetTag';
import { Filter } from './Filter';
import { hasChips, SORTS, useListState } from './useListState';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: 'var(--bui-space-2)',
      marginBottom: 'var(--bui-space-3)',
    },
    sort: {
      flex: 'none',
      width: '13rem',
      marginLeft: 'auto',
      '@media (max-width: 640px)': { width: '100%' },
    },
  },
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
        <SingleChoice
          label={t('field.state')}
          options={STATES.map(id => ({ id, title: t(`state.${id}`) }))}
          chosen={state.state}
          onChoose={chosen => change({ state: chosen })}
        />
      )}
      <Filter
        field={t('field.light')}
        options={lightSchema.options.map(id => ({
          id,
          title: t(`light.${id}`),
        }))}
        chosen={state.light}
        onChange={light => change({ light })}
      />
      <Filter
        field={t('field.priority')}
        options={priorities}
        chosen={state.priority}
        onChange={priority => change({ priority })}
      />
      {categories.length > 0 && (
        <Filter
          field={t('field.category')}
          options={categories}
          chosen={state.category}
          onChange={category => change({ category })}
        />
      )}
      {state.asset.map(ref => (
        <AssetTag
          key={ref}
          entityRef={ref}
          onRemove={() =>
            change({ asset: state.asset.filter(other => other !== ref) })
          }
        >
          {t('filters.asset', {
            asset: <EntityDisplayName entityRef={ref} hideIcon />,
          })}
        </AssetTag>
      ))}
      {hasChips(state) && (
        <Button
          variant="tertiary"
          onPress={() =>
            change({ light: [], priority: [], category: [], asset: [] })
          }
        >
          {t('filters.clear')}
        </Button>
      )}
      <Select
        className={classes.sort}
        label={t('sort.label')}
        options={SORTS.map(id => ({ id, title: t(`sort.${id}`) }))}
        value={state.sort}
        onChange={id => change({ sort: SORTS.find(sort => sort === id) })}
      />
    </div>
  );
}
