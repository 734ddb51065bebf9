import type {
  BulkChange,
  DeskDescription,
} from '@portaldesk/plugin-tickets-common';

/** What can be done to many tickets at once. */
export const BULK_KINDS = [
  'assign',
  'move',
  'status',
  'priority',
  'tags',
  'close',
] as const;

/** One of {@link BULK_KINDS}. */
export type BulkKind = (typeof BULK_KINDS)[number];

/** What was chosen for a change of many tickets. */
export interface BulkValues {
  /** A reference; `none`: nobody. */
  assignee: string | null;
  team: string | null;
  status: string | null;
  priority: string | null;
  /** Separated by commas. */
  addTags: string;
  removeTags: string;
  close: 'solve' | 'close';
  notify: 'default' | 'yes' | 'no';
}

/** Stands for nobody. */
export const NOBODY = 'none';

/** Nothing is chosen yet. */
export const NO_VALUES: BulkValues = {
  assignee: null,
  team: null,
  status: null,
  priority: null,
  addTags: '',
  removeTags: '',
  close: 'solve',
  notify: 'default',
};

/** The change that was chosen; undefined: something is missing. */
export function bulkChangeOf(
  kind: BulkKind,
  values: BulkValues,
  desk: DeskDescription,
): BulkChange | undefined {
  const { assignee, team, status, priority, notify } = values;
  switch (kind) {
    case 'assign':
      if (assignee === desk.caller.ref) {
        return { type: 'take-over' };
      }
      return assignee === null
        ? undefined
        : {
            type: 'assignment',
            assignee: assignee === NOBODY ? null : assignee,
          };
    case 'move':
      return team === null
        ? undefined
        : { type: 'assignment', assignee: null, team };
    case 'status':
      return status === null ? undefined : { type: 'status', status };
    case 'priority':
      return priority === null ? undefined : { type: 'edit', priority };
    case 'tags': {
      const addTags = tagsIn(values.addTags);
      const removeTags = tagsIn(values.removeTags);
      return addTags || removeTags
        ? { type: 'edit', addTags, removeTags }
        : undefined;
    }
    default:
      return {
        type: values.close,
        notify: notify === 'default' ? undefined : notify === 'yes',
      };
  }
}

function tagsIn(text: string): string[] | undefined {
  const tags = text
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '');
  return tags.length > 0 ? [...new Set(tags)] : undefined;
}
