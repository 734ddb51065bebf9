import { Select as BuiSelect, SelectItem } from '@backstage/ui';
import { invalidProps } from './fieldProps';

/** One of the values of a {@link Select}. */
export interface SelectOption {
  id: string;
  title: string;
}

/** A field whose value is one of several. */
export function Select(props: {
  label: string;
  /** Whether the label is only said, where what is beside it explains the field. */
  isLabelHidden?: boolean;
  description?: string;
  /** What is wrong with the value. */
  error?: string;
  placeholder?: string;
  options: readonly SelectOption[];
  /** The id of the option; null: none yet. */
  value: string | null;
  isDisabled?: boolean;
  className?: string;
  onChange: (id: string) => void;
}) {
  const { error, options, onChange, label, isLabelHidden, ...others } = props;
  return (
    <BuiSelect
      {...others}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      {...invalidProps(error)}
      onChange={key => {
        if (key !== null) {
          onChange(String(key));
        }
      }}
    >
      {options.map(({ id, title }) => (
        <SelectItem key={id} id={id} textValue={title} showSelectionIndicator>
          {title}
        </SelectItem>
      ))}
    </BuiSelect>
  );
}
