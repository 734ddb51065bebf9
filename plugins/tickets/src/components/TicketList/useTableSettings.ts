import { useDesk } from '../../data';
import { usePreference } from '../../lib/usePreference';
import {
  AGENT_COLUMNS,
  readColumns,
  TABLE_COLUMNS,
  type TableColumn,
  USUAL_COLUMNS,
} from './columns';

/** How a person wants tables of tickets to look, in this browser. */
export function useTableSettings() {
  const { data: desk } = useDesk();
  const [columns, setColumns] = usePreference<readonly TableColumn[]>(
    'columns',
    USUAL_COLUMNS,
    readColumns,
  );
  const [isCompact, setCompact] = usePreference<boolean>(
    'compact',
    false,
    stored => stored === true,
  );
  const works = desk?.caller.agent === true || desk?.caller.admin === true;
  const hasDeadlines = (desk?.slaPolicies.length ?? 0) > 0;
  const available = TABLE_COLUMNS.filter(
    column =>
      (works || !AGENT_COLUMNS.has(column)) &&
      (hasDeadlines || column !== 'nextDueAt'),
  );
  return {
    /** The columns that the desk has something to say in, for this person. */
    available,
    columns: columns.filter(column => available.includes(column)),
    /** What is not available stays as it was chosen. */
    setColumns: (chosen: readonly TableColumn[]) =>
      setColumns([
        ...chosen,
        ...columns.filter(column => !available.includes(column)),
      ]),
    isCompact,
    setCompact,
    /** Tables look again as they do for people who chose nothing. */
    reset: () => {
      setColumns(USUAL_COLUMNS);
      setCompact(false);
    },
  };
}

/** How a person wants tables of tickets to look, and how to change it. */
export type TableSettings = ReturnType<typeof useTableSettings>;
