import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import type {
  TicketIntake,
  TicketsIntakesExtensionPoint,
} from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import type { IncomingSettings } from '../config/incomingSchema';
import type { Language } from '../config/schema';
import type { MailStore } from '../store/MailStore';
import { Worker } from './Worker';
import { createGatewayRouter } from './http/gatewayRouter';
import { Collector } from './imap/Collector';
import { Senders } from './people';
import { IncomingStore } from './store/IncomingStore';
import { Leases } from './store/Leases';
import { MailboxStore } from './store/MailboxStore';
import type { ReplyAddresses } from '../tokens/ReplyAddresses';
import { prepareMail } from './prepareMail';
import { takeIn } from './takeIn';

interface IncomingOptions {
  readonly incoming: IncomingSettings;
  readonly language: Language;
  readonly knex: Knex;
  readonly store: IncomingStore;
  readonly mails: MailStore;
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly services: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly intakes: TicketsIntakesExtensionPoint;
    readonly logger: LoggerService;
  };
  readonly clock: () => Date;
}

/**
 * The intake of a desk that reads no mails: those that came before are still
 * forgotten with what is removed from their tickets.
 */
export function intakeOf(
  store: Pick<IncomingStore, 'forgetOriginalsOf'>,
): TicketIntake {
  return {
    id: 'email',
    channel: 'email',
    start() {},
    forget: (ids, transaction) => store.forgetOriginalsOf(ids, transaction),
  };
}

/**
 * Reads mailboxes, and takes in what comes, once the desk has started.
 *
 * @returns what serves mails that gateways bring, and what is to be called when
 *   there is something to take in
 */
export function startIncoming({
  incoming,
  services,
  ...parts
}: IncomingOptions): { router: Router; received: () => void } {
  const { intakes, logger } = services;
  const { knex, store, clock } = parts;
  const leases = new Leases(knex, clock);
  let worker: Worker | undefined;
  const received = () => worker?.wake();

  intakes.addIntake({
    ...intakeOf(store),
    start(desk, signal) {
      const senders = new Senders(services);
      const context = {
        ...parts,
        desk,
        mailboxes: incoming.mailboxes,
        addRecipients: incoming.addRecipients,
        authenticationServer: incoming.authenticationServer,
        requireDmarc: incoming.requireDmarc,
        usersWithAddress: (address: string) => senders.with(address),
      };
      worker = new Worker({
        store,
        leases,
        foresee: rows =>
          senders.foresee(rows.flatMap(({ sender }) => sender ?? [])),
        prepare: prepareMail,
        takeIn: (row, prepared) => takeIn(context, row, prepared),
        logger,
        signal,
      });
      // Not awaited: they run until the backend stops.
      worker.run();
      for (const mailbox of incoming.mailboxes) {
        if (mailbox.type === 'imap') {
          new Collector({
            mailbox,
            maxSize: incoming.maxSize * 1_000_000,
            store,
            progress: new MailboxStore(knex, clock),
            leases,
            logger,
            clock,
            received,
            signal,
          }).run();
        }
      }
    },
  });

  return {
    router: Router().use(
      '/incoming',
      createGatewayRouter({ incoming, store, clock, received }),
    ),
    received,
  };
}
