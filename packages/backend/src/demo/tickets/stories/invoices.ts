import { answer, note, reply, solve } from './story';
import type { Story } from './story';

/** Invoices and what accounting gets of them. */
export const invoiceStories: Story[] = [
  {
    category: 'data',
    assets: ['component:billing-service'],
    from: ['payments', 'storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'Invoice {invoice} shows the wrong {what}',
    message:
      'Invoice {invoice} has *{wrong}* as {what}, it should be *{right}*. The customer needs it for the tax return.',
    fields: {
      wrong: 'invoice',
      record: '{invoice}',
      customers: true,
      seenIn: ['Accounts'],
    },
    talk: [
      reply(
        'I cancelled {invoice} and made a new one with the right {what}; invoices cannot be changed once they are out.',
      ),
      solve(
        'New invoice {next} is on its way to the customer, together with the credit note for the old one.',
      ),
    ],
    variants: [
      {
        invoice: 'R-104822',
        next: 'R-104911',
        what: 'address',
        wrong: 'Linden Road 4',
        right: 'Linden Road 41',
      },
      {
        invoice: 'R-110375',
        next: 'R-110502',
        what: 'VAT number',
        wrong: 'none',
        right: 'PT 509 000 111',
      },
      {
        invoice: 'R-121140',
        next: 'R-121207',
        what: 'company name',
        wrong: 'Meyer Ltd',
        right: 'Meier & Daughters Ltd',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:billing-service'],
    from: ['payments', 'commerce-support'],
    pace: 'normal',
    subject: 'Nightly export to accounting stopped at {percent} %',
    message:
      'Accounting has {rows} rows instead of about {usual}. Log of the export:\n\n```\n01:{minute} exporting day {day}\n01:{minute} {error}\n01:{minute} giving up, {rows} rows written\n```',
    talk: [
      note('{cause}'),
      reply(
        'Found the row that stops it: {explain}. I am correcting it and start the export again by hand.',
      ),
      solve(
        'The export is complete, accounting has all rows of {day}. Such a row is now skipped, listed and mailed to us instead of ending the run.',
      ),
    ],
    variants: [
      {
        percent: '62',
        rows: '11,204',
        usual: '18,000',
        day: 'Wednesday',
        minute: '14',
        error: 'NumberFormatException: "1.249,00"',
        cause: 'A credit note entered by hand with a German amount.',
        explain: 'a credit note with a comma in its amount',
      },
      {
        percent: '9',
        rows: '1,550',
        usual: '17,500',
        day: 'Saturday',
        minute: '03',
        error: 'value too long for type character varying(80)',
        cause: 'Company name with 112 characters, a Spanish cooperative.',
        explain: 'a company name longer than accounting can take',
      },
      {
        percent: '97',
        rows: '20,870',
        usual: '21,500',
        day: 'Sunday',
        minute: '47',
        error: 'duplicate key value (02:30)',
        cause:
          'Clock of the export node was set back at 02:45, so 02:30 happened twice.',
        explain:
          'a quarter of an hour that happened twice, because a clock was set back',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:billing-service'],
    from: ['payments', 'storefront', 'fulfilment'],
    pace: 'slow',
    subject: 'New text on invoices for {who}',
    message:
      'Invoices for {who} have to carry this sentence from {day} on:\n\n> {text}\n\nLegal has checked it.',
    talk: [
      reply(
        'I put it below the totals, that is where the other legal texts are. A sample is on its way to you.',
      ),
      answer('Looks good, please go ahead.'),
      solve('Live for {who} with the invoices of tonight.'),
    ],
    variants: [
      {
        who: 'customers in France',
        day: 'the first of next month',
        text: 'TVA acquittée sur les encaissements.',
      },
      {
        who: 'companies in the EU',
        day: 'next Monday',
        text: 'Reverse charge: the recipient owes the VAT.',
      },
      {
        who: 'members of the bonus club',
        day: 'next quarter',
        text: 'Your bonus points of this order are booked after 14 days.',
      },
    ],
  },
  {
    category: 'data',
    assets: ['component:billing-service', 'resource:shop-database'],
    from: ['payments', 'commerce-support'],
    pace: 'normal',
    subject: '{count} invoices without a payment after {event}',
    message:
      "This query should be empty but finds {count} rows:\n\n```sql\nselect count(*) from invoice i\nwhere i.state = 'open' and i.total = 0\n  and i.created_at > now() - interval '{interval}';\n```\n\nAll of them from the time around {event}.",
    fields: {
      wrong: 'invoice',
      record: '{count} invoices of the last {interval}',
      customers: false,
      seenIn: ['Accounts'],
    },
    talk: [
      reply(
        'They were paid with a voucher in full, and {event} stopped the job that closes those.',
      ),
      note('Job restarted, safe to run twice.'),
      solve(
        'The job has caught up, the query is empty. It has an alert now if it does not run for an hour.',
      ),
    ],
    variants: [
      { count: '63', event: 'the database maintenance', interval: '7 days' },
      { count: '212', event: 'the summer sale', interval: '14 days' },
      { count: '18', event: 'the deployment on Tuesday', interval: '3 days' },
    ],
  },
];
