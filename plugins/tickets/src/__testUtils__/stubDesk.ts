import type {
  DeskDescription,
  Ticket,
  TicketsApi,
} from '@portaldesk/plugin-tickets-common';
import { attachmentOf } from './files';
import { AGENT, ASSET, ENGINEER, TEAM } from './people';
import { refusal } from './refusal';
import { EVENTS, MESSAGES } from './stubConversation';

export { AGENT, ASSET, ENGINEER, TEAM, EVENTS, MESSAGES, refusal };

/** A desk as an engineer sees it; parts of it can be replaced. */
export function deskOf(
  part: Partial<Omit<DeskDescription, 'caller'>> & {
    caller?: Partial<DeskDescription['caller']>;
  } = {},
): DeskDescription {
  return {
    teams: [TEAM, 'group:default/data-support'],
    categories: [
      {
        id: 'incident',
        title: 'Something is broken',
        icon: 'warning',
        agentsOnly: false,
      },
      {
        id: 'access',
        title: 'I need access',
        description: 'Roles and rights',
        agentsOnly: false,
      },
    ],
    priorities: [
      { id: 'low', title: 'Low' },
      { id: 'normal', title: 'Normal' },
      { id: 'high', title: 'High' },
    ],
    defaultPriority: 'normal',
    statuses: [],
    slaPolicies: [],
    attachments: {
      maxFileSize: 25_000_000,
      maxTicketSize: 200_000_000,
      maxFilesPerMessage: 10,
      allowedTypes: ['image/*', 'text/*'],
    },
    ...part,
    caller: {
      ref: ENGINEER,
      agent: false,
      admin: false,
      teams: [],
      mayFile: true,
      ...part.caller,
    },
  };
}

/** The same desk as an agent sees it. */
export function agentDesk(part: Partial<DeskDescription> = {}) {
  return deskOf({
    statuses: [
      { id: 'new', title: 'New', type: 'new', next: ['open', 'waiting'] },
      {
        id: 'open',
        title: 'In work',
        type: 'open',
        next: ['waiting', 'later', 'closed'],
      },
      {
        id: 'waiting',
        title: 'Waiting for requester',
        type: 'waiting-requester',
        next: ['open', 'closed'],
      },
      { id: 'later', title: 'Postponed', type: 'postponed', next: ['open'] },
      { id: 'closed', title: 'Closed', type: 'closed', next: ['open'] },
    ],
    ...part,
    caller: {
      ref: AGENT,
      agent: true,
      admin: false,
      teams: [TEAM],
      mayFile: true,
    },
  });
}

/** A ticket as its requester sees it; parts of it can be replaced. */
export function ticketOf(part: Partial<Ticket> = {}): Ticket {
  const number = part.number ?? 'T2026-00001';
  return {
    id: `id-${number}`,
    number,
    version: 3,
    subject: 'Payments answers with 502',
    portalStatus: 'in-progress',
    light: 'orange',
    category: 'incident',
    priority: 'normal',
    visibility: 'public',
    channel: 'portal',
    fields: {},
    system: null,
    requester: ENGINEER,
    createdBy: ENGINEER,
    organisation: 'group:default/checkout',
    organisationAccess: true,
    entities: [],
    people: [],
    assets: [{ entityRef: ASSET, primary: true }],
    team: TEAM,
    assignee: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    updatedAt: '2026-03-02T10:00:00.000Z',
    endedAt: null,
    postponedUntil: null,
    archivedAt: null,
    rating: null,
    allowedActions: ['reply', 'close'],
    ...part,
  };
}

/** The same ticket as an agent of its team sees it. */
export function agentTicket(part: Partial<Ticket> = {}): Ticket {
  return ticketOf({
    status: 'open',
    tags: [],
    slaPolicy: null,
    notifyRequester: true,
    allowedActions: [
      'reply',
      'note',
      'edit',
      'classify',
      'take-over',
      'hand-over',
      'change-status',
      'close',
    ],
    ...part,
  });
}

/** A desk that answers without a network; every method can be replaced and watched. */
export function stubDesk(
  options: {
    desk?: DeskDescription;
    tickets?: Ticket[];
    methods?: Partial<TicketsApi>;
  } = {},
): jest.Mocked<TicketsApi> {
  const tickets = options.tickets ?? [ticketOf()];
  const find = async (name: string) => {
    const ticket = tickets.find(({ id, number }) =>
      [id, number].includes(name),
    );
    if (!ticket) {
      throw await refusal(404, {
        name: 'NotFoundError',
        message: 'No ticket',
        code: 'not-found',
      });
    }
    return ticket;
  };
  const methods: Partial<TicketsApi> = {
    describeDesk: async () => options.desk ?? deskOf(),
    listAbsences: async () => ({ items: [] }),
    fileTicket: async ({ subject }) => ticketOf({ subject }),
    listTickets: async () => ({
      items: tickets,
      total: tickets.length,
      totalCap: 1000,
    }),
    countTickets: async () => ({
      orange: 3,
      red: 2,
      grey: 1,
      green: 40,
    }),
    countViews: async ({ views }) => ({
      items: views.map(({ id }, count) => ({ id, count, capped: false })),
    }),
    listViews: async () => ({ items: [] }),
    similarTickets: async () => ({ items: [] }),
    listLinks: async () => ({ items: [] }),
    getTicket: find,
    listMessages: async () => ({ items: MESSAGES }),
    listEvents: async () => ({ items: EVENTS }),
    addMessage: async (_, { kind, body }) => ({
      ...MESSAGES[0],
      id: 'm3',
      kind,
      body,
    }),
    uploadFile: async ({ name, content }) =>
      attachmentOf({
        id: `file ${name}`,
        name,
        mediaType: content.type,
        size: content.size,
      }),
    downloadFile: async () => new Blob(['hello'], { type: 'image/png' }),
    discardFile: async () => {},
    editTicket: find,
    markRead: find,
    changeStatus: find,
    takeOver: find,
    handOver: find,
    closeTicket: find,
    reopenTicket: find,
    ...options.methods,
  };
  return watched(methods);
}

type Method = (...request: never[]) => unknown;

/** Every method as a mock; those that are not given refuse. */
function watched(methods: Partial<TicketsApi>): jest.Mocked<TicketsApi> {
  const given = new Map<PropertyKey, Method>(Object.entries(methods));
  const mocks = new Map<PropertyKey, jest.Mock<unknown, never[]>>();
  return new Proxy({} as jest.Mocked<TicketsApi>, {
    get(_target, name) {
      // it is no promise: an async function can return it
      if (name === 'then') return undefined;
      const mock = mocks.get(name) ?? jest.fn(given.get(name) ?? refuse(name));
      mocks.set(name, mock);
      return mock;
    },
  });
}

function refuse(name: PropertyKey): Method {
  return async () => {
    const message = `The stub knows no ${String(name)}`;
    throw await refusal(501, { name: 'NotImplementedError', message });
  };
}
