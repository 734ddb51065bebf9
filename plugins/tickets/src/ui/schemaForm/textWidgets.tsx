import { TextAreaField, TextField } from '@backstage/ui';
import {
  type BaseInputTemplateProps,
  getInputProps,
  type WidgetProps,
} from '@rjsf/utils';
import { useField } from './useField';

/** One line: a text, a number, a day, a time, an address. */
export function InputField(props: BaseInputTemplateProps) {
  const { id, value, options, placeholder } = props;
  const field = useField(props);
  const { type } = getInputProps(props.schema, props.type, options);
  return (
    <TextField
      id={id}
      {...field.name}
      description={field.description}
      {...field.invalid}
      // days and numbers as well, which the component only passes on
      type={type as 'text'}
      placeholder={placeholder || undefined}
      value={value === undefined || value === null ? '' : String(value)}
      isDisabled={field.isLocked}
      aria-required={props.required}
      onChange={text => props.onChange(text === '' ? options.emptyValue : text)}
    />
  );
}

const DEFAULT_ROWS = 4;

function TextareaWidget(props: WidgetProps) {
  const { id, value, options, placeholder } = props;
  const field = useField(props);
  return (
    <TextAreaField
      id={id}
      {...field.name}
      description={field.description}
      {...field.invalid}
      rows={typeof options.rows === 'number' ? options.rows : DEFAULT_ROWS}
      placeholder={placeholder || undefined}
      value={typeof value === 'string' ? value : ''}
      isDisabled={field.isLocked}
      aria-required={props.required}
      onChange={text => props.onChange(text === '' ? options.emptyValue : text)}
    />
  );
}

export const textWidgets = { TextareaWidget };
