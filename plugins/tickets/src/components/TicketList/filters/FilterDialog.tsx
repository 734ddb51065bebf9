import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useState } from 'react';
import { ticketsTranslationRef } from '../../../i18n';
import { CheckboxList, DateField, FormDialog, SingleChoice } from '../../../ui';
import { type ListFilter, readFilter, writeFilter } from '../listFilter';
import { EntityValues } from './EntityValues';
import { dayOf, instantAfterDay, instantOfDay } from './days';
import { type FilterField, valuesOf } from './useFilterFields';
import { WordValues } from './WordValues';

/** Asks for the values of one filter. */
export function FilterDialog(props: {
  field: FilterField;
  filter: ListFilter;
  onApply: (filter: ListFilter) => void;
  onClose: () => void;
}) {
  const { field, filter } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [values, setValues] = useState(() => valuesOf(field, filter));
  const [span, setSpan] = useState(() => {
    const [from, to] = field.names.map(name => filter[name]);
    return {
      from: dayOf(from),
      to: dayOf(to, true),
    };
  });

  const apply = () => {
    const params = new URLSearchParams();
    const [first, second] = field.names;
    if (field.kind === 'span' && second) {
      writeFilter(params, {
        [first]: instantOfDay(span.from),
        [second]: instantAfterDay(span.to),
      });
    } else {
      const meant = values.map(value => value.trim()).filter(Boolean);
      writeFilter(params, { [first]: meant });
    }
    const cleared = Object.fromEntries(
      field.names.map(name => [name, undefined]),
    );
    props.onApply({ ...cleared, ...readFilter(params) });
  };

  return (
    <FormDialog
      title={t('filters.dialog', { field: field.title })}
      submitLabel={t('filters.apply')}
      cancelLabel={t('ticket.cancel')}
      onSubmit={apply}
      onClose={props.onClose}
    >
      {field.kind === 'choice' && (
        <CheckboxList
          label={field.title}
          options={field.options}
          chosen={values}
          onChange={setValues}
        />
      )}
      {field.kind === 'entity' && (
        <EntityValues field={field} values={values} onChange={setValues} />
      )}
      {field.kind === 'words' && (
        <WordValues field={field} values={values} onChange={setValues} />
      )}
      {field.kind === 'flag' && (
        <SingleChoice
          label={field.title}
          options={(['true', 'false'] as const).map(id => ({
            id,
            title: t(`filters.flag.${id}`),
          }))}
          chosen={values[0] ?? ''}
          onChoose={chosen => setValues([chosen])}
        />
      )}
      {field.kind === 'span' &&
        (['from', 'to'] as const).map(end => (
          <DateField
            key={end}
            id={`filter-${end}`}
            label={t(`filters.span.${end}`)}
            value={span[end]}
            onChange={day => setSpan({ ...span, [end]: day })}
          />
        ))}
    </FormDialog>
  );
}
