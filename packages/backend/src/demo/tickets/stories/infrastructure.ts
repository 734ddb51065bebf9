import { answer, ask, note, reply, solve, wait } from './story';
import type { Story } from './story';

/** Clusters, staging and the network. */
export const infrastructureStories: Story[] = [
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
        prevention: 'The secret is renewed automatically from now on.',
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
        'Noted: staging stays up {when}, entered in the calendar. It goes back to its usual hours automatically.',
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
