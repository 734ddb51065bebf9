import type { TicketNotification } from '@portaldesk/plugin-tickets-node';
import type { Knex } from 'knex';

const TABLE = 'ticket_mail_notifications';

/** What a mail was about, without what was written. */
export interface KeptNotification {
  readonly notification: TicketNotification;
  readonly ticketPath: string;
}

/** What mails were about, for those that an admin sends again. */
export class NotificationStore {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  async keep({ notification, ticketPath }: KeptNotification): Promise<void> {
    await this.knex(TABLE)
      .insert({
        id: notification.id,
        notification: JSON.stringify(notification),
        ticket_path: ticketPath,
        created_at: this.clock(),
      })
      .onConflict('id')
      .ignore();
  }

  async find(id: string): Promise<KeptNotification | undefined> {
    const row = await this.knex(TABLE).where({ id }).first();
    return (
      row && {
        notification: revived(JSON.parse(row.notification)),
        ticketPath: row.ticket_path,
      }
    );
  }

  /** Forgets what is older. */
  async forgetBefore(time: Date): Promise<void> {
    await this.knex(TABLE).where('created_at', '<', time).delete();
  }
}

type Stored = Omit<TicketNotification, 'at' | 'deadline'> & {
  at: string;
  deadline?: Omit<NonNullable<TicketNotification['deadline']>, 'dueAt'> & {
    dueAt: string;
  };
};

function revived({ at, deadline, ...others }: Stored): TicketNotification {
  return {
    ...others,
    at: new Date(at),
    ...(deadline && {
      deadline: { ...deadline, dueAt: new Date(deadline.dueAt) },
    }),
  };
}
