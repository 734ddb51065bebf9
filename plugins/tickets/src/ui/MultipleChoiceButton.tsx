import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { ArrowDownIcon, TickedIcon, UntickedIcon } from './icons';

/** A button with values of which any number can be ticked. */
export function MultipleChoiceButton<T extends string>(props: {
  label: string;
  /** What is said instead of the label, which it begins with. */
  spokenLabel?: string;
  /** Names the values, for those who cannot see where they belong. */
  menuLabel: string;
  options: readonly { id: T; title: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const { options, chosen } = props;
  return (
    <MenuTrigger>
      <Button
        variant={chosen.length > 0 ? 'primary' : 'secondary'}
        aria-label={props.spokenLabel}
        iconEnd={<ArrowDownIcon fontSize="small" aria-hidden />}
      >
        {props.label}
      </Button>
      <Menu
        aria-label={props.menuLabel}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={keys =>
          props.onChange(
            options
              .map(({ id }) => id)
              .filter(id => keys === 'all' || keys.has(id)),
          )
        }
      >
        {options.map(({ id, title }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={title}
            // the menu itself does not show what is ticked
            iconStart={
              chosen.includes(id) ? (
                <TickedIcon fontSize="small" aria-hidden />
              ) : (
                <UntickedIcon fontSize="small" aria-hidden />
              )
            }
          >
            {title}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
