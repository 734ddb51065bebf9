import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import {
  Button,
  makeStyles,
  MenuButton,
  Select,
  SingleChoice,
  useIsNarrow,
} from '../../ui';
import { DisplayButton } from './DisplayButton';
import { Filter } from './Filter';
import { FilterChip } from './filters/FilterChip';
import {
  type FilterField,
  useFilterFields,
  valuesOf,
} from './filters/useFilterFields';
import { useFilterText } from './filters/useFilterText';
import {
  FILTER_NAMES,
  type FilterName,
  hasFilters,
  type ListFilter,
} from './listFilter';
import { ListSearch } from './ListSearch';
import {
  DEFAULT_SORT,
  LIST_STATES,
  type Sort,
  useListState,
} from './useListState';

const FilterDialog = lazy(() =>
  import('./filters/FilterDialog').then(m => ({ default: m.FilterDialog })),
);

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
      marginBottom: 'var(--bui-space-3)',
    },
    end: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
      marginLeft: 'auto',
      '&:empty': { display: 'none' },
    },
    sort: { flex: '1 1 10rem' },
  },
  { name: 'PortaldeskListFilters' },
);

/** Those in sight where there is room; the others are chosen from a menu. */
const IN_SIGHT: ReadonlySet<string> = new Set([
  'light',
  'priority',
  'category',
]);

/** The orders that people choose where there are no columns to press. */
const SORTS = [
  'updatedAt-desc',
  'updatedAt-asc',
  'createdAt-desc',
  'createdAt-asc',
  'priority-desc',
  'dueAt-asc',
] as const satisfies readonly Sort[];

/** The search, the filters and the order of a list, all kept in the address. */
export function ListFilters(props: {
  hideState?: boolean;
  /** What the list is about already, and is not asked for. */
  fixed?: readonly string[];
  defaultSort?: Sort;
  /** What else can be done with the list. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const narrow = useIsNarrow();
  const { state, change } = useListState();
  const { filter } = state;
  const { fixed = [], defaultSort = DEFAULT_SORT } = props;
  const fields = useFilterFields().filter(
    ({ names }) => !names.some(name => fixed.includes(name)),
  );
  const textOf = useFilterText(fields, filter);
  const [edited, setEdited] = useState<FilterField>();
  const clear = (names: readonly FilterName[]): ListFilter =>
    Object.fromEntries(names.map(name => [name, undefined]));
  const isInSight = ({ id }: FilterField) => !narrow && IN_SIGHT.has(id);
  const others = fields.filter(field => !isInSight(field));

  return (
    <div className={classes.root} role="group" aria-label={t('filters.label')}>
      <ListSearch />
      {!props.hideState && (
        <SingleChoice
          label={t('field.state')}
          options={LIST_STATES.map(id => ({ id, title: t(`state.${id}`) }))}
          chosen={state.state}
          onChoose={chosen => change({ state: chosen })}
        />
      )}
      {fields.map(
        field =>
          field.kind === 'choice' &&
          isInSight(field) && (
            <Filter
              key={field.id}
              field={field.title}
              options={field.options}
              chosen={valuesOf(field, filter)}
              onChange={values => change({ [field.names[0]]: values })}
            />
          ),
      )}
      {others
        .filter(field => valuesOf(field, filter).length > 0)
        .map(field => (
          <FilterChip
            key={field.id}
            text={textOf(field)}
            onPress={() => setEdited(field)}
            onRemove={() => change(clear(field.names))}
          />
        ))}
      <MenuButton
        label={t(narrow ? 'filters.label' : 'filters.more')}
        options={others.map(({ id, title }) => ({ id, title }))}
        onChoose={id => setEdited(others.find(field => field.id === id))}
      />
      {hasFilters(filter) && (
        <Button variant="tertiary" onPress={() => change(clear(FILTER_NAMES))}>
          {t('filters.clear')}
        </Button>
      )}
      {narrow && (
        <Select
          className={classes.sort}
          label={t('sort.label')}
          isLabelHidden
          options={SORTS.map(id => ({ id, title: t(`sort.${id}`) }))}
          value={state.sort ?? defaultSort}
          onChange={id => change({ sort: SORTS.find(sort => sort === id) })}
        />
      )}
      <div className={classes.end}>
        {props.children}
        {!narrow && <DisplayButton />}
      </div>
      {edited && (
        <Suspense fallback={null}>
          <FilterDialog
            field={edited}
            filter={filter}
            onClose={() => setEdited(undefined)}
            onApply={chosen => {
              setEdited(undefined);
              change(chosen);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
