import { TextAreaField } from '@backstage/ui';

/** Several lines of text. */
export function TextArea(props: {
  label: string;
  description?: string;
  value: string;
  /** How many lines it shows. */
  rows: number;
  onChange: (value: string) => void;
}) {
  return <TextAreaField {...props} />;
}
