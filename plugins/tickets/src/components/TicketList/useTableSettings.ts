import { useDesk } from '../../data';
import { usePreference } from '../../lib/usePreference';
import {
  AGENT_COLUMNS,
  readColumns,
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
  return {
    isForAgents: works,
    columns: works
      ? columns
      : columns.filter(column => !AGENT_COLUMNS.has(column)),
    setColumns,
    isCompact,
    setCompact,
  };
}
