import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createTransport } from 'nodemailer';
import { MailKeeper } from './MailKeeper';
import { startImapServer } from './imapServer';
import { readInboxes } from './inboxes';
import { isOfDesk, readMailConfig } from './readMailConfig';
import { startSmtpServer } from './smtpServer';
import { startInbox } from './web/startInbox';

/** How many mails to the desk it can still read after a restart. */
const KEPT_FOR_DESK = 500;

/**
 * The mail of the demo: an SMTP server that takes what the desk and the demo
 * people send, an IMAP server with the desk's mailbox, and a page on which the
 * people read and answer. Nothing leaves this machine, and nobody else reaches
 * it.
 */
export const demoMailPlugin = createBackendPlugin({
  pluginId: 'demo-mail',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, config, database, lifecycle, logger }) {
        const mail = readMailConfig(config);
        const { desk, smtpPort } = mail;
        const keeper = await MailKeeper.open(database);
        const imap = await startImapServer({
          port: mail.imapPort,
          user: desk,
          password: mail.password,
          mails: await keeper.newest(desk, KEPT_FOR_DESK),
        });
        lifecycle.addShutdownHook(imap.stop);

        // one after the other, so that numbers appear in their order
        let before: Promise<unknown> = Promise.resolve();
        const deliver = (recipients: string[], raw: Buffer) => {
          const now = before.then(async () => {
            for (const address of recipients) {
              if (isOfDesk(address, desk)) {
                imap.add({ id: await keeper.keep(desk, raw), raw });
              } else {
                await keeper.keep(address, raw);
              }
            }
          });
          before = now.catch(() => {});
          return now;
        };
        const smtp = await startSmtpServer({
          port: smtpPort,
          receive: deliver,
        });
        lifecycle.addShutdownHook(smtp.stop);

        const transport = createTransport({
          host: '127.0.0.1',
          port: smtpPort,
          ignoreTLS: true,
        });
        const inbox = await startInbox({
          port: mail.inboxPort,
          desk,
          keeper,
          readInboxes: () => readInboxes(config, { auth, catalog }),
          send: message => transport.sendMail(message),
        });
        lifecycle.addShutdownHook(inbox.stop);
        logger.info(`Mails of the demo: http://localhost:${mail.inboxPort}`);
      },
    });
  },
});
