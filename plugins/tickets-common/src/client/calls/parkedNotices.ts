import { type ParkedNoticePage, parkedNoticePageSchema } from '../../model';
import type { PageQuery } from '../../requests';
import { type Call, json, nothing } from '../Call';
import type { TicketsRequestOptions } from '../TicketsApi';

const pathOf = (id: string) => `parked-notices/${encodeURIComponent(id)}`;

export const listParkedNotices = (
  query?: Partial<PageQuery>,
  options?: TicketsRequestOptions,
): Call<ParkedNoticePage> => ({
  method: 'GET',
  path: 'parked-notices',
  query,
  options,
  read: json(parkedNoticePageSchema),
});

export const retryParkedNotice = (
  id: string,
  options?: TicketsRequestOptions,
): Call<void> => ({
  method: 'POST',
  path: `${pathOf(id)}/retry`,
  options,
  read: nothing,
});

export const discardParkedNotice = (
  id: string,
  options?: TicketsRequestOptions,
): Call<void> => ({
  method: 'DELETE',
  path: pathOf(id),
  options,
  read: nothing,
});
