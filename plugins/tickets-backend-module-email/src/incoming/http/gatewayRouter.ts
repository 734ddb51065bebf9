import { AuthenticationError } from '@backstage/errors';
import { type Request, type Router, raw } from 'express';
import PromiseRouter from 'express-promise-router';
import type { IncomingSettings } from '../../config/incomingSchema';
import { identify } from '../mime/identify';
import type { IncomingStore } from '../store/IncomingStore';
import { fewAtOnce } from './fewAtOnce';
import { isSigned, isTimely } from './signature';

/**
 * How many mails are read at the same time before it is known whether they are
 * signed, and for how long at most, in milliseconds.
 */
const MOST_AT_ONCE = 8;
const LONGEST = 60_000;

interface GatewayRouterOptions {
  readonly incoming: IncomingSettings;
  readonly store: Pick<IncomingStore, 'receive'>;
  readonly clock: () => Date;
  /** Called when there is something to take in. */
  readonly received: () => void;
}

/** Below `/api/tickets/email/incoming`, where gateways bring mails. */
export function createGatewayRouter({
  incoming,
  store,
  clock,
  received,
}: GatewayRouterOptions): Router {
  const router = PromiseRouter();
  const limit = incoming.maxSize * 1_000_000;

  const gatewayOf = ({ params }: Request) =>
    incoming.mailboxes.find(
      ({ id, type }) => type === 'http' && id === params.mailbox,
    );
  const unsigned = () =>
    new AuthenticationError('The signature is missing or wrong');

  router.post(
    '/:mailbox',
    async (request, _response, next) => {
      const signature = request.get('X-Portaldesk-Signature');
      // the same answer where there is no such mailbox
      if (!gatewayOf(request) || !isTimely(signature, clock())) {
        throw unsigned();
      }
      next();
    },
    fewAtOnce(MOST_AT_ONCE, LONGEST),
    raw({ type: () => true, limit, inflate: false }),
    async (request, response) => {
      const mailbox = gatewayOf(request);
      const body: unknown = request.body;
      const signed =
        mailbox?.type === 'http' &&
        Buffer.isBuffer(body) &&
        isSigned(body, mailbox.secret, {
          signature: request.get('X-Portaldesk-Signature'),
          now: clock(),
        });
      if (!signed) {
        throw unsigned();
      }
      const mail = body as Buffer;
      await store.receive(
        { ...identify(mail), mailbox: mailbox.id, raw: mail },
        { size: mail.length },
      );
      received();
      response.status(202).end();
    },
  );

  return router;
}
