import { incomingSchema } from '../config/incomingSchema';
import { ReplyAddresses } from './ReplyAddresses';
import { TOKEN_LENGTH } from './MailTokens';

it('reply addresses leave room for the servers that count', async () => {
  const { shape } = incomingSchema;
  const longest = `${'x'.repeat(23)}{token}`;
  expect(shape.replyAddress.safeParse(`${longest}@example.com`).success).toBe(
    true,
  );
  expect(shape.replyAddress.safeParse(`x${longest}x@example.com`).success).toBe(
    false,
  );
  const tokens = {
    tokenFor: async () => 'a'.repeat(TOKEN_LENGTH),
    ownerOf: async () => undefined,
  };
  const owner = { ticketId: 't', userRef: 'u', address: 'a@example.com' };
  const address = await new ReplyAddresses(
    tokens,
    `x${longest}@example.com`,
  ).addressFor(owner);
  expect(address.split('@')[0].length).toBeLessThanOrEqual(64);
});
