import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';

/** Values side by side, of which exactly one is chosen. */
export function SingleChoice<T extends string>(props: {
  label: string;
  options: readonly { id: T; title: string }[];
  /** None of the options: nothing is chosen yet. */
  chosen: T;
  onChoose: (id: T) => void;
}) {
  const { options, chosen } = props;
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={keys => {
        const option = options.find(({ id }) => keys.has(id));
        if (option) {
          props.onChoose(option.id);
        }
      }}
    >
      {options.map(({ id, title }) => (
        <ToggleButton key={id} id={id}>
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
