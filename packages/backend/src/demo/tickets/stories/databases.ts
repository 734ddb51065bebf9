import { answer, ask, note, reply, solve } from './story';
import type { Story } from './story';

/** Databases and message topics. */
export const databaseStories: Story[] = [
  {
    category: 'incident',
    assets: ['resource:shop-database'],
    from: ['storefront', 'commerce-support'],
    pace: 'urgent',
    subject: 'Shop database: {symptom}',
    message:
      'Since {hour} {symptom}. Slowest statement:\n\n```sql\n{sql}\n```\n\nThe shop is still up but feels it.',
    talk: [
      reply('On it. {finding}.'),
      note(
        'Plan flipped after the nightly analyze. Statistics target for that column raised to 1000.',
      ),
      answer('Response times are normal again.'),
      solve('{fix} Thanks for sending the statement along.'),
    ],
    variants: [
      {
        symptom: 'CPU at 100 %',
        hour: '10:02',
        sql: 'select * from product where lower(title) like $1',
        finding: 'That statement lost its index with the last release',
        fix: 'An index on lower(title) is in place.',
      },
      {
        symptom: 'connections run out',
        hour: '20:30',
        sql: 'idle in transaction (cart-service)',
        finding:
          'cart-service opens transactions and forgets them after a timeout',
        fix: 'Idle transactions end after 30 seconds now, and cart-service 8.3.2 closes them properly.',
      },
      {
        symptom: 'replication lag of 40 seconds',
        hour: '1:20',
        sql: 'update product set exported_at = now()',
        finding: 'The export touches every product at once',
        fix: 'The export works in batches of 500 now.',
      },
    ],
  },
  {
    category: 'request',
    assets: ['resource:shop-database'],
    from: ['storefront', 'commerce-support', 'payments'],
    pace: 'normal',
    subject: 'Copy of production data in staging, {scope}',
    message:
      'To reproduce {bug} we need {scope} in staging, masked. The last copy is {age} old.',
    talk: [
      ask(
        'Fine. Staging is not usable for about {duration} while the copy runs. When suits you?',
      ),
      answer('{when}'),
      solve('Copy done, masked, {size}. Test accounts are back as well.'),
    ],
    variants: [
      {
        scope: 'orders of the last month',
        bug: 'the rounding difference in baskets',
        age: 'three months',
        duration: '40 minutes',
        when: 'Today after 18:00.',
        size: '24 GB',
      },
      {
        scope: 'all products',
        bug: 'the slow category pages',
        age: 'half a year',
        duration: 'ten minutes',
        when: 'Right now is perfect.',
        size: '3 GB',
      },
      {
        scope: 'invoices of one customer',
        bug: 'a rounding difference of one cent',
        age: 'five weeks',
        duration: 'five minutes',
        when: 'Any time.',
        size: '2 MB',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['resource:shop-database', 'component:billing-service'],
    from: ['commerce-support', 'payments'],
    pace: 'normal',
    subject: 'Backup of {database} was {problem}',
    message:
      'The report of tonight says: backup of `{database}` {problem}. Is there a usable one from yesterday?',
    talk: [
      reply(
        "Yes, yesterday's is complete and tested. I am running tonight's again now.",
      ),
      note('{cause}'),
      solve('The backup is complete. {fix}'),
    ],
    variants: [
      {
        database: 'billing',
        problem: 'skipped',
        cause: 'Previous run was still going, the archive was throttled.',
        fix: 'The archive is faster again and a skipped run raises an alert at once.',
      },
      {
        database: 'shop',
        problem: 'smaller than usual',
        cause:
          'Old log tables were dropped on purpose last evening, ticket of Ravi.',
        fix: 'It is smaller because the old log tables are gone, which was intended.',
      },
      {
        database: 'cart',
        problem: 'finished with warnings',
        cause: 'One table locked by a migration for 20 minutes.',
        fix: 'Migrations and backups no longer meet: backups wait.',
      },
    ],
  },
  {
    category: 'request',
    assets: ['resource:parcel-events'],
    from: ['fulfilment', 'storefront'],
    pace: 'normal',
    subject: 'New topic `{topic}`',
    message:
      'Please create a topic:\n\n- name: `{topic}`\n- partitions: {partitions}\n- retention: {retention}\n- writers: {writer}\n- readers: {reader}',
    talk: [
      ask(
        'Partitions can be raised later but not lowered, and {volume} events a day do not need {partitions}. Would three do for a start?',
      ),
      answer('Yes, three are fine.'),
      solve(
        '`{topic}` exists on staging and production with three partitions; {writer} may write, {reader} may read.',
      ),
    ],
    variants: [
      {
        topic: 'returns-received',
        partitions: '24',
        retention: '7 days',
        writer: 'warehouse-sync',
        reader: 'billing-service',
        volume: '4,000',
      },
      {
        topic: 'stock-changed',
        partitions: '12',
        retention: '3 days',
        writer: 'warehouse-sync',
        reader: 'product-catalog',
        volume: '60,000',
      },
      {
        topic: 'basket-abandoned',
        partitions: '48',
        retention: '1 day',
        writer: 'cart-service',
        reader: 'the newsletter',
        volume: '9,000',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'high',
    assets: ['resource:shop-database'],
    from: ['storefront', 'payments', 'commerce-support'],
    pace: 'urgent',
    subject: '{action} by accident in {environment}',
    message:
      '{confession} Can you bring back the state of {hour}? I am very sorry.',
    talk: [
      reply(
        'It happens. Do not touch anything more, please; I am restoring `{table}` into a copy from {hour}.',
      ),
      note('Point in time restore running, about {duration}.'),
      reply(
        'The copy is there. I compared: {rows} rows differ. Bringing those back now.',
      ),
      answer('Everything is where it was. Thank you so much!'),
      solve(
        'All rows are back. Nobody outside noticed. Statements without `where` now need a second confirmation in that tool.',
      ),
    ],
    variants: [
      {
        action: 'Deleted rows',
        environment: 'production',
        confession:
          'I ran a delete on `voucher` without the where clause, wrong window.',
        hour: '14:31',
        table: 'voucher',
        duration: '20 minutes',
        rows: '8,411',
      },
      {
        action: 'Overwrote prices',
        environment: 'staging',
        confession:
          'My import script set every price in `product_price` to the test value, an hour before the demo.',
        hour: '9:00',
        table: 'product_price',
        duration: 'ten minutes',
        rows: '30,212',
      },
    ],
  },
];
