import { type Attachment, attachmentSchema } from '../../model';
import { type UploadFileQuery, uploadFileQuerySchema } from '../../requests';
import { upload } from '../input';
import { operation } from '../operation';
import { type OperationResponse, created, nothing } from '../response';

const fileContent: OperationResponse<Blob> = {
  status: 200,
  read: 'blob',
  content: { '*/*': undefined },
  file: true,
};

/** Files that are attached to messages. @public */
export const fileOperations = {
  /**
   * Upload a file.
   *
   * The body is the content of the file; the desk detects its type. The file
   * can be attached by its id to a ticket or a message within a day. Refused
   * with 413 when it is too large, with 415 when files of its type are not
   * allowed.
   */
  uploadFile: operation({
    method: 'POST',
    path: '/files',
    input: upload<UploadFileQuery>(uploadFileQuerySchema),
    response: created<Attachment>(attachmentSchema, {
      location: '/files/{id}',
      minimal: false,
    }),
  }),

  /**
   * The content of a file.
   *
   * For people who may read its message; before it is attached, for the person
   * who uploaded it.
   *
   * @returns The content.
   */
  downloadFile: operation({
    method: 'GET',
    path: '/files/{file}',
    response: fileContent,
  }),

  /** Discard a file that is not attached yet. */
  discardFile: operation({
    method: 'DELETE',
    path: '/files/{file}',
    response: nothing,
  }),
};
