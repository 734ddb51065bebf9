import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Language } from '../config/DeskConfig';
import type { Caller } from '../desk/Caller';
import type { Desk } from '../desk/Desk';
import { anonymousCaller } from '../desk/anonymous/anonymousCaller';
import type { DeskContext } from '../desk/context';
import type { Tokens } from '../desk/tokens/Tokens';
import type { Gate } from '../http/sharing/Gate';
import type { Lanes } from '../http/sharing/Lanes';
import type { FormMarks } from './FormMarks';
import type { JustSent } from './JustSent';
import type { Limits } from './limits/Limits';
import type { PageContext } from './pages/layout';
import type { Filled } from './readForm';

/** What the public pages work with. */
export interface PublicContext {
  readonly context: DeskContext;
  readonly desk: Desk;
  readonly tokens: Tokens;
  readonly marks: FormMarks;
  readonly justSent: JustSent;
  readonly limits: Limits;
  readonly gate: Gate;
  readonly lanes: Pick<Lanes, 'writing'>;
  /** Those of the desk itself. */
  credentials(): Promise<BackstageCredentials>;
}

/** A request to a public page, of which nothing is kept. */
export interface Visit {
  /** Tells places apart while the process lives. */
  readonly place: string;
  readonly language: Language;
  readonly page: PageContext;
  /** What the path names, such as the channel. */
  readonly named: Readonly<Record<string, string>>;
  /** Of a form that was sent; else everything is empty. */
  readonly form: Filled;
}

/** What is answered. */
export type Answer =
  | {
      readonly page: string;
      readonly status?: number;
      /** In how many seconds to try again. */
      readonly retryAfter?: number;
    }
  | { readonly text: string; readonly name: string }
  | { readonly file: Awaited<ReturnType<Desk['downloadFile']>> };

/** Decides what is answered. */
export type PublicHandler = (
  context: PublicContext,
  visit: Visit,
) => Promise<Answer>;

/** The gate knows all who come from outside as one. */
export const OUTSIDERS = 'public-pages';

/** A reporter as the desk takes them. */
export async function reporterAs(
  { credentials }: Pick<PublicContext, 'credentials'>,
  ref: string,
): Promise<Caller> {
  return anonymousCaller(ref, await credentials());
}
