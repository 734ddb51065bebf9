import { operations } from '@portaldesk/plugin-tickets-common';
import { exportTickets } from './export/exportTickets';
import { downloadFile } from './files/downloadFile';
import { uploadFile } from './files/uploadFile';
import { getOpenApi } from './getOpenApi';
import { implement } from './implement';

/** All endpoints of the HTTP API, in the order of its documentation. */
export const endpoints = implement(operations, {
  downloadFile,
  exportTickets,
  getOpenApi,
  uploadFile,
});
