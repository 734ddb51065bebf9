import { TextField } from '../../../ui';
import type { FilterField } from './useFilterFields';

/** Words, separated by commas, any of which is looked for. */
export function WordValues(props: {
  field: Extract<FilterField, { kind: 'words' }>;
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { field, values, onChange } = props;
  return (
    <TextField
      label={field.title}
      description={field.hint}
      // what is typed is kept as it is until the dialog is done
      value={values.join(',')}
      onChange={text => onChange(text === '' ? [] : text.split(','))}
    />
  );
}
