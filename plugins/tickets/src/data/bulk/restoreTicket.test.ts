import { agentTicket, stubDesk } from '../../__testUtils__/stubDesk';
import { restoreTicket } from './restoreTicket';

it('leaves the ticket alone into which one was merged since, whatever its version', async () => {
  const into = agentTicket({ number: 'T2026-00002', version: 2 });
  const ticketsApi = stubDesk({ methods: { getTicket: async () => into } });
  const restored = restoreTicket(ticketsApi, 'id-T2026-00001', {
    before: { priority: 'low', status: 'new', assignee: null },
    version: 2,
    isEnded: () => false,
    canFollow: () => true,
  });
  await expect(restored).rejects.toMatchObject({
    code: 'ticket-merged-meanwhile',
    message: 'It was merged into T2026-00002 since',
  });
  expect(ticketsApi.editTicket).not.toHaveBeenCalled();
  expect(ticketsApi.handOver).not.toHaveBeenCalled();
  expect(ticketsApi.changeStatus).not.toHaveBeenCalled();
});
