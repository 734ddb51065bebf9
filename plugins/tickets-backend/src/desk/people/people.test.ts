import {
  MAX_PEOPLE,
  type PersonRequest,
  type Ticket,
} from '@portaldesk/plugin-tickets-common';
import type { Entity } from '@backstage/catalog-model';
import { testDatabases } from '../../__testUtils__/databases';
import { lifeDesk } from '../../__testUtils__/lifeDesk';
import { organisation } from '../../__testUtils__/organisation';
import { caller, testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(60_000);

const databases = testDatabases();

function user(name: string): string {
  return `user:default/${name}`;
}

const OUTSIDERS = 'group:default/outsiders';

describe.each(databases.ids)('the people of a ticket on %s', id => {
  let life: Awaited<ReturnType<typeof lifeDesk>>;

  beforeAll(async () => {
    life = await lifeDesk(await databases.init(id));
  });

  function add(
    name: string,
    ticket: string,
    role: PersonRequest['role'],
    ref: string,
  ): Promise<Ticket> {
    return life.desk.addPerson(caller(name), { ticket }, { ref, role });
  }

  function remove(
    name: string,
    ticket: string,
    role: PersonRequest['role'],
    ref: string,
  ): Promise<Ticket> {
    return life.desk.removePerson(caller(name), { ticket }, { ref, role });
  }

  it.each([user('outsider'), OUTSIDERS])(
    'gain access when they are added as %s, and lose it when removed',
    async ref => {
      const { id: ticket } = await life.file();
      const look = () => life.desk.getTicket(caller('outsider'), ticket);
      await expect(look()).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(await add('requester', ticket, 'to', ref)).toMatchObject({
        version: 2,
        people: [{ ref, role: 'to' }],
      });
      expect((await look()).allowedActions).toContain('close');
      expect(await add('requester', ticket, 'cc', ref)).toMatchObject({
        people: [{ ref, role: 'cc' }],
      });
      expect((await look()).allowedActions).not.toContain('close');
      await remove('requester', ticket, 'cc', ref);
      await expect(look()).rejects.toMatchObject({ name: 'NotFoundError' });
    },
  );

  it('has to be in the catalog', async () => {
    const { id: ticket } = await life.file();
    await expect(
      add('agent', ticket, 'cc', user('nobody')),
    ).rejects.toMatchObject({ name: 'InputError', issues: [{ path: 'ref' }] });
  });

  it('are not counted twice, and not removed twice', async () => {
    const { id: ticket } = await life.file();
    await add('agent', ticket, 'to', OUTSIDERS);
    expect(await add('agent', ticket, 'to', OUTSIDERS)).toMatchObject({
      version: 2,
    });
    await remove('agent', ticket, 'to', OUTSIDERS);
    expect(await remove('agent', ticket, 'to', OUTSIDERS)).toMatchObject({
      version: 3,
      people: [],
    });
  });

  it('watch by themselves without anybody but agents noticing', async () => {
    const { id: ticket } = await life.file();
    const watch = (name: string) => add(name, ticket, 'watcher', user(name));
    expect(await watch('colleague')).toMatchObject({
      version: 1,
      people: [{ ref: user('colleague'), role: 'watcher' }],
    });
    await watch('owner');
    const seenBy = async (name: string) =>
      (await life.desk.getTicket(caller(name), ticket)).people.map(
        ({ ref }) => ref,
      );
    expect(await seenBy('agent')).toEqual([user('colleague'), user('owner')]);
    expect(await seenBy('owner')).toEqual([user('owner')]);
    expect(await seenBy('requester')).toEqual([]);
    expect(
      await remove('owner', ticket, 'watcher', user('owner')),
    ).toMatchObject({ version: 1, people: [] });
  });

  it('do not gain access by being made watchers', async () => {
    const { id: ticket } = await life.file();
    await add('agent', ticket, 'watcher', user('outsider'));
    await expect(
      life.desk.getTicket(caller('outsider'), ticket),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each<[string, PersonRequest['role'], boolean]>([
    ['outsider', 'to', false],
    ['outsider', 'cc', false],
    ['agent', 'cc', true],
    ['colleague', 'watcher', true],
  ])('leave as %s in the role %s', async (name, role, stays) => {
    const { id: ticket } = await life.file();
    const ref = user(name);
    await add('agent', ticket, role, ref);
    await remove(name, ticket, role, ref);
    expect((await life.desk.getTicket(caller('agent'), ticket)).people).toEqual(
      [],
    );
    expect((await life.changes(ticket)).at(-1)).toEqual({
      type: 'person-removed',
      ref,
      role,
    });
    const looked = life.desk.getTicket(caller(name), ticket).then(
      () => true,
      () => false,
    );
    expect(await looked).toBe(stays);
  });

  it('leave by themselves alone, not others, not their group, and no archive', async () => {
    const { id: ticket } = await life.file();
    await add('agent', ticket, 'cc', OUTSIDERS);
    await add('agent', ticket, 'cc', user('to-person'));
    for (const ref of [OUTSIDERS, user('to-person')]) {
      await expect(remove('outsider', ticket, 'cc', ref)).rejects.toMatchObject(
        { name: 'NotAllowedError' },
      );
    }
    await life.desk.closeTicket(caller('agent'), { ticket }, {});
    await life.desk.archiveTicket(caller('agent'), { ticket });
    await expect(
      remove('to-person', ticket, 'cc', user('to-person')),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it('are marked where they cannot read it, for those who decide on them', async () => {
    const { id: ticket } = await life.file();
    const noAccess = { canRead: false };
    await add('agent', ticket, 'watcher', user('outsider'));
    await add('agent', ticket, 'watcher', OUTSIDERS);
    await add('agent', ticket, 'watcher', user('colleague'));
    const last = await add('agent', ticket, 'cc', user('cc-person'));
    const people = [
      { ref: user('outsider'), role: 'watcher', ...noAccess },
      { ref: OUTSIDERS, role: 'watcher', ...noAccess },
      { ref: user('colleague'), role: 'watcher' },
      { ref: user('cc-person'), role: 'cc' },
    ];
    expect(last.people).toEqual(people);
    const { desk } = life;
    expect((await desk.getTicket(caller('agent'), ticket)).people).toEqual(
      people,
    );
    expect(
      (await desk.getTicket(caller('admin'), ticket, { include: 'messages' }))
        .people,
    ).toEqual(people);
    // agents of another team see them, and decide nothing
    for (const person of (await desk.getTicket(caller('other-agent'), ticket))
      .people) {
      expect(person).not.toHaveProperty('canRead');
    }
    await desk.editTicket(
      caller('agent'),
      { ticket },
      { visibility: 'confidential' },
    );
    const seen = await desk.getTicket(caller('agent'), ticket);
    expect(seen.people[2]).toMatchObject(noAccess);
    expect(seen.people[3]).not.toHaveProperty('canRead');
  });

  it.each<[string, PersonRequest['role'], string, string]>([
    ['colleague', 'to', user('outsider'), 'NotAllowedError'],
    ['owner', 'cc', user('requester'), 'NotAllowedError'],
    ['other-agent', 'to', user('outsider'), 'NotAllowedError'],
    ['requester', 'watcher', user('colleague'), 'NotAllowedError'],
    ['colleague', 'watcher', user('requester'), 'NotAllowedError'],
    ['outsider', 'to', user('outsider'), 'NotFoundError'],
    ['outsider', 'watcher', user('outsider'), 'NotFoundError'],
  ])('are not for %s to choose: %s %s', async (name, role, ref, error) => {
    const { id: ticket } = await life.file();
    for (const choose of [add, remove]) {
      await expect(choose(name, ticket, role, ref)).rejects.toMatchObject({
        name: error,
      });
    }
  });

  it('are refused before anybody is looked up', async () => {
    const { id: ticket } = await life.file();
    await expect(
      add('colleague', ticket, 'to', user('nobody')),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('are limited in number', async () => {
    const crowd: Entity[] = Array.from({ length: MAX_PEOPLE + 1 }, (_, at) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: `person${at}`, namespace: 'default' },
    }));
    const { desk } = await testDesk(await databases.init(id), {
      entities: [...organisation, ...crowd],
    });
    const cc = crowd.map(({ metadata }) => user(metadata.name));
    const last = cc.pop() ?? '';
    const { id: ticket } = await desk.fileTicket(caller('requester'), {
      subject: 'For everybody',
      cc,
    });
    const addLast = () =>
      desk.addPerson(
        caller('requester'),
        { ticket },
        { ref: last, role: 'cc' },
      );
    await expect(addLast()).rejects.toMatchObject({ name: 'ConflictError' });
    await desk.removePerson(
      caller('requester'),
      { ticket },
      { ref: cc[0], role: 'cc' },
    );
    expect((await addLast()).people).toHaveLength(MAX_PEOPLE);
  });

  describe('of the requester’s organisation', () => {
    function grant(name: string, ticket: string, granted: boolean) {
      return life.desk.setOrganisationAccess(
        caller(name),
        { ticket },
        { granted },
      );
    }

    it.each(['requester', 'agent', 'admin'])(
      'see the ticket as %s decides',
      async name => {
        const { id: ticket } = await life.file();
        const look = () => life.desk.getTicket(caller('colleague'), ticket);
        expect(await look()).toMatchObject({ id: ticket });
        expect(await grant(name, ticket, false)).toMatchObject({
          organisationAccess: false,
          version: 2,
        });
        await expect(look()).rejects.toMatchObject({ name: 'NotFoundError' });
        await grant(name, ticket, true);
        expect(await look()).toMatchObject({ organisationAccess: true });
      },
    );

    it.each([
      ['colleague', 'NotAllowedError'],
      ['owner', 'NotAllowedError'],
      ['other-agent', 'NotAllowedError'],
      ['outsider', 'NotFoundError'],
    ])('have no say in it as %s', async (name, error) => {
      const { id: ticket } = await life.file();
      await expect(grant(name, ticket, false)).rejects.toMatchObject({
        name: error,
      });
    });

    it('is not for the agent of another team who filed it', async () => {
      const { id: ticket } = await life.desk.fileTicket(caller('other-agent'), {
        subject: 'For the shop',
        onBehalfOf: user('requester'),
        team: 'group:default/support',
      });
      await expect(grant('other-agent', ticket, false)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    });
  });
});
