import { api } from '../stage';
import { type HostileCall, ask } from './ask';

const tickets = `${api}/tickets`;

/** Nested deeper than any request of the desk's, and no deeper than harmless. */
const NESTED = `{"subject":"x","fields":${'{"a":'.repeat(150)}1${'}'.repeat(150)}}`;

const UNKNOWN_KEYS = Object.fromEntries(
  Array.from({ length: 2_000 }, (_, index) => [`key${index}`, index]),
);

const UNKNOWN_PARAMETERS = Array.from(
  { length: 200 },
  (_, index) => `p${index}=1`,
).join('&');

const VIEWS = Array.from({ length: 50 }, (_, index) => ({
  id: `view ${index}`,
  filter: { text: 'the' },
}));

/** A little more than the desk takes. */
const OVERSIZE = JSON.stringify({ subject: 'x', message: 'x'.repeat(600_000) });

/** One after the other, as often as they are asked for. */
const HEAVY = [
  { path: `${api}/search?text=the` },
  { path: `${api}/similar?subject=the%20desk%20and%20the%20portal` },
  { path: `${tickets}?text=the&total=true` },
  { method: 'POST', path: `${api}/counts`, body: { views: VIEWS } },
];

async function status(url: string, call: HostileCall): Promise<number> {
  return (await ask(url, call)).status;
}

interface Client {
  readonly url: string;
  readonly token: string;
  /** When the attack ends, in milliseconds of the epoch. */
  readonly end: number;
  /** How many requests this client has sent. */
  readonly sent: number;
}

/**
 * What each kind of hostile client does, again and again. What it sends is
 * refused, or dear; nothing of it breaks what runs the desk.
 */
export const hostileClients: Readonly<
  Record<string, (client: Client) => Promise<number>>
> = {
  'deep nesting': ({ url, token }) =>
    status(url, { method: 'POST', path: tickets, token, text: NESTED }),
  'unknown fields': ({ url, token }) =>
    status(url, { method: 'POST', path: tickets, token, body: UNKNOWN_KEYS }),
  'unknown parameters': ({ url, token }) =>
    status(url, { path: `${tickets}?${UNKNOWN_PARAMETERS}`, token }),
  'long form values': ({ url, token }) =>
    status(url, {
      method: 'POST',
      path: tickets,
      token,
      body: {
        subject: 'x',
        category: 'request',
        fields: { host: `${'a'.repeat(1_000)}!` },
      },
    }),
  'heavy reading': ({ url, token, sent }) =>
    status(url, { ...HEAVY[sent % HEAVY.length], token }),
  filing: ({ url, token, sent }) =>
    status(url, {
      method: 'POST',
      path: tickets,
      token,
      body: { subject: `Once more, for the time ${sent}` },
    }),
  'slow exports': ({ url, token, end }) =>
    status(url, {
      path: `${api}/export?format=ndjson`,
      token,
      pace: { bytes: 1_024, everyMs: 1_000, until: end },
    }),
  'oversize bodies': ({ url, token }) =>
    status(url, { method: 'POST', path: tickets, token, text: OVERSIZE }),
  'bad tokens': ({ url, sent }) =>
    status(url, { path: tickets, token: `not-a-token-${sent}` }),
};

export const hostileKinds: readonly string[] = Object.keys(hostileClients);
