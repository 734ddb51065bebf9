import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { ReactElement } from 'react';
import { shortcutProps } from './shortcutProps';
import { ArrowDownIcon } from './icons';

/** One of the things to choose from a {@link MenuButton}. */
export interface MenuOption {
  id: string;
  title: string;
  icon?: ReactElement;
}

/** A button with things to choose from; absent when there are none. */
export function MenuButton(props: {
  label: string;
  options: readonly MenuOption[];
  isDisabled?: boolean;
  /** The key that presses it. */
  shortcut?: string;
  onChoose: (id: string) => void;
}) {
  if (props.options.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        isDisabled={props.isDisabled}
        {...(props.shortcut && shortcutProps(props.shortcut))}
        iconEnd={<ArrowDownIcon fontSize="small" aria-hidden />}
      >
        {props.label}
      </Button>
      <Menu onAction={key => props.onChoose(String(key))}>
        {props.options.map(({ id, title, icon }) => (
          <MenuItem key={id} id={id} textValue={title} iconStart={icon}>
            {title}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
