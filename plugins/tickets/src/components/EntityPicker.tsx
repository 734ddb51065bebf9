import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { type Choosable, useEntitySearch } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { Combobox } from '../ui';

const TYPING_PAUSE = 250;

/** Finds an entity of the catalog by what people call it. */
export function EntityPicker(props: {
  label: string;
  description?: string;
  error?: string;
  choosable: Choosable;
  value: string | null;
  /** References that are chosen already and not offered again. */
  exclude?: string[];
  onChange: (entityRef: string | null) => void;
}) {
  const { choosable, exclude = [] } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const [input, setInput] = useState(props.value ?? '');
  const [term, setTerm] = useState('');
  // The name of what is chosen is no search term.
  const [chosenName, setChosenName] = useState(props.value ?? '');
  const typed = input === chosenName ? '' : input.trim();
  useDebounce(() => setTerm(typed), TYPING_PAUSE, [typed]);

  const search = useEntitySearch(choosable, term, { enabled: isOpen });
  const options = (search.data?.items ?? [])
    .map(entity => ({ id: stringifyEntityRef(entity), title: titleOf(entity) }))
    .filter(({ id }) => !exclude.includes(id))
    .map(option => ({
      ...option,
      content: <EntityDisplayName entityRef={option.id} />,
    }));

  const hint = () => {
    if (search.isError) {
      return t('entityPicker.failed');
    }
    const nothing = isOpen && search.isSuccess && options.length === 0;
    return nothing ? t('entityPicker.nothing') : props.description;
  };
  const choose = (ref: string | null) => {
    const name = options.find(({ id }) => id === ref)?.title ?? '';
    // A picker that keeps nothing is ready for the next entity.
    const shown = props.value === null && exclude.length > 0 ? '' : name;
    setChosenName(shown);
    setInput(shown);
    props.onChange(ref);
  };

  return (
    <Combobox
      label={props.label}
      description={hint()}
      error={props.error}
      options={options}
      value={props.value}
      input={input}
      isSearching={search.isFetching}
      onInput={setInput}
      onOpenChange={setIsOpen}
      onChange={choose}
    />
  );
}

function titleOf(entity: Entity) {
  return entity.metadata.title ?? entity.metadata.name;
}
