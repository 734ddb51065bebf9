import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { openMailTables } from '../store/openMailTables';
import { MailTokens } from './MailTokens';

jest.setTimeout(60_000);

const databases = testDatabases();
const DAY = 24 * 3_600_000;

it.each(databases.ids)(
  'tokens are forgotten a while after they were last mailed, on %s',
  async id => {
    const knex = await databases.init(id);
    await openMailTables(mockServices.database({ knex }));
    let now = new Date('2026-01-01T08:00:00Z');
    const later = (days: number) => {
      now = new Date(now.getTime() + days * DAY);
    };
    const tokens = new MailTokens(knex, Buffer.alloc(32), () => now);
    const owner = (address: string) => ({
      ticketId: 't',
      userRef: 'user:default/requester',
      address,
    });
    const left = await tokens.tokenFor('reply', owner('left@example.com'));
    const used = await tokens.tokenFor('reply', owner('used@example.com'));
    later(300);
    expect(await tokens.tokenFor('reply', owner('used@example.com'))).toBe(
      used,
    );
    later(100);
    await tokens.forgetBefore(new Date(now.getTime() - 365 * DAY));
    expect(await tokens.ownerOf('reply', used)).toEqual(
      owner('used@example.com'),
    );
    expect(await tokens.ownerOf('reply', left)).toBeUndefined();
    // who is mailed again has it again
    expect(await tokens.tokenFor('reply', owner('left@example.com'))).toBe(
      left,
    );
    expect(await tokens.ownerOf('reply', left)).toEqual(
      owner('left@example.com'),
    );
  },
);
