import { testDatabases } from '../../__testUtils__/databases';
import { caller, testDesk } from '../../__testUtils__/testDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

const ref = (name: string) => `user:default/${name}`;

describe.each(databases.ids)('absences on %s', id => {
  async function start() {
    return testDesk(await databases.init(id));
  }

  it.each([
    ['agent', 'agent'],
    ['agent', 'second-agent'],
    ['admin', 'admin'],
    ['admin', 'other-agent'],
  ])('let %s decide on that of %s', async (who, whose) => {
    const { desk } = await start();
    const person = ref(whose);
    const absence = await desk.setAbsence(caller(who), { person });
    expect(absence).toEqual({
      person,
      from: '2026-05-05T08:00:00.000Z',
      until: null,
    });
    expect((await desk.listAbsences(caller(who))).items).toEqual([absence]);
    await desk.endAbsence(caller(who), { person });
    expect((await desk.listAbsences(caller('admin'))).items).toEqual([]);
  });

  it.each([
    ['agent', 'other-agent'],
    ['agent', 'requester'],
    ['requester', 'requester'],
    ['requester', 'agent'],
  ])('do not let %s decide on that of %s', async (who, whose) => {
    const { desk } = await start();
    const person = ref(whose);
    await expect(
      desk.setAbsence(caller(who), { person }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      desk.endAbsence(caller(who), { person }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    expect((await desk.listAbsences(caller('admin'))).items).toEqual([]);
  });

  it('show agents those of all teams that they can give tickets to, and admins all, until they are over', async () => {
    const { desk, clock } = await start();
    const admin = caller('admin');
    const until = '2026-05-06T08:00:00.000Z';
    await desk.setAbsence(admin, { person: ref('second-agent'), until });
    await desk.setAbsence(admin, { person: ref('other-agent') });
    await desk.setAbsence(admin, { person: ref('requester') });
    await desk.setAbsence(admin, {
      person: ref('agent'),
      from: '2026-06-01T00:00:00+02:00',
    });
    const seen = async (name: string) =>
      (await desk.listAbsences(caller(name))).items.map(({ person }) => person);
    const agents = [ref('agent'), ref('other-agent'), ref('second-agent')];
    expect(await seen('agent')).toEqual(agents);
    expect(await seen('other-agent')).toEqual(agents);
    expect(await seen('requester')).toEqual([]);
    expect(await seen('outsider')).toEqual([]);
    expect((await desk.listAbsences(admin)).items).toEqual([
      { person: ref('agent'), from: '2026-05-31T22:00:00.000Z', until: null },
      {
        person: ref('other-agent'),
        from: '2026-05-05T08:00:00.000Z',
        until: null,
      },
      {
        person: ref('requester'),
        from: '2026-05-05T08:00:00.000Z',
        until: null,
      },
      { person: ref('second-agent'), from: '2026-05-05T08:00:00.000Z', until },
    ]);
    clock.set(until);
    expect(await seen('agent')).toEqual([ref('agent'), ref('other-agent')]);
  });

  it('show agents those of their own groups alone, where no teams are named', async () => {
    const { desk } = await testDesk(await databases.init(id), {
      tickets: { admins: ['group:default/admins'] },
    });
    for (const name of ['agent', 'second-agent', 'other-agent', 'requester']) {
      await desk.setAbsence(caller('admin'), { person: ref(name) });
    }
    const seen = async (name: string) =>
      (await desk.listAbsences(caller(name))).items.map(({ person }) => person);
    expect(await seen('agent')).toEqual([ref('agent'), ref('second-agent')]);
    expect(await seen('other-agent')).toEqual([ref('other-agent')]);
    expect(await seen('requester')).toEqual([ref('requester')]);
  });

  it('take the place of what was said before', async () => {
    const { desk } = await start();
    const person = ref('agent');
    await desk.setAbsence(caller('agent'), { person });
    await desk.setAbsence(caller('second-agent'), {
      person,
      from: '2026-05-07T08:00:00.000Z',
      until: '2026-05-08T08:00:00.000Z',
    });
    expect(await desk.listAbsences(caller('agent'))).toEqual({
      items: [
        {
          person,
          from: '2026-05-07T08:00:00.000Z',
          until: '2026-05-08T08:00:00.000Z',
        },
      ],
    });
  });

  it('are of people in the catalog, and end in the future', async () => {
    const { desk } = await start();
    await expect(
      desk.setAbsence(caller('admin'), { person: ref('nobody') }),
    ).rejects.toThrow('person: user:default/nobody is not in the catalog');
    await expect(
      desk.setAbsence(caller('agent'), {
        person: ref('agent'),
        until: '2026-05-05T08:00:00.000Z',
      }),
    ).rejects.toThrow('until: expected a time in the future');
  });
});
