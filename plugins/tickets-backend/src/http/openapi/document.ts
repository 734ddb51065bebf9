import type { Operation } from '@portaldesk/plugin-tickets-common';
import { z } from 'zod';
import {
  errorSchema,
  staleTicketErrorSchema,
  staleViewErrorSchema,
} from './errorSchemas';
import { errorStatuses } from './errorStatuses';
import { requestHeaders, responseHeaders } from './headers';
import {
  type OperationText,
  contentObject,
  operationObject,
} from './operationObject';
import { Components, type Describe } from './schemas';

const staleErrorSchema = z.union([
  staleTicketErrorSchema,
  staleViewErrorSchema,
]);

/** The version of the API, which is not that of the package. */
const API_VERSION = '1.0.0';

/** The operations of an API with their descriptions. */
export interface DescribedApi {
  readonly operations: readonly {
    readonly operation: Operation;
    readonly text: OperationText;
  }[];
  /** The introductions of the chapters, by name. */
  readonly tags: Readonly<Record<string, string>>;
  readonly describe: Describe;
}

/** The OpenAPI 3.1 document of an API. */
export function openApiDocument({
  operations,
  tags,
  describe,
}: DescribedApi): object {
  const components = new Components(describe);
  const paths: Record<string, Record<string, object>> = {};
  for (const { operation, text } of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(
        operation,
        text,
        components,
      ),
    };
  }
  const parameters = requestHeaders(components);
  const responses = Object.fromEntries(
    Object.entries(errorStatuses).map(([status, description]) => [
      status,
      {
        description,
        headers: ['429', '503'].includes(status)
          ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }
          : undefined,
        content: contentObject(
          {
            'application/json':
              status === '412' ? staleErrorSchema : errorSchema,
          },
          components,
          'output',
        ),
      },
    ]),
  );
  return {
    openapi: '3.1.1',
    info: {
      title: 'Portaldesk',
      summary: 'The service desk inside a Backstage portal',
      description:
        'A ticket is named by its id or its number. What a caller may not read does not exist for them: it is 404, and absent from lists and counts. Changes can carry the version that the caller saw in `If-Match`. Errors have Backstage’s form.',
      version: API_VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/tickets', description: 'The portal’s backend' }],
    security: [{ backstageToken: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({
      name,
      description,
    })),
    paths,
    components: {
      securitySchemes: {
        backstageToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage token of the user for whom the desk acts.',
        },
      },
      parameters,
      headers: responseHeaders,
      responses,
      schemas: components.referredFrom({ paths, parameters, responses }),
    },
  };
}
