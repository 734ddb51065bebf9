import { useEffect, useRef } from 'react';
import { useTableStyles } from './useTableStyles';

/** A box to tick in a table. */
export function TickBox(props: {
  label: string;
  isTicked: boolean;
  isPartly?: boolean;
  /** Whether the Tab key leaves it out, since its row has a key for it. */
  isSkipped?: boolean;
  /** @param extend - whether Shift was held */
  onToggle: (extend: boolean) => void;
}) {
  const classes = useTableStyles();
  const box = useRef<HTMLInputElement>(null);
  const { isPartly = false, onToggle } = props;
  useEffect(() => {
    if (box.current) {
      box.current.indeterminate = isPartly;
    }
  }, [isPartly]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={classes.box}
      aria-label={props.label}
      checked={props.isTicked}
      tabIndex={props.isSkipped ? -1 : undefined}
      // a click tells whether Shift is held, a change does not
      onClick={event => onToggle(event.shiftKey)}
      onChange={() => {}}
    />
  );
}
