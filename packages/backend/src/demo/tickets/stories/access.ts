import { answer, ask, note, reopen, reply, solve, wait } from './story';
import type { Story } from './story';

/** Accounts, roles, secrets, and starting at the company. */
export const accessStories: Story[] = [
  {
    category: 'access',
    assets: ['component:single-sign-on'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'normal',
    subject: '{subject}',
    message:
      'New phone, and the authenticator did not move along. {detail} Can you reset my second factor?',
    talk: [
      ask(
        'Of course. For a reset I have to see you: are you in the office today, or shall we do a short video call?',
      ),
      answer('{where}'),
      solve(
        'That was quick. Your second factor is reset; please register the new phone within 24 hours, and print the recovery codes this time :)',
      ),
    ],
    variants: [
      {
        subject: 'Locked out after changing my phone',
        detail: 'I still have a session in the browser until tonight.',
        where: 'Office, second floor, near the plants.',
      },
      {
        subject: 'New phone, no second factor',
        detail: 'I am working from the train, so no hurry before noon.',
        where: 'Video call at 14:00 would be perfect.',
      },
      {
        subject: 'Please reset my second factor',
        detail: 'The old phone is already wiped, of course.',
        where: 'I can come by in ten minutes.',
      },
    ],
  },
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
        'You can read `masked.{table}` for {days} days with your normal account:\n\n```sql\nselect * from masked.{table} order by created_at desc limit 10;\n```\n\nAccess ends by itself. Queries over 30 seconds are cancelled, please use the reader.',
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
      answer('New key is live on all pods, the old one shows no use any more.'),
      solve(
        'Old key revoked, log lines deleted, form closed. No use of the old key by anybody else was seen.',
      ),
    ],
    variants: [
      { provider: 'Nordpay', env: 'staging', days: '14', form: '011' },
      { provider: 'CardLink', env: 'production', days: '30', form: '014' },
    ],
  },
  {
    category: 'access',
    assets: ['resource:staging-cluster'],
    from: ['storefront', 'fulfilment', 'payments'],
    pace: 'normal',
    subject: '`{command}` says "Unauthorized" since this morning',
    message:
      '```\n$ {command}\nerror: You must be logged in to the server (Unauthorized)\n```\n\nColleagues have no trouble.',
    talk: [
      ask('What does `cluster-login --version` print?'),
      answer('{version}. Should I update?'),
      reply(
        'Yes please, versions before 4.2 cannot read the new certificates. `brew upgrade cluster-login` or the package in the software centre.',
      ),
      solve(
        'Glad it works. We now print a hint to update instead of "Unauthorized".',
      ),
    ],
    variants: [
      { command: 'kubectl get pods -n shop', version: '4.0.3' },
      { command: 'kubectl logs deploy/order-tracker', version: '3.9.1' },
      {
        command: 'kubectl port-forward svc/payment-gateway 8080',
        version: '4.1.0',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:single-sign-on'],
    from: ['storefront', 'fulfilment', 'payments'],
    pace: 'slow',
    subject: 'Single sign-on for {tool}',
    message:
      'We start using {tool} with {seats} people and would rather not have another password. It speaks {protocol}. What do you need from us?',
    talk: [
      ask(
        'Two things: the redirect address, and who may use it (a directory group). And please have a look at the checklist for new tools, data protection wants to know what is stored there.',
      ),
      answer(
        'Address: `https://{host}.example.com/callback`, group `{group}`. Checklist is filled in, no personal data besides names.',
      ),
      wait(
        'Data protection has to agree, asked them. Usually takes a few days.',
      ),
      reply(
        'Data protection agrees. The connection is set up on our side; the client secret is in your folder of the secret store.',
      ),
      solve('Sign-in works for the people of `{group}`, tested with Inês.'),
    ],
    variants: [
      {
        tool: 'the new whiteboard',
        seats: '12',
        protocol: 'OpenID Connect',
        host: 'board',
        group: 'product-all',
      },
      {
        tool: 'the route planner',
        seats: '25',
        protocol: 'SAML',
        host: 'routes',
        group: 'fulfilment-all',
      },
      {
        tool: 'the fraud console',
        seats: '8',
        protocol: 'OpenID Connect',
        host: 'fraud',
        group: 'payments-risk',
      },
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
    category: 'incident',
    assets: ['component:single-sign-on'],
    from: ['storefront', 'payments', 'fulfilment', 'commerce-support'],
    pace: 'urgent',
    subject: 'Sign-in loops between {tool} and single sign-on',
    message:
      'After the password I land at {tool}, then back at the sign-in page, and so on until the browser gives up with *too many redirects*. Happens to {who}.',
    talk: [
      reply(
        'We see many of those since {hour}. The clock of one of the sign-in nodes is {drift} minutes ahead, so every token looks expired. Taking it out now.',
      ),
      solve(
        'The node with the wrong clock is out, sign-in works. Please delete cookies if it still loops for you.',
      ),
      reopen('It is back for two of us.'),
      note(
        'The node came back by itself after the reboot, with the same wrong clock. Removed from the pool for good.',
      ),
      solve(
        'The node had crept back in after a restart; it is now removed entirely and will be replaced. Time is monitored on all of them.',
      ),
    ],
    variants: [
      {
        tool: 'the dashboards',
        who: 'about half of us',
        hour: '8:40',
        drift: 'eleven',
      },
      {
        tool: 'the wiki',
        who: 'everybody in the team',
        hour: '13:15',
        drift: 'six',
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
        reason: 'I am on holiday for two weeks and somebody has to approve.',
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
