import type { DeskConfig } from '../config/DeskConfig';
import type { DeskStore } from '../store/DeskStore';
import type { ConfiguredProperty } from '../store/tickets/countByProperty';

/** Where tickets have something that is no longer configured. */
interface Kind {
  readonly property: ConfiguredProperty;
  readonly what: string;
  readonly setting: string;
  /** What it means for the tickets, and how to mend it. */
  readonly hint: string;
  /** Undefined: anything goes. */
  configured(config: DeskConfig): readonly string[] | undefined;
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

const kinds: readonly Kind[] = [
  {
    property: 'status',
    what: 'in statuses',
    setting: 'tickets.statuses',
    hint: 'Such tickets count as open and can be set to any status: set them to others, or add these again',
    configured: ({ statuses }) => ids(statuses.all),
  },
  {
    property: 'category',
    what: 'in categories',
    setting: 'tickets.categories',
    hint: 'Such tickets show the bare id and no form: change their category, or add these again',
    configured: ({ categories }) => ids(categories),
  },
  {
    property: 'priority',
    what: 'with priorities',
    setting: 'tickets.priorities',
    hint: 'Such tickets show the bare id: change their priority, or add these again',
    configured: ({ priorities }) => ids(priorities),
  },
  {
    property: 'team',
    what: 'of teams',
    setting: 'tickets.teams',
    hint: 'They are no longer teams of the desk: move these tickets to other teams, or add the teams again',
    configured: ({ access }) =>
      access.teams.length > 0 ? access.teams : undefined,
  },
  {
    property: 'slaPolicy',
    what: 'with SLA policies',
    setting: 'tickets.slaPolicies',
    hint: 'Such tickets have no deadlines: give them other policies, or add these again',
    configured: ({ slaPolicies }) => ids(slaPolicies),
  },
];

/**
 * Describes which tickets have something that is no longer configured, one
 * sentence for each kind. Ended tickets may keep what they had, except for a
 * status, without which they count as open.
 */
export async function describeStrandedTickets(context: {
  readonly config: DeskConfig;
  readonly store: Pick<DeskStore, 'tickets'>;
}): Promise<string[]> {
  const warnings: string[] = [];
  for (const { property, what, setting, hint, configured } of kinds) {
    const known = configured(context.config);
    const gone = known
      ? (await context.store.tickets.countByProperty(property))
          .map(({ value, tickets, open }) => ({
            value,
            count: property === 'status' ? tickets : open,
          }))
          .filter(({ value, count }) => count > 0 && !known.includes(value))
      : [];
    if (gone.length > 0) {
      const total = gone.reduce((sum, { count }) => sum + count, 0);
      const list = gone.map(({ value, count }) => `${value} (${count})`);
      warnings.push(
        `${total} ${total === 1 ? 'ticket is' : 'tickets are'} left ${what} that ${setting} does not have: ${list.join(', ')}. ${hint}`,
      );
    }
  }
  return warnings;
}
