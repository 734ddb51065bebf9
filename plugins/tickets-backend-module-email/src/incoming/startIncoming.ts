import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import type {
  TicketsIntakesExtensionPoint,
  TicketsService,
} from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';
import type { IncomingSettings } from '../config/incomingSchema';
import type { Language } from '../config/schema';
import type { MailStore } from '../store/MailStore';
import { Worker } from './Worker';
import { createGatewayRouter } from './http/gatewayRouter';
import { createQuarantineRouter } from './http/quarantineRouter';
import { Collector } from './imap/Collector';
import { usersWithAddress } from './people';
import { IncomingStore } from './store/IncomingStore';
import { Leases } from './store/Leases';
import { MailboxStore } from './store/MailboxStore';
import { QuarantineStore } from './store/QuarantineStore';
import type { ReplyAddresses } from '../tokens/ReplyAddresses';
import { takeIn } from './takeIn';

interface IncomingOptions {
  readonly incoming: IncomingSettings;
  readonly language: Language;
  readonly knex: Knex;
  readonly store: IncomingStore;
  readonly mails: MailStore;
  readonly replyAddresses: ReplyAddresses | undefined;
  readonly services: {
    readonly auditor: AuditorService;
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly httpAuth: HttpAuthService;
    readonly intakes: TicketsIntakesExtensionPoint;
    readonly logger: LoggerService;
    readonly tickets: TicketsService;
  };
  readonly clock: () => Date;
}

/**
 * Reads mailboxes, and takes in what comes, once the desk has started.
 *
 * @returns what serves the quarantine and mails that gateways bring
 */
export function startIncoming({
  incoming,
  services,
  ...parts
}: IncomingOptions): Router {
  const { auditor, httpAuth, intakes, logger, tickets } = services;
  const { knex, store, clock } = parts;
  const leases = new Leases(knex, clock);
  let worker: Worker | undefined;
  const received = () => worker?.wake();

  intakes.addIntake({
    id: 'email',
    channel: 'email',
    start(desk, signal) {
      const context = {
        ...parts,
        desk,
        mailboxes: incoming.mailboxes,
        usersWithAddress: (address: string) =>
          usersWithAddress(services, address),
      };
      worker = new Worker({
        store,
        leases,
        takeIn: (row, raw) => takeIn(context, row, raw),
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

  return Router()
    .use('/incoming', createGatewayRouter({ incoming, store, clock, received }))
    .use(
      '/quarantine',
      createQuarantineRouter({
        quarantine: new QuarantineStore(knex, clock),
        httpAuth,
        auditor,
        tickets,
        received,
      }),
    );
}
