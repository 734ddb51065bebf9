import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { deskConfig } from './organisation';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** A page as a browser without scripts has it. */
export interface VisitedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly source: string;
  /** What people read. */
  readonly text: string;
  /** The value of the first field with this name; empty when there is none. */
  value(name: string): string;
}

type Server = Parameters<typeof request>[0];

/** Somebody without an account, with a browser that runs no script. */
export function publicVisitor(
  server: Server,
  headers: Readonly<Record<string, string>> = {},
) {
  const own = {
    'Accept-Language': 'en',
    Authorization: mockCredentials.none.header(),
    ...headers,
  };
  const at = (path: string) => `/api/tickets/public${path}`;
  return {
    get: async (path: string): Promise<VisitedPage> =>
      pageOf(await request(server).get(at(path)).set(own)),

    /** Sends a form with fields, and files by their names. */
    post: async (
      path: string,
      fields: Readonly<Record<string, string>>,
      files: Readonly<Record<string, string | Buffer>> = {},
    ): Promise<VisitedPage> => {
      const sending = request(server).post(at(path)).set(own);
      Object.entries(fields).forEach(([name, value]) =>
        sending.field(name, value),
      );
      Object.entries(files).forEach(([name, content]) =>
        sending.attach('files', Buffer.from(content), name),
      );
      return pageOf(await sending);
    },
  };
}

export type PublicVisitor = ReturnType<typeof publicVisitor>;

function pageOf(response: request.Response): VisitedPage {
  const source = response.text ?? '';
  return {
    status: response.status,
    headers: response.headers,
    source,
    text: readable(source),
    value: name => {
      const field = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(source);
      const value = /value="([^"]*)"/.exec(field?.[0] ?? '')?.[1] ?? '';
      return decoded(value);
    },
  };
}

function readable(source: string): string {
  const body = source.replace(/<(style|head)[\s>][^]*?<\/\1>/g, '');
  return decoded(body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity]);
}

/** The words of the page that shows them. */
export function wordsOf({ value }: VisitedPage): string {
  return value('words');
}

/** Reports something, and remembers the words. */
export async function reportOf(
  visitor: PublicVisitor,
  fields: Readonly<Record<string, string>> = {},
  files?: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const form = await visitor.get('/report/integrity');
  const sent = await visitor.post(
    '/report/integrity',
    {
      mark: form.value('mark'),
      subject: 'Bribes in purchasing',
      message: 'I saw an envelope.',
      ...fields,
    },
    files,
  );
  return wordsOf(sent);
}

/** A desk whose reports go to support, who can choose between two channels. */
export const deskWithChannels = {
  ...deskConfig,
  public: {
    reports: {
      channels: [
        {
          id: 'integrity',
          title: { en: 'Report a concern', de: 'Hinweis geben' },
          text: {
            en: 'Only three people <read> it.',
            de: 'Nur drei Personen.',
          },
          team: 'group:default/support',
        },
        { id: 'safety', title: 'Safety', categories: ['question'] },
      ],
    },
  },
};
