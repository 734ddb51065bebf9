import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataUrlOf, textOf } from '../lib/readBlob';
import { keys } from './keys';
import { ticketsApiRef } from './ticketsApiRef';

/** How much of a text is shown before it is saved, in bytes. */
export const TEXT_PREVIEW_SIZE = 200_000;

/** A picture that the desk keeps, as an address for an image. */
export function usePicture(file: string, options: { enabled: boolean }) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.picture(file),
    queryFn: async ({ signal }) =>
      dataUrlOf(await ticketsApi.downloadFile(file, { signal })),
    // a file never changes
    staleTime: Infinity,
    enabled: options.enabled,
  });
}

/** The beginning of a text file that the desk keeps. */
export function useTextFile(file: string) {
  const ticketsApi = useApi(ticketsApiRef);
  return useQuery({
    queryKey: keys.textFile(file),
    queryFn: async ({ signal }) =>
      textOf(
        await ticketsApi.downloadFile(file, { signal }),
        TEXT_PREVIEW_SIZE,
      ),
    staleTime: Infinity,
  });
}
