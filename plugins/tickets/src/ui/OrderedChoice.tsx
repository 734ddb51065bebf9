import { ButtonIcon, Checkbox, Text, VisuallyHidden } from '@backstage/ui';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import {
  HighPriorityIcon as UpIcon,
  LowPriorityIcon as DownIcon,
} from './icons';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    option: {
      display: 'flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
      padding: 'var(--bui-space-0_5) 0',
      '& > :first-child': { flexGrow: 1, minWidth: 0 },
    },
  },
  { name: 'PortaldeskOrderedChoice' },
);

type Direction = 'up' | 'down';

/** Values of which any number can be ticked, in an order that one chooses, too. */
export function OrderedChoice<T extends string>(props: {
  label: string;
  options: readonly { id: T; title: string; isFixed?: boolean }[];
  /** In their order; the other options stand below them. */
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  texts: {
    up: (title: string) => string;
    down: (title: string) => string;
    /** Says where an option is now, from 1. */
    place: (title: string, place: number) => string;
  };
}) {
  const classes = useStyles();
  const { options, chosen, texts } = props;
  const list = useRef<HTMLUListElement>(null);
  // what is not ticked any longer stays where it is as long as one looks at it
  const [order, setOrder] = useState<readonly T[]>(() => [
    ...chosen.filter(id => options.some(option => option.id === id)),
    ...options.map(({ id }) => id).filter(id => !chosen.includes(id)),
  ]);
  const [moved, setMoved] = useState<{ id: T; to: Direction }>();
  const titleOf = (id: T) => options.find(option => option.id === id)!.title;

  // a button that moves with its row keeps the focus, as far as it goes on
  useLayoutEffect(() => {
    if (moved) {
      const buttons = ['up', 'down'].map(to =>
        list.current?.querySelector<HTMLButtonElement>(
          `[data-move="${moved.id} ${to}"]`,
        ),
      );
      const [wanted, other] = moved.to === 'up' ? buttons : buttons.reverse();
      (wanted?.disabled ? other : wanted)?.focus();
    }
  }, [moved]);

  const move = (id: T, to: Direction) => {
    const at = order.indexOf(id);
    const next = [...order];
    next.splice(at, 1);
    next.splice(at + (to === 'up' ? -1 : 1), 0, id);
    setOrder(next);
    setMoved({ id, to });
    props.onChange(next.filter(one => chosen.includes(one)));
  };
  const canMove = (id: T, to: Direction) =>
    order.indexOf(id) !== (to === 'up' ? 0 : order.length - 1);
  const onKeyDown = (event: KeyboardEvent, id: T) => {
    const to = { ArrowUp: 'up', ArrowDown: 'down' }[event.key] as
      Direction | undefined;
    if (event.altKey && to) {
      event.preventDefault();
      if (canMove(id, to)) {
        move(id, to);
      }
    }
  };
  return (
    <div role="group" aria-label={props.label}>
      <Text as="p" weight="bold" aria-hidden>
        {props.label}
      </Text>
      <ul className={classes.list} ref={list}>
        {order.map(id => (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={id}
            className={classes.option}
            onKeyDown={event => onKeyDown(event, id)}
          >
            <Checkbox
              isSelected={chosen.includes(id)}
              isDisabled={options.some(o => o.id === id && o.isFixed)}
              onChange={isOn =>
                props.onChange(
                  order.filter(one =>
                    one === id ? isOn : chosen.includes(one),
                  ),
                )
              }
            >
              {titleOf(id)}
            </Checkbox>
            {(['up', 'down'] as const).map(to => (
              <ButtonIcon
                key={to}
                size="small"
                variant="tertiary"
                data-move={`${id} ${to}`}
                aria-label={texts[to](titleOf(id))}
                isDisabled={!canMove(id, to)}
                icon={
                  to === 'up' ? (
                    <UpIcon fontSize="small" />
                  ) : (
                    <DownIcon fontSize="small" />
                  )
                }
                onPress={() => move(id, to)}
              />
            ))}
          </li>
        ))}
      </ul>
      <VisuallyHidden>
        <span aria-live="polite">
          {moved && texts.place(titleOf(moved.id), order.indexOf(moved.id) + 1)}
        </span>
      </VisuallyHidden>
    </div>
  );
}
