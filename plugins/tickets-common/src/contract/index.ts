/**
 * The contract of the HTTP API. `operations/` is the one table that says what
 * can be asked of a desk; everything else follows from it:
 *
 * - the type `TicketsApi` and the client, which walks the table;
 * - the router, the OpenAPI document, the type `Desk`, its decorators and what
 *   imports work with, in the backend.
 *
 * An operation has one name everywhere. Three that differ most:
 *
 *     listTickets: operation({
 *       method: 'GET',
 *       path: '/tickets',
 *       input: query<Partial<ListTicketsQuery>, ListTicketsQuery>(schema),
 *       response: page<TicketPage>(ticketPageSchema),
 *     })
 *       TicketsApi: listTickets(query?, options?): Promise<TicketPage>
 *       Desk:       listTickets(caller, query): Promise<TicketPage>
 *
 *     editTicket: operation({
 *       method: 'PATCH',
 *       path: '/tickets/{ticket}',
 *       headers: ['If-Match'],
 *       input: body<EditTicketRequest>(editTicketRequestSchema),
 *       response: changed<Ticket>(ticketSchema, { versioned: true }),
 *     })
 *       TicketsApi: editTicket(ticket, request, { version }): Promise<Ticket>
 *       Desk:       editTicket(caller, { ticket, version }, request)
 *
 *     uploadFile: operation({
 *       method: 'POST',
 *       path: '/files',
 *       input: upload<{ name: string }>(schema),
 *       response: created<Attachment>(attachmentSchema, { … }),
 *     })
 *       TicketsApi: uploadFile({ name, content: blob }): Promise<Attachment>
 *       the backend serves it by a handler of its own, which gets the stream
 *
 * Types are named where a schema is used (`found<Ticket>(ticketSchema)`), and
 * checked against it: so editors show names instead of what zod infers.
 */
export * from './TicketsApi';
export * from './errorCodes';
export * from './input';
export { operation, type Operation, type OperationHeader } from './operation';
export * from './operationCall';
export * from './operations';
export * from './options';
export * from './response';
