import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

const databases = testDatabases();

const subjects = [
  'Überweisung fehlt',
  'UEBERWEISUNG doppelt',
  'Gebührenprüfung der Straße',
  'Gebuehrenprüfung Strasse',
  'Michael fragt',
  'Michal fragt',
  'Neue Queue',
  'Full disk',
];

/** What is typed, what of the subjects it finds, and what is marked in them. */
const searches: [typed: string, found: string[], marked: string[]][] = [
  [
    'ueberweisung',
    ['Überweisung fehlt', 'UEBERWEISUNG doppelt'],
    ['UEBERWEISUNG', 'Überweisung'],
  ],
  [
    'Überweis',
    ['Überweisung fehlt', 'UEBERWEISUNG doppelt'],
    ['UEBERWEISUNG', 'Überweisung'],
  ],
  ['"überweisung fehlt"', ['Überweisung fehlt'], ['fehlt', 'Überweisung']],
  ['"ueberweisung fehlt"', ['Überweisung fehlt'], ['fehlt', 'Überweisung']],
  ['überweisung -ueberweisung', [], []],
  [
    'gebuehrenpruefung strasse',
    ['Gebührenprüfung der Straße', 'Gebuehrenprüfung Strasse'],
    ['Gebuehrenprüfung', 'Gebührenprüfung', 'Straße', 'Strasse'],
  ],
  ['michael', ['Michael fragt'], ['Michael']],
  ['neue queue', ['Neue Queue'], ['Neue', 'Queue']],
  ['fuel', [], []],
];

describe.each(databases.ids)('words with umlauts on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
    for (const subject of subjects) {
      await desk.as('requester').fileTicket({ subject });
    }
  });
  afterAll(() => desk.stop());

  it.each(searches)(
    'are found as %j in each of their spellings, and marked as they are written',
    async (text, found, marked) => {
      const admin = desk.as('admin');
      const { items } = await admin.searchTickets({ text });
      const hits = items.flatMap(({ highlights }) =>
        highlights.flatMap(({ parts }) => parts.filter(({ hit }) => hit)),
      );
      expect(items.map(({ ticket }) => ticket.subject).sort()).toEqual(
        [...found].sort(),
      );
      expect(hits.map(part => part.text).sort()).toEqual([...marked].sort());

      const listed = await admin.listTickets({ text });
      expect(listed.items.map(({ subject }) => subject).sort()).toEqual(
        [...found].sort(),
      );
      expect(listed.total).toBe(found.length);
    },
  );

  it('are similar in each of their spellings', async () => {
    const { items } = await desk
      .as('admin')
      .similarTickets({ subject: 'Ueberweisung' });
    expect(items.map(({ subject }) => subject).sort()).toEqual([
      'UEBERWEISUNG doppelt',
      'Überweisung fehlt',
    ]);
  });
});
