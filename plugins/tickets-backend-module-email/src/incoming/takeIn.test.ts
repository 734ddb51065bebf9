import type { IntakeDesk } from '@portaldesk/plugin-tickets-node';
import { mailText } from '../__testUtils__/mailText';
import type { TakeInContext } from './TakeInContext';
import { prepareMail } from './prepareMail';
import { takeIn as takeInPrepared } from './takeIn';
import { identify } from './mime/identify';
import type { IncomingMailRow } from './store/rows';

const raw = Buffer.from(mailText({ 'Message-ID': '<a@x>' }));

const row = {
  ...identify(raw),
  id: 1,
  mailbox: 'support',
  released: false,
  releasedAs: null,
} as unknown as IncomingMailRow;

const takeIn = async (
  parts: TakeInContext,
  mailRow: IncomingMailRow,
  mail: Buffer,
) => takeInPrepared(parts, mailRow, await prepareMail(mail));

/** A desk that remembers, and what it was asked to do. */
function context(fileTicket: () => Promise<{ id: string }>) {
  const done = new Map<string, string>();
  const filed = jest.fn(fileTicket);
  const desk = {
    as: () => ({ fileTicket: filed }),
    once: async (key: string, work: (people: unknown) => Promise<string>) => {
      const result = done.get(key) ?? (await work(desk));
      done.set(key, result);
      return result;
    },
    resultOf: async (key: string) => done.get(key),
  };
  return {
    filed,
    parts: {
      desk: desk as unknown as IntakeDesk,
      store: {
        ticketsOf: async () => [],
        timesOf: async () => [],
        setAuthentication: async () => {},
      },
      mails: { recordReport: async () => false, revive: async () => {} },
      usersWithAddress: async () => ['user:default/requester'],
      mailboxes: [],
      addRecipients: false,
      requireDmarc: false,
      language: 'en',
      clock: () => new Date(),
    } satisfies TakeInContext,
  };
}

it('does nothing again after a death between the effect and its record', async () => {
  const { filed, parts } = context(async () => ({ id: 'ticket-1' }));
  const verdict = { outcome: 'filed', ticketId: 'ticket-1' };
  expect(await takeIn(parts, row, raw)).toEqual(verdict);
  expect(await takeIn(parts, row, raw)).toEqual(verdict);
  expect(filed).toHaveBeenCalledTimes(1);
});

it.each([
  ['InputError', { reason: 'refused', detail: 'no' }],
  ['NotAllowedError', { reason: 'refused', detail: 'no' }],
])('says why the desk refuses it: %s', async (name, verdict) => {
  const { parts } = context(async () => {
    throw Object.assign(new Error('no'), { name });
  });
  expect(await takeIn(parts, row, raw)).toEqual(verdict);
});

it('fails where it may succeed later', async () => {
  const { parts } = context(async () => {
    throw Object.assign(new Error('away'), { name: 'ServiceUnavailableError' });
  });
  await expect(takeIn(parts, row, raw)).rejects.toThrow('away');
});

it.each([
  [[], 'unknown-sender'],
  [['user:default/a', 'user:default/b'], 'ambiguous-sender'],
])('of the users %j nobody is guessed', async (users, reason) => {
  const { parts } = context(async () => ({ id: 'x' }));
  expect(
    await takeIn({ ...parts, usersWithAddress: async () => users }, row, raw),
  ).toMatchObject({ reason });
});

it.each([
  ['none, as `vacation` writes', { From: undefined }],
  ['a name alone', { From: 'Support' }],
  ['two', { From: 'a@example.com, b@example.com' }],
])('of a mail with %s in From nobody is the sender', async (_what, headers) => {
  const { parts } = context(async () => ({ id: 'x' }));
  const mail = Buffer.from(mailText(headers));
  expect(
    await takeIn(parts, { ...row, ...identify(mail) }, mail),
  ).toMatchObject({ reason: 'unclear-sender' });
});

it('takes a reply address for no proof at another ticket', async () => {
  const other = '0190a1b2-1111-7222-8333-444455556666';
  const mail = Buffer.from(
    mailText({
      From: 'agent@example.com',
      To: 'desk+token@example.com',
      'In-Reply-To': `<ticket.${other}@example.com>`,
    }),
  );
  const replied = jest.fn(async () => ({ ticket: other }));
  const { parts } = context(async () => ({ id: 'x' }));
  /** @param ticketId - that of the reply address */
  const take = (ticketId: string, users = ['user:default/agent']) =>
    takeIn(
      {
        ...parts,
        desk: {
          ...parts.desk,
          as: () => ({
            getTicket: async (key: string) => {
              if (key !== other) {
                throw Object.assign(new Error('no'), { name: 'NotFoundError' });
              }
              return { id: other, status: 'new', allowedActions: ['reply'] };
            },
            addMessage: replied,
          }),
          once: async (
            _key: string,
            work: (people: unknown) => Promise<string>,
          ) => work({ as: () => ({ addMessage: replied }) }),
        } as unknown as IntakeDesk,
        usersWithAddress: async () => users,
        replyAddresses: {
          ownerOf: async () => ({
            ticketId,
            userRef: 'user:default/agent',
            address: 'agent@example.com',
          }),
        },
      },
      { ...row, fingerprint: `${ticketId} ${users}` },
      mail,
    );
  expect(await take('one that is gone')).toMatchObject({
    reason: 'unproven-agent',
  });
  // the address is somebody else's by now
  expect(await take(other, ['user:default/successor'])).toMatchObject({
    reason: 'unproven-agent',
  });
  expect(replied).not.toHaveBeenCalled();
  expect(await take(other)).toEqual({ outcome: 'replied', ticketId: other });
});
