import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { DataTableColumn } from './types';

/** The width of the column with the boxes to tick, in pixels. */
export const CHECKBOX_WIDTH = 40;

/**
 * The columns that the frame has room for, without the least important ones
 * where it is too narrow. What cannot be measured has room for all.
 */
export function useFittingColumns<T>(
  frame: RefObject<HTMLElement>,
  columns: readonly DataTableColumn<T>[],
  reserved: number,
): DataTableColumn<T>[] {
  const [room, setRoom] = useState(Infinity);
  useEffect(() => {
    const element = frame.current;
    if (!element || !('ResizeObserver' in window)) {
      return undefined;
    }
    const observer = new ResizeObserver(() =>
      setRoom(element.clientWidth || Infinity),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return useMemo(
    () => fitting(columns, room - reserved),
    [columns, room, reserved],
  );
}

/** The most important of the columns that are not wider than the room together. */
export function fitting<T>(
  columns: readonly DataTableColumn<T>[],
  room: number,
): DataTableColumn<T>[] {
  let left = room;
  const chosen = new Set<string>();
  const ranked = [...columns].sort((a, b) => b.importance - a.importance);
  for (const { id, width, isRowHeader } of ranked) {
    if (width <= left || isRowHeader) {
      chosen.add(id);
      left -= width;
    } else {
      // a less important one does not take the place of a wider one
      break;
    }
  }
  return columns.filter(({ id }) => chosen.has(id));
}
