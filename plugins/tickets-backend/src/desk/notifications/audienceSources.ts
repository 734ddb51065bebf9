import type { DeskStore } from '../../store/DeskStore';
import type { DeskContext } from '../context';

/** The sources for the recipients of a notification. */
export interface AudienceSources extends Pick<DeskContext, 'config' | 'clock'> {
  readonly catalog: Pick<DeskContext['catalog'], 'directory'>;
  readonly tickets: Pick<DeskStore['tickets'], 'find'>;
  readonly absences: Pick<DeskStore['absences'], 'findAbsent'>;
}
