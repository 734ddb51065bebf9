export type { DeskConfig } from '../../../../plugins/tickets-backend/src/config/DeskConfig';
export { readDeskConfig } from '../../../../plugins/tickets-backend/src/config/readDeskConfig';
export { TicketChange } from '../../../../plugins/tickets-backend/src/domain/TicketChange';
export {
  counterScope,
  formatNumber,
} from '../../../../plugins/tickets-backend/src/domain/numbering';
export { route } from '../../../../plugins/tickets-backend/src/domain/routing/routing';
export type { Deadlines } from '../../../../plugins/tickets-backend/src/domain/sla/deadlines';
export {
  type SlaEvaluation,
  evaluateSla,
} from '../../../../plugins/tickets-backend/src/domain/sla/evaluateSla';
export { slaEffectOf } from '../../../../plugins/tickets-backend/src/domain/sla/slaEffect';
export {
  type NewEvent,
  type TicketState,
  applyEvent,
} from '../../../../plugins/tickets-backend/src/domain/ticketState';
export type { Versions } from '../../../../plugins/tickets-backend/src/domain/versions';
export {
  closingStatus,
  firstStatus,
  solvingStatus,
} from '../../../../plugins/tickets-backend/src/domain/workflow';
export type { NewMessage } from '../../../../plugins/tickets-backend/src/store/messages/StoredMessage';
export type { StoredTicket } from '../../../../plugins/tickets-backend/src/store/tickets/StoredTicket';
export { eventRow } from '../../../../plugins/tickets-backend/src/store/events/EventStore';
export { fileRow } from '../../../../plugins/tickets-backend/src/store/files/rows';
export {
  messageRow,
  recipientRows,
} from '../../../../plugins/tickets-backend/src/store/messages/rows';
export { migrationsDirectory } from '../../../../plugins/tickets-backend/src/store/migrations';
export type { NewText } from '../../../../plugins/tickets-backend/src/store/texts/NewText';
export { textOfMessage } from '../../../../plugins/tickets-backend/src/store/texts/messageTexts';
export { textsOfTicket } from '../../../../plugins/tickets-backend/src/store/texts/ticketTexts';
export { belongingRows } from '../../../../plugins/tickets-backend/src/store/tickets/belongings';
export { toRow } from '../../../../plugins/tickets-backend/src/store/tickets/rows';
