import type { DatabaseService } from '@backstage/backend-plugin-api';
import { simpleParser } from 'mailparser';

const TABLE = 'demo_mails';

/** A mail in an inbox, as a list shows it. */
export interface KeptMail {
  readonly id: number;
  /** Whose inbox it is in; in lower case. */
  readonly address: string;
  readonly sender: string;
  readonly subject: string;
  /** Whether the owner of the inbox wrote it. */
  readonly sent: boolean;
  readonly read: boolean;
  readonly at: Date;
}

type Client = Awaited<ReturnType<DatabaseService['getClient']>>;

/** Keeps the mails of the demo, so that a restart loses none. */
export class MailKeeper {
  private constructor(private readonly client: Client) {}

  /** Makes the table where there is none. */
  static async open(database: DatabaseService): Promise<MailKeeper> {
    const client = await database.getClient();
    if (!(await client.schema.hasTable(TABLE))) {
      await client.schema.createTable(TABLE, table => {
        table.increments('id');
        table.string('address', 320).notNullable();
        table.text('sender').notNullable();
        table.text('subject').notNullable();
        table.boolean('sent').notNullable();
        table.boolean('read').notNullable();
        table.dateTime('at').notNullable();
        table.binary('raw').notNullable();
        table.index(['address', 'id']);
      });
    }
    return new MailKeeper(client);
  }

  /** @returns its number, higher than that of every mail before */
  async keep(
    address: string,
    raw: Buffer,
    { sent = false }: { sent?: boolean } = {},
  ): Promise<number> {
    const { from, to, subject = '' } = await simpleParser(raw);
    const [recipient] = [to ?? []].flat();
    const other = sent ? recipient : from;
    const [row] = await this.client(TABLE).insert(
      {
        address: address.toLowerCase(),
        sender: other?.value[0]?.name || other?.value[0]?.address || '',
        subject,
        sent,
        read: sent,
        at: new Date(),
        raw,
      },
      ['id'],
    );
    return row.id;
  }

  /** The newest mails of an inbox, newest first. */
  async list(address: string): Promise<KeptMail[]> {
    const rows = await this.client(TABLE)
      .where({ address: address.toLowerCase() })
      .orderBy('id', 'desc')
      .limit(200)
      .select('id', 'address', 'sender', 'subject', 'sent', 'read', 'at');
    return rows.map(readRow);
  }

  /** How many mails wait to be read, by address. */
  async unread(): Promise<Map<string, number>> {
    const addresses: string[] = await this.client(TABLE)
      .where({ read: false })
      .pluck('address');
    const counts = new Map<string, number>();
    for (const address of addresses) {
      counts.set(address, (counts.get(address) ?? 0) + 1);
    }
    return counts;
  }

  /** A mail with its text as it came, which counts as read from then on. */
  async open(id: number): Promise<(KeptMail & { raw: Buffer }) | undefined> {
    const row = await this.client(TABLE).where({ id }).first();
    if (!row) {
      return undefined;
    }
    if (!row.read) {
      await this.client(TABLE).where({ id }).update({ read: true });
    }
    return { ...readRow(row), raw: Buffer.from(row.raw) };
  }

  /** The newest mails to an address, oldest first. */
  async newest(
    address: string,
    count: number,
  ): Promise<{ id: number; raw: Buffer }[]> {
    const rows = await this.client(TABLE)
      .where({ address: address.toLowerCase() })
      .orderBy('id', 'desc')
      .limit(count)
      .select('id', 'raw');
    return rows.reverse().map(({ id, raw }) => ({ id, raw: Buffer.from(raw) }));
  }
}

interface Row {
  id: number;
  address: string;
  sender: string;
  subject: string;
  sent: boolean | number;
  read: boolean | number;
  at: Date | string | number;
}

function readRow({ id, address, sender, subject, sent, read, at }: Row) {
  return {
    id,
    address,
    sender,
    subject,
    sent: Boolean(sent),
    read: Boolean(read),
    at: new Date(at),
  };
}
