import type { Operation } from '../contract';
import { lenient } from './lenient';

/**
 * Reads the response of an operation.
 *
 * @throws ZodError for JSON of another form
 */
export async function readResponse(
  { response: { read, schema } }: Operation,
  response: Response,
): Promise<unknown> {
  switch (read) {
    case 'json':
      return schema && lenient(schema).parse(await response.json());
    case 'blob':
      return response.blob();
    case 'stream':
      return response.body ?? new Blob().stream();
    default:
      return undefined;
  }
}
