import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { type Choosable, useEntitySearch } from '../data';
import { ticketsTranslationRef } from '../i18n';

const TYPING_PAUSE = 250;

/** Finds an entity of the catalog by what people call it. */
export function EntityPicker(props: {
  id: string;
  label: string;
  helperText?: string;
  error?: boolean;
  choosable: Choosable;
  value: string | null;
  /** References that are chosen already and not offered again. */
  exclude?: string[];
  onChange: (entityRef: string | null) => void;
}) {
  const { choosable, exclude = [] } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [open, setOpen] = useState(false);
  const [input, setInput] = useState('');
  const [term, setTerm] = useState('');
  // The label of what is chosen is no search term.
  const [label, setLabel] = useState(props.value ?? '');
  const typed = input === label ? '' : input.trim();
  useDebounce(() => setTerm(typed), TYPING_PAUSE, [typed]);

  const search = useEntitySearch(choosable, term, { enabled: open });
  const found = search.data?.items ?? [];
  const titles = new Map(
    found.map(entity => [stringifyEntityRef(entity), titleOf(entity)]),
  );
  const options = [...titles.keys()].filter(ref => !exclude.includes(ref));

  return (
    <Autocomplete
      id={props.id}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={options}
      value={props.value}
      // The chosen one need not be among what was found for the last term.
      getOptionSelected={(option, value) => option === value}
      getOptionLabel={ref => titles.get(ref) ?? ref}
      renderOption={ref => <EntityDisplayName entityRef={ref} />}
      filterOptions={all => all}
      inputValue={input}
      onInputChange={(_, value, reason) => {
        if (reason === 'reset') {
          const shown = props.value === null ? '' : value;
          setLabel(shown);
          setInput(shown);
        } else {
          setInput(value);
        }
      }}
      onChange={(_, ref) => props.onChange(ref)}
      loading={search.isFetching}
      loadingText={t('entityPicker.searching')}
      noOptionsText={
        search.isError ? t('entityPicker.failed') : t('entityPicker.nothing')
      }
      renderInput={params => (
        <TextField
          {...params}
          label={props.label}
          variant="outlined"
          size="small"
          error={props.error}
          helperText={props.helperText}
        />
      )}
    />
  );
}

function titleOf(entity: Entity) {
  return entity.metadata.title ?? entity.metadata.name;
}
