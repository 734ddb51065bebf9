import { Combobox as BuiCombobox, ComboboxItem } from '@backstage/ui';
import type { ReactNode } from 'react';
import { invalidProps } from './fieldProps';

/** One of the values that a {@link Combobox} found. */
export interface ComboboxOption {
  id: string;
  /** In the field, once it is chosen. */
  title: string;
  content: ReactNode;
}

/** A field whose value is found by typing; what fits is searched elsewhere. */
export function Combobox(props: {
  label: string;
  description?: string;
  /** What is wrong with the value. */
  error?: string;
  /** What was found for the input. */
  options: readonly ComboboxOption[];
  /** The id of the option; null: none yet. */
  value: string | null;
  input: string;
  isSearching: boolean;
  /** Whether there is nothing to choose from before one types. */
  opensByTyping?: boolean;
  onInput: (input: string) => void;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (id: string | null) => void;
}) {
  return (
    <BuiCombobox
      label={props.label}
      description={props.description}
      {...invalidProps(props.error)}
      items={props.options}
      search={{
        mode: 'server',
        inputValue: props.input,
        onInputChange: props.onInput,
      }}
      loading={{ state: props.isSearching ? 'filtering' : 'idle' }}
      menuTrigger={props.opensByTyping ? 'input' : 'focus'}
      onOpenChange={props.onOpenChange}
      value={props.value}
      onChange={key => props.onChange(key === null ? null : String(key))}
    >
      {option => (
        <ComboboxItem id={option.id} textValue={option.title}>
          {option.content}
        </ComboboxItem>
      )}
    </BuiCombobox>
  );
}
