import type { Ticket, TicketPage } from '../model';
import type {
  EditTicketRequest,
  EndTicketRequest,
  ListTicketsQuery,
} from '../requests';
import type { TicketsApi } from './TicketsApi';
import type {
  TicketsChangeOptions,
  TicketsCreateOptions,
  TicketsRequestOptions,
} from './options';

/** Whether two types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Fails to compile unless the types are the same. */
function same<A, B>(_same: Same<A, B>): void {}

/** What nobody calls: it need only compile. */
async function misuses(api: TicketsApi): Promise<void> {
  // @ts-expect-error -- a ticket has to be named
  api.getTicket();
  // @ts-expect-error -- tickets are named by texts
  api.getTicket(7);
  // @ts-expect-error -- a change says what it changes
  api.editTicket('T1');
  // @ts-expect-error -- there is no such field
  api.editTicket('T1', { colour: 'red' });
  // @ts-expect-error -- a status has to be named
  api.changeStatus('T1', {});
  // @ts-expect-error -- there is no such light
  api.listTickets({ light: ['blue'] });
  // @ts-expect-error -- a text has to be looked for
  api.searchTickets();
  // @ts-expect-error -- nothing is created, so there is no key
  api.editTicket('T1', { subject: 'x' }, { idempotencyKey: 'k' });
  // @ts-expect-error -- reading heeds no version
  api.getTicket('T1', {}, { version: 1 });
  // @ts-expect-error -- it has two parameters in its path
  api.applyCannedReply('T1', { version: 1 });
  // @ts-expect-error -- the content is missing
  api.uploadFile({ name: 'a.txt' });
  // @ts-expect-error -- there is no such operation
  api.snoozeTicket('T1');
}

describe('the methods of a client', () => {
  it('follow from the operations', () => {
    same<
      TicketsApi['listTickets'],
      (
        query?: Partial<ListTicketsQuery>,
        options?: TicketsRequestOptions,
      ) => Promise<TicketPage>
    >(true);
    same<
      TicketsApi['editTicket'],
      (
        ticket: string,
        request: EditTicketRequest,
        options?: TicketsChangeOptions,
      ) => Promise<Ticket>
    >(true);
    same<
      TicketsApi['solveTicket'],
      (
        ticket: string,
        request?: EndTicketRequest,
        options?: TicketsChangeOptions,
      ) => Promise<Ticket>
    >(true);
    same<
      Parameters<TicketsApi['addMessage']>[2],
      (TicketsChangeOptions & TicketsCreateOptions) | undefined
    >(true);
    same<ReturnType<TicketsApi['deleteTicket']>, Promise<void>>(true);
    expect(misuses).toBeInstanceOf(Function);
  });
});
