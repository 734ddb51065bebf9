import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { MultipleChoiceButton } from '../../ui';

/** A filter that says what is chosen, and opens the values to tick. */
export function Filter<T extends string>(props: {
  field: string;
  options: readonly { id: T; title: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const { field, options, chosen } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titleOf = (id: T) =>
    options.find(option => option.id === id)?.title ?? id;
  const label =
    chosen.length === 0
      ? t('filters.any', { field })
      : t('filters.some', { field, values: chosen.map(titleOf).join(', ') });
  return (
    <MultipleChoiceButton
      label={chosen.length === 0 ? field : label}
      spokenLabel={label}
      menuLabel={field}
      options={options}
      chosen={chosen}
      onChange={props.onChange}
    />
  );
}
