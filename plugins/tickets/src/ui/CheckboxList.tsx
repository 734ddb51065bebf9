import { Checkbox, CheckboxGroup } from '@backstage/ui';

/** Values of which any number can be ticked. */
export function CheckboxList(props: {
  label: string;
  options: readonly { id: string; title: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  return (
    <CheckboxGroup
      label={props.label}
      value={[...props.chosen]}
      onChange={props.onChange}
    >
      {props.options.map(({ id, title }) => (
        <Checkbox key={id} value={id}>
          {title}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
