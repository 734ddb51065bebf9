import { answer, ask, note, reopen, reply, solve, wait } from './story';
import type { Story } from './story';

/** Signing in. */
export const signInStories: Story[] = [
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
        'The node came back on its own after the reboot, with the same wrong clock. Removed from the pool for good.',
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
];
