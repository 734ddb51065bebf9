import { answer, ask, note, reply, solve, wait } from './story';
import type { Story } from './story';

/** Databases, clusters, and what lies below. */
export const infrastructureStories: Story[] = [
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
    category: 'request',
    assets: ['resource:staging-cluster'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'normal',
    subject: 'More {resource} for namespace {namespace}',
    message:
      'We are at the quota of `{namespace}` ({now}). With {reason} we need {wanted}.',
    talk: [
      note('Usage over 30 days: 92 % at peak. Justified.'),
      solve(
        'Quota of `{namespace}` is {wanted} now:\n\n```yaml\nhard:\n  {key}: "{value}"\n```',
      ),
    ],
    variants: [
      {
        resource: 'memory',
        namespace: 'shop',
        now: '48 GiB',
        wanted: '64 GiB',
        reason: 'the new search',
        key: 'requests.memory',
        value: '64Gi',
      },
      {
        resource: 'CPU',
        namespace: 'payments',
        now: '16 cores',
        wanted: '24 cores',
        reason: 'load tests before the season',
        key: 'requests.cpu',
        value: '24',
      },
      {
        resource: 'storage',
        namespace: 'logistics',
        now: '200 GiB',
        wanted: '500 GiB',
        reason: 'the event replay',
        key: 'requests.storage',
        value: '500Gi',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['resource:staging-cluster'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'normal',
    priority: 'normal',
    subject: 'Staging is still down at {hour}',
    message:
      'It should be up from 6:00 UTC. Everything in `{namespace}` says {state}.',
    talk: [
      reply(
        'The morning scale-up stopped half-way: {cause}. Nodes are coming up now.',
      ),
      solve('Staging is complete again. {prevention}'),
    ],
    variants: [
      {
        hour: '7:15',
        namespace: 'shop',
        state: '`Pending`',
        cause: 'the image registry was being updated',
        prevention: 'The update of the registry moved to Saturday.',
      },
      {
        hour: '8:05',
        namespace: 'logistics',
        state: '`ImagePullBackOff`',
        cause: 'a pull secret ran out',
        prevention: 'The secret is renewed by itself from now on.',
      },
      {
        hour: '6:50',
        namespace: 'payments',
        state: '`Pending`',
        cause: 'our quota at the data centre was reached',
        prevention: 'The quota is raised, with an alert at 80 %.',
      },
    ],
  },
  {
    category: 'request',
    assets: ['resource:staging-cluster'],
    from: ['payments', 'storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'Keep staging up {when}',
    message:
      'We run {what} {when} and staging must not be scaled down at 20:00.',
    talk: [
      solve(
        'Noted: staging stays up {when}, entered in the calendar. It goes back to its usual hours by itself.',
      ),
    ],
    variants: [
      { when: 'in the night to Thursday', what: 'a twelve hour load test' },
      { when: 'over the weekend', what: 'the migration rehearsal' },
      {
        when: 'on Friday until midnight',
        what: 'the release of the new tracker',
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
  {
    category: 'question',
    assets: [],
    from: ['storefront', 'payments', 'fulfilment', 'commerce-support'],
    pace: 'normal',
    priority: 'low',
    subject: 'Where do I find {thing}?',
    talk: [reply('{where}'), solve('You are welcome.')],
    variants: [
      {
        thing: 'the on-call calendar',
        where:
          'In the pager, under *Schedules*. The link is also on the page of your group in this portal.',
      },
      {
        thing: 'the list of maintenance windows',
        where:
          'On the dashboard "Planned work", and as a calendar you can subscribe to.',
      },
      {
        thing: 'logs older than two weeks',
        where:
          'In the archive: choose the source `archive` in the log viewer. Expect a minute for the first query.',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'normal',
    assets: [],
    from: ['storefront', 'fulfilment', 'payments', 'platform-admins'],
    pace: 'normal',
    subject: 'VPN drops every {minutes} minutes',
    message:
      'Since {since} my connection drops about every {minutes} minutes, {where}. Others in the same place have no trouble.\n\nClient: {client}',
    talk: [
      ask(
        'Could you send me the file *diagnostics* from the client, right after a drop?',
      ),
      answer('Attached to the chat message I just sent you.'),
      wait(
        'File shows key renewals failing. Asked the network colleagues to look at gateway 2.',
      ),
      solve(
        'Gateway 2 had an old key renewal setting. Corrected; please reconnect once and tell me if it drops again.',
      ),
    ],
    variants: [
      {
        minutes: '20',
        since: 'the update',
        where: 'at home and in the café',
        client: '7.2 on macOS',
      },
      {
        minutes: '60',
        since: 'Monday',
        where: 'only in the Lisbon office',
        client: '7.1 on Linux',
      },
      {
        minutes: '5',
        since: 'this morning',
        where: 'on the train, but also at home',
        client: '7.2 on Windows',
      },
    ],
  },
];
