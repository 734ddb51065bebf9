import type { Result, SearchDocument } from '@backstage/plugin-search-common';
import type { Highlight, SearchHit } from '@portaldesk/plugin-tickets-common';

/** The type of documents that are tickets. */
export const TICKETS = 'tickets';

/** They stand around what was looked for, and in no text. */
const PRE_TAG = '<ticket-hit>';
const POST_TAG = '</ticket-hit>';

/** What the portal's search shows of a ticket. */
interface TicketDocument extends SearchDocument {
  number: string;
  light: string;
  portalStatus: string;
  /** The configured status, for those who may know it. */
  status?: string;
}

/**
 * A ticket that was found, as the portal's search has results.
 *
 * @param pagePath - where the portal has its tickets
 */
export function presentHit(
  { ticket, highlights }: SearchHit,
  pagePath: string,
): Result<TicketDocument> {
  const { number, subject, light, portalStatus, status } = ticket;
  const inSubject = highlights.find(({ where }) => where === 'subject');
  const inText = highlights.find(
    ({ where }) => where === 'message' || where === 'field',
  );
  return {
    type: TICKETS,
    document: {
      title: subject,
      text: inText ? plain(inText) : '',
      location: `${pagePath}/${encodeURIComponent(number)}`,
      number,
      light,
      portalStatus,
      ...(status !== undefined && { status }),
    },
    highlight: {
      preTag: PRE_TAG,
      postTag: POST_TAG,
      fields: {
        ...(inSubject && { title: marked(inSubject) }),
        ...(inText && { text: marked(inText) }),
      },
    },
  };
}

function plain({ parts }: Highlight): string {
  return parts.map(({ text }) => text).join('');
}

/** What a person wrote is no mark of ours. */
function marked({ parts }: Highlight): string {
  return parts
    .map(({ text, hit }) => {
      const own = text.replaceAll(PRE_TAG, '').replaceAll(POST_TAG, '');
      return hit ? `${PRE_TAG}${own}${POST_TAG}` : own;
    })
    .join('');
}
