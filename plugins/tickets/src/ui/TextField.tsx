import { TextField as BuiTextField } from '@backstage/ui';
import { invalidProps } from './fieldProps';

/** One line of text. */
export function TextField(props: {
  label: string;
  description?: string;
  /** What is wrong with the value. */
  error?: string;
  value: string;
  maxLength?: number;
  isRequired?: boolean;
  /** Of the input, for the keyboard's focus. */
  id?: string;
  className?: string;
  onChange: (value: string) => void;
}) {
  const { error, isRequired, ...others } = props;
  return (
    <BuiTextField
      {...others}
      {...invalidProps(error)}
      aria-required={isRequired}
    />
  );
}
