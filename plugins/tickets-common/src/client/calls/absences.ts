import {
  type Absence,
  type Absences,
  absenceSchema,
  absencesSchema,
} from '../../model';
import type { AbsenceRequest } from '../../requests';
import { type Call, json, nothing } from '../Call';
import type { TicketsRequestOptions } from '../TicketsApi';

export const listAbsences = (
  options?: TicketsRequestOptions,
): Call<Absences> => ({
  method: 'GET',
  path: 'absences',
  options,
  read: json(absencesSchema),
});

export const setAbsence = (
  body: AbsenceRequest,
  options?: TicketsRequestOptions,
): Call<Absence> => ({
  method: 'PUT',
  path: 'absences',
  body,
  options,
  read: json(absenceSchema),
});

export const endAbsence = (
  person: string,
  options?: TicketsRequestOptions,
): Call<void> => ({
  method: 'DELETE',
  path: `absences/${encodeURIComponent(person)}`,
  options,
  read: nothing,
});
