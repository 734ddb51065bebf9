import { answer, ask, note, reply, solve, wait } from './story';
import type { Story } from './story';

/** Rights, keys and what new colleagues need. */
export const accessStories: Story[] = [
  {
    category: 'access',
    assets: ['resource:shop-database'],
    from: ['storefront', 'commerce-support', 'fulfilment'],
    pace: 'normal',
    subject: 'Read access to {what} for {days} days',
    message:
      'To find out why {why} I need to read `{table}`. No personal data needed, the masked view is enough.\n\nApproved by my lead, see thread.',
    talk: [
      note('Masked view exists for {table}, no export rights.'),
      solve(
        'You can read `masked.{table}` for {days} days with your normal account:\n\n```sql\nselect * from masked.{table} order by created_at desc limit 10;\n```\n\nAccess ends automatically. Queries over 30 seconds are cancelled, please use the reader.',
      ),
    ],
    variants: [
      {
        what: 'the voucher tables',
        days: '14',
        why: 'some vouchers are redeemed twice',
        table: 'voucher_use',
      },
      {
        what: 'order history',
        days: '7',
        why: 'returns of {x} are counted as sales',
        table: 'orders',
        x: 'bundles',
      },
      {
        what: 'stock levels',
        days: '30',
        why: 'stock jumps at midnight',
        table: 'stock_level',
      },
    ],
  },
  {
    category: 'access',
    assets: [],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'slow',
    subject: 'New colleague starting on {date}: {role}',
    message:
      'Please prepare the usual for our new {role}:\n\n- [ ] account with second factor\n- [ ] group `{group}`\n- [ ] laptop, {laptop}\n- [ ] access to the staging cluster\n\nName and address are in the HR system.',
    talk: [
      reply(
        'Congratulations! Account and groups will be ready the day before. The laptop takes a week to arrive, so we are just in time.',
      ),
      wait('Laptop ordered, arrives on Thursday according to the dealer.'),
      note('Arrived, set up, in the cupboard on floor 2.'),
      solve(
        'Everything is ready. The first password is with the reception in a sealed envelope.',
      ),
    ],
    variants: [
      {
        date: 'the first of next month',
        role: 'frontend engineer',
        group: 'storefront',
        laptop: '14 inch',
      },
      {
        date: 'Monday in two weeks',
        role: 'data engineer',
        group: 'fulfilment',
        laptop: '16 inch with more memory',
      },
      {
        date: 'the 15th',
        role: 'payments engineer',
        group: 'payments',
        laptop: '14 inch, US keyboard please',
      },
    ],
  },
  {
    category: 'access',
    assets: ['component:single-sign-on'],
    from: ['payments', 'storefront', 'platform-admins'],
    pace: 'normal',
    subject: 'Group {group} does not arrive in {tool}',
    message:
      'I was added to `{group}` {when}, but {tool} still says *you have no access*. Signing out and in again did not help.',
    talk: [
      reply(
        'The directory has you in the group. Let me see what single sign-on sends along.',
      ),
      note(
        'Token carries 118 groups; {tool} cuts the list at 100. Alphabet decides…',
      ),
      solve(
        'Single sign-on sent more groups than {tool} can take, and yours was cut off. It now sends only groups that {tool} knows. Please sign in once more.',
      ),
    ],
    variants: [
      { group: 'payments-oncall', tool: 'the pager', when: 'on Monday' },
      {
        group: 'shop-analytics',
        tool: 'the dashboards',
        when: 'yesterday morning',
      },
      {
        group: 'vault-readers',
        tool: 'the secret store',
        when: 'three hours ago',
      },
    ],
  },
  {
    category: 'access',
    priority: 'high',
    assets: ['component:payment-gateway', 'api:payments-api'],
    from: ['payments'],
    pace: 'urgent',
    subject: 'Rotate the {provider} key, it was in a log',
    message:
      'Our own mistake: the key of {provider} was printed by a debug statement in {env}. The log store keeps it for {days} days. Please rotate **today**, we are ready to take the new one at any time.',
    talk: [
      reply(
        'Understood. New key requested from {provider}; both will be valid for an hour so that nothing breaks.',
      ),
      note(
        'Asked Platform Support to delete the log lines as well. PCI incident form filled in, number 26-{form}.',
      ),
      answer('New key is live on all pods, the old one is no longer used.'),
      solve(
        'Old key revoked, log lines deleted, form closed. Nobody else has used the old key.',
      ),
    ],
    variants: [
      { provider: 'Nordpay', env: 'staging', days: '14', form: '011' },
      { provider: 'CardLink', env: 'production', days: '30', form: '014' },
    ],
  },
  {
    category: 'access',
    priority: 'low',
    assets: [],
    from: ['storefront', 'payments', 'fulfilment', 'platform-admins'],
    pace: 'normal',
    subject: '{thing} for the {event}',
    message:
      'We have about {guests} guests on {day} and would need {thing} for them.',
    talk: [
      solve(
        'Done: valid on {day} from 7:00 to 20:00. Details are at the reception.',
      ),
    ],
    variants: [
      { thing: 'Guest Wi-Fi', event: 'hackathon', guests: '30', day: 'Friday' },
      { thing: 'Visitor badges', event: 'audit', guests: '4', day: 'Tuesday' },
      {
        thing: 'A projector account',
        event: 'town hall',
        guests: '80',
        day: 'the 12th',
      },
    ],
  },
  {
    category: 'access',
    assets: ['component:deploy-pipeline'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'normal',
    subject: 'May {who} approve production deployments of {service}?',
    message: '{reason} I am fine with it as the owner of the service.',
    talk: [
      ask('Approvers need the release training first. Has that happened?'),
      answer('{training}'),
      solve(
        'Approval right for {service} granted to {who}, until the end of the year. It is renewed with the yearly review.',
      ),
    ],
    variants: [
      {
        who: 'Ravi',
        service: 'storefront-web',
        reason: 'I am on holiday for two weeks and someone has to approve.',
        training: 'Yes, in spring.',
      },
      {
        who: 'Diego',
        service: 'payment-gateway',
        reason: 'We want two approvers in every time zone.',
        training:
          'Not yet, but booked for tomorrow. Could you wait until then?',
      },
      {
        who: 'Chloe',
        service: 'order-tracker',
        reason: 'Mehmet should not be the only one.',
        training: 'She gave the training :)',
      },
    ],
  },
];
