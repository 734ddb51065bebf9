import { SearchField as BuiSearchField } from '@backstage/ui';

/** Where people type what they look for. */
export function SearchField(props: {
  /** Of the element around the input, for the keyboard's focus. */
  id: string;
  label: string;
  placeholder: string;
  value: string;
  className?: string;
  onChange: (value: string) => void;
  /** Enter. */
  onSubmit: (value: string) => void;
}) {
  const { id, label, className, ...others } = props;
  return (
    <div id={id} className={className}>
      <BuiSearchField aria-label={label} size="small" {...others} />
    </div>
  );
}
