import {
  type AuditorService,
  type AuditorServiceCreateEventOptions,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { testDatabases } from '../__testUtils__/databases';
import { lifeDesk } from '../__testUtils__/lifeDesk';
import { startTestDesk } from '../__testUtils__/startTestDesk';
import { caller } from '../__testUtils__/testDesk';
import type { Desk } from './Desk';
import { auditedDesk } from './auditedDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

interface AuditRecord extends AuditorServiceCreateEventOptions {
  outcome: string;
}

/** An auditor that keeps what became of each event. */
function recorder() {
  const records: AuditRecord[] = [];
  const auditor: AuditorService = {
    createEvent: async options => {
      const keep = (outcome: string, meta?: JsonObject) => {
        records.push({
          ...options,
          meta: { ...options.meta, ...meta },
          outcome,
        });
      };
      return {
        success: async more => keep('succeeded', more?.meta),
        fail: async ({ error, meta }) => keep(error.name, meta),
      };
    },
  };
  return { auditor, records };
}

const OUTSIDER = 'user:default/outsider';

describe.each(databases.ids)('the audit events on %s', id => {
  async function desk() {
    const { auditor, records } = recorder();
    const life = await lifeDesk(await databases.init(id));
    return {
      ...life,
      desk: auditedDesk(life.desk, {
        auditor,
        context: life.context,
      }),
      records,
    };
  }

  it('of a deletion name who deleted what, and nothing of its content', async () => {
    const { desk: audited, file, records } = await desk();
    const ticket = await file({ subject: 'Confidential matter' });
    await audited.deleteTicket(caller('admin'), { ticket: ticket.id });
    expect(records).toEqual([
      {
        eventId: 'delete',
        severityLevel: 'high',
        meta: {
          actor: 'user:default/admin',
          ticket: ticket.id,
          id: ticket.id,
          number: ticket.number,
        },
        outcome: 'succeeded',
      },
    ]);
    expect(JSON.stringify(records)).not.toContain('matter');
  });

  it.each([
    ['agent', 'NotAllowedError'],
    ['outsider', 'NotFoundError'],
  ])('tell that %s tried to delete a ticket', async (name, outcome) => {
    const { desk: audited, file, records } = await desk();
    const { id: ticket } = await file();
    await expect(
      audited.deleteTicket(caller(name), { ticket }),
    ).rejects.toMatchObject({ name: outcome });
    expect(records).toEqual([
      {
        eventId: 'delete',
        severityLevel: 'high',
        meta: { actor: `user:default/${name}`, ticket },
        outcome,
      },
    ]);
  });

  const agent = caller('agent');
  const watching = { ref: agent.ref, role: 'watcher' } as const;

  it.each<[string, string[], (desk: Desk, ticket: string) => Promise<unknown>]>(
    [
      [
        'a visibility',
        ['visibility-change'],
        (to, ticket) =>
          to.editTicket(agent, { ticket }, { visibility: 'internal' }),
      ],
      [
        'another edit',
        [],
        (to, ticket) => to.editTicket(agent, { ticket }, { priority: 'high' }),
      ],
      [
        'the access of an organisation',
        ['organisation-access-change'],
        (to, ticket) =>
          to.setOrganisationAccess(agent, { ticket }, { granted: false }),
      ],
      [
        'somebody who is added',
        ['person-add'],
        (to, ticket) =>
          to.addPerson(agent, { ticket }, { ref: OUTSIDER, role: 'to' }),
      ],
      [
        'somebody who is removed',
        ['person-remove'],
        (to, ticket) =>
          to.removePerson(agent, { ticket }, { ref: OUTSIDER, role: 'to' }),
      ],
      [
        'watching by oneself',
        [],
        async (to, ticket) => {
          await to.addPerson(agent, { ticket }, watching);
          await to.removePerson(agent, { ticket }, watching);
        },
      ],
      [
        'a merge, which opens a conversation to the other side’s people',
        ['merge'],
        async (to, ticket) => {
          const { id: other } = await to.fileTicket(agent, {
            subject: 'The same',
            onBehalfOf: 'user:default/requester',
            team: 'group:default/support',
          });
          await to.mergeTicket(agent, { ticket }, { into: other });
        },
      ],
      [
        'the absence of somebody else',
        ['absence-set', 'absence-end'],
        async to => {
          const person = 'user:default/second-agent';
          await to.setAbsence(agent, { person });
          await to.endAbsence(agent, { person });
        },
      ],
      [
        'an absence of one’s own',
        [],
        async to => {
          await to.setAbsence(agent, { person: agent.ref });
          await to.endAbsence(agent, { person: agent.ref });
        },
      ],
      [
        'a bulk change, and each change in it that leaves one alone',
        ['visibility-change', 'bulk-change'],
        (to, ticket) =>
          to.changeTickets(agent, {
            tickets: [ticket],
            change: { type: 'edit', visibility: 'confidential' },
          }),
      ],
    ],
  )('of %s are %j', async (_, expected, act) => {
    const { desk: audited, file, records } = await desk();
    const { id: ticket } = await file();
    await act(audited, ticket);
    expect(records.map(({ eventId }) => eventId)).toEqual(expected);
    for (const { meta, outcome } of records) {
      expect(meta).toMatchObject({ actor: agent.ref });
      expect(outcome).toBe('succeeded');
    }
  });

  it('are left by the plugin', async () => {
    const { auditor, records } = recorder();
    const portal = await startTestDesk({
      knex: await databases.init(id),
      features: [
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => auditor,
        }),
      ],
    });
    const filed = await portal.as('requester').fileTicket({ subject: 'Help' });
    await portal.as('admin').deleteTicket(filed.id);
    expect(records).toMatchObject([
      {
        eventId: 'delete',
        meta: { actor: 'user:default/admin', number: filed.number },
        outcome: 'succeeded',
      },
    ]);
    await portal.stop();
  });

  it('of a bulk change count what came of it', async () => {
    const { desk: audited, file, records } = await desk();
    const { id: ticket } = await file();
    await audited.changeTickets(agent, {
      tickets: [ticket, 'nothing'],
      change: { type: 'delete' },
    });
    expect(records.map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['delete', 'NotAllowedError'],
      ['delete', 'NotFoundError'],
      ['bulk-change', 'succeeded'],
    ]);
    expect(records[2].meta).toEqual({
      actor: agent.ref,
      change: 'delete',
      tickets: [ticket, 'nothing'],
      byStatus: { 403: 1, 404: 1 },
    });
  });
});
