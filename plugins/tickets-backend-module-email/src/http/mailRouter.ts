import { Router } from 'express';
import type { Resending } from '../channel/Resending';
import type { Language } from '../config/schema';
import { createQuarantineRouter } from '../incoming/http/quarantineRouter';
import type { IncomingStore } from '../incoming/store/IncomingStore';
import type { QuarantineStore } from '../incoming/store/QuarantineStore';
import type { MailSettings } from '../digest/MailSettings';
import type { MailStore } from '../store/MailStore';
import type { TroubleStore } from '../store/TroubleStore';
import type { MailTokens } from '../tokens/MailTokens';
import type { MutedTickets } from '../tokens/MutedTickets';
import type { AdminServices } from './admins';
import { createMuteRouter } from './muteRouter';
import { createSettingsRouter } from './settingsRouter';
import { createTicketMailsRouter } from './ticketMailsRouter';
import { createTroubleRouter } from './troubleRouter';

interface MailRouterOptions {
  readonly language: Language;
  readonly tokens: MailTokens;
  readonly muted: MutedTickets;
  readonly settings: MailSettings;
  readonly mails: MailStore;
  readonly incoming: IncomingStore;
  readonly quarantine: QuarantineStore;
  readonly trouble: TroubleStore;
  readonly resending: Resending;
  /** Called when there is something to take in. */
  readonly received: () => void;
  readonly services: AdminServices;
}

/** Below `/api/tickets/email`. */
export function createMailRouter({
  language,
  tokens,
  muted,
  settings,
  mails,
  incoming,
  quarantine,
  trouble,
  resending,
  received,
  services: { httpAuth, auditor, tickets },
}: MailRouterOptions): Router {
  return Router()
    .use('/mute', createMuteRouter({ tokens, muted, language }))
    .use('/settings', createSettingsRouter({ settings, httpAuth }))
    .use(
      '/tickets',
      createTicketMailsRouter({ tickets, httpAuth, mails, incoming }),
    )
    .use(
      '/quarantine',
      createQuarantineRouter({
        quarantine,
        received,
        httpAuth,
        auditor,
        tickets,
      }),
    )
    .use(
      createTroubleRouter({
        store: trouble,
        resending,
        httpAuth,
        auditor,
        tickets,
      }),
    );
}
