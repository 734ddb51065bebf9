import type { TicketStore } from '../../store/TicketStore';
import type { DeskContext } from '../context';

/** The sources for the recipients of a notification. */
export interface AudienceSources extends Pick<DeskContext, 'config' | 'clock'> {
  readonly catalog: Pick<DeskContext['catalog'], 'directory'>;
  readonly tickets: Pick<TicketStore, 'findTicket'>;
  readonly absences: Pick<TicketStore['absences'], 'findAbsent'>;
}
