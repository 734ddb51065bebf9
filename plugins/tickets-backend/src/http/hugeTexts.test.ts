import { testDatabases } from '../__testUtils__/databases';
import { startTestDesk } from '../__testUtils__/startTestDesk';

jest.setTimeout(120_000);

/** Characters of the longest message. */
const LONGEST = 65_536;

/** One character that stands for fifteen letters. */
const LIGATURE = '\ufdfa';

/** Different words, as many and as long as a message can have. */
const longWords = Array.from(
  { length: 10_900 },
  (_, index) => `${LIGATURE.repeat(4)}${String.fromCharCode(0xac01 + index)}`,
);

const databases = testDatabases();

describe.each(databases.ids)('the longest messages on %s', id => {
  let desk: Awaited<ReturnType<typeof startTestDesk>>;

  beforeAll(async () => {
    desk = await startTestDesk({ knex: await databases.init(id) });
  });
  afterAll(() => desk.stop());

  it('are found by the first megabyte of their words', async () => {
    const requester = desk.as('requester');
    await requester.fileTicket({
      subject: 'Long words',
      message: `first ${longWords.join(' ')} last`,
    });
    const subjectsOf = async (text: string) =>
      (await requester.listTickets({ text })).items.map(
        ({ subject }) => subject,
      );
    for (const text of ['first', longWords[0], longWords[7_000]]) {
      expect([text, await subjectsOf(text)]).toEqual([text, ['Long words']]);
    }
    for (const text of [longWords[9_000], longWords[10_899], 'last']) {
      expect([text, await subjectsOf(text)]).toEqual([text, []]);
    }
  });

  it('are looked through for what was found, up to seven of them', async () => {
    const requester = desk.as('requester');
    for (let count = 0; count < 9; count++) {
      await requester.fileTicket({
        subject: 'Haystack',
        message: `needle ${'hay '.repeat(LONGEST)}`.slice(0, LONGEST),
      });
    }
    const { items } = await requester.searchTickets({ text: 'needle' });
    expect(items.map(({ highlights }) => highlights.length)).toEqual([
      ...Array.from({ length: 7 }, () => 1),
      ...[0, 0],
    ]);
  });
});
