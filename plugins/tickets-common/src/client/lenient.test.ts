import { z } from 'zod';
import { type Operation, operations } from '../contract';
import { messagePageSchema, ticketEventPageSchema } from '../model';
import { lenient } from './lenient';

const at = '2026-01-02T03:04:05.000Z';
const event = { actor: 'user:default/jane', at, version: 3 };
const replied = {
  ...event,
  id: '1',
  detail: { type: 'replied', messageId: '7' },
};
const snoozed = {
  ...event,
  id: '2',
  detail: { type: 'snoozed', until: at, by: { team: ['a'] } },
};
const rerouted = {
  ...event,
  id: '3',
  detail: { type: 'routed', team: null, rule: 'oracle', reason: 'It said so.' },
};

describe('answers of a newer desk', () => {
  it('keep events that are not known, among those that are', () => {
    const page = { items: [replied, snoozed, rerouted] };
    expect(lenient(ticketEventPageSchema).parse(page)).toEqual(page);
    expect(ticketEventPageSchema.safeParse(page).success).toBe(false);
  });

  it('keep values that are not known, and leave out fields that are not', () => {
    const message = {
      id: '7',
      ticket: 'id-1',
      kind: 'voice',
      side: 'robot',
      author: 'user:default/jane',
      body: 'Hi',
      attachments: [],
      createdAt: at,
    };
    const page = { items: [{ ...message, mood: 'good' }], weather: 'fine' };
    expect(lenient(messagePageSchema).parse(page)).toEqual({
      items: [message],
    });
  });

  it.each([
    ['an event that has another form', { type: 'replied', messageId: 7 }],
    ['an event without a type', { messageId: '7' }],
    ['an event whose type is no text', { type: 7 }],
  ])('are refused for %s', (_what, detail) => {
    const page = { items: [{ ...replied, detail }] };
    expect(lenient(ticketEventPageSchema).safeParse(page).success).toBe(false);
  });

  it.each(Object.entries<Operation>(operations))(
    'of %s are read in no schema that is closed',
    (_name, { response: { schema } }) => {
      if (!schema) {
        return;
      }
      const json = JSON.stringify(
        z.toJSONSchema(lenient(schema), { io: 'input' }),
      );
      expect(json).not.toContain('"enum"');
      expect(json).not.toContain('"additionalProperties":false');
    },
  );
});
