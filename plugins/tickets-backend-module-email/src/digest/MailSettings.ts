import type { Knex } from 'knex';

const TABLE = 'ticket_mail_settings';

/** When a person is mailed: at once, from time to time, or never. */
export const mailModes = ['instant', 'digest', 'off'] as const;

export type MailMode = (typeof mailModes)[number];

/** How people want to be mailed. */
export class MailSettings {
  constructor(
    private readonly knex: Knex,
    private readonly clock: () => Date,
  ) {}

  /** @returns the modes of those who are not mailed at once */
  async among(refs: readonly string[]): Promise<Map<string, MailMode>> {
    const rows = await this.knex(TABLE)
      .whereIn('user_ref', refs)
      .whereNot({ mails: 'instant' })
      .select('user_ref', 'mails');
    return new Map(rows.map(({ user_ref: ref, mails }) => [ref, mails]));
  }

  async of(userRef: string): Promise<MailMode> {
    return (await this.among([userRef])).get(userRef) ?? 'instant';
  }

  async set(userRef: string, mails: MailMode): Promise<void> {
    await this.knex(TABLE)
      .insert({ user_ref: userRef, mails, updated_at: this.clock() })
      .onConflict('user_ref')
      .merge();
  }
}
