import { ReplyAddresses } from './ReplyAddresses';

const token = (index: number) =>
  `${String.fromCharCode(97 + (index % 26))}${'a'.repeat(38)}${
    'abcdefghij'[Math.floor(index / 26)]
  }`;

/** Each token is somebody's: `person-a`, `person-b` … */
function addresses() {
  const ownerOf = jest.fn(async (_purpose: string, text: string) => ({
    ticketId: 't',
    userRef: `user:default/person-${text[0]}`,
    address: `${text[0]}@example.com`,
  }));
  const tokens = { ownerOf, tokenFor: async () => token(0) };
  return {
    ownerOf,
    reply: new ReplyAddresses(tokens, 'desk+{token}@example.com'),
  };
}

const at = (index: number) => `desk+${token(index)}@example.com`;

it('of several reply addresses that of the sender counts', async () => {
  const { reply } = addresses();
  const both = [at(0), at(1)];
  expect(await reply.ownerOf(both, 'b@example.com')).toMatchObject({
    userRef: 'user:default/person-b',
  });
  expect(await reply.ownerOf(both, 'x@example.com')).toMatchObject({
    userRef: 'user:default/person-a',
  });
  expect(await reply.ownerOf(['desk@example.com'], 'b@x')).toBeUndefined();
});

it('a mail to very many addresses asks no more than a mail to some', async () => {
  const { reply, ownerOf } = addresses();
  const many = Array.from({ length: 200 }, (_, index) => at(index));
  await reply.ownerOf(many, 'nobody@example.com');
  expect(ownerOf).toHaveBeenCalledTimes(20);
});
