import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import type { QuarantineStore } from '../store/QuarantineStore';
import { createQuarantineRouter } from './quarantineRouter';

it('the auditor hears as whose mail an admin releases one, and what fails', async () => {
  const event = {
    success: jest.fn(async () => {}),
    fail: jest.fn(async () => {}),
  };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const app = express().use(
    createQuarantineRouter({
      quarantine: {
        release: async (id: number) => id === 7,
        discard: async (id: number) => id === 7,
      } as unknown as QuarantineStore,
      httpAuth: mockServices.httpAuth(),
      auditor,
      tickets: {
        as: () =>
          ({
            describeDesk: async () => ({ caller: { admin: true } }),
          }) as never,
      },
      received: () => {},
    }),
  );
  const server = app.listen(0);
  try {
    const { port } = server.address() as { port: number };
    const send = async (method: string, path: string, body?: string) =>
      (await fetch(`http://localhost:${port}${path}`, { method, body })).status;
    const as = 'user:default/jane';
    expect(await send('POST', '/7/release', JSON.stringify({ as }))).toBe(202);
    expect(await send('DELETE', '/7')).toBe(204);
    expect(event.success).toHaveBeenCalledTimes(2);
    expect(await send('POST', '/8/release')).toBeGreaterThanOrEqual(400);
    expect(event.fail).toHaveBeenCalledTimes(1);
    const events = jest
      .mocked(auditor.createEvent)
      .mock.calls.map(([{ eventId, severityLevel, meta }]) => [
        eventId,
        severityLevel,
        meta,
      ]);
    expect(events).toEqual([
      ['mail-release', 'high', { mail: 7, as }],
      ['mail-delete', 'high', { mail: 7 }],
      ['mail-release', 'high', { mail: 8 }],
    ]);
  } finally {
    server.close();
  }
});
