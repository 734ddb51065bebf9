import type { TicketStore } from '../../store/TicketStore';
import type { DeskContext } from '../context';

/** Where it is looked up whom a notice reaches. */
export interface AudienceSources extends Pick<DeskContext, 'config' | 'clock'> {
  readonly catalog: Pick<DeskContext['catalog'], 'directory'>;
  readonly tickets: Pick<TicketStore, 'findTicket'>;
  readonly absences: Pick<TicketStore['absences'], 'findAbsent'>;
}
