import { z } from 'zod';

/**
 * Query of `POST /files`.
 * @public
 */
export const uploadFileQuerySchema = z.strictObject({
  /** The name of the file; harmful parts of it are removed. */
  name: z.string().min(1).max(1024),
});

/** {@inheritDoc uploadFileQuerySchema} @public */
export interface UploadFileQuery extends z.infer<
  typeof uploadFileQuerySchema
> {}
