import { answer, ask, note, pass, reopen, reply, solve } from './story';
import type { Story } from './story';

/** The deploy pipeline, from the preview to the roll-back. */
export const deploymentStories: Story[] = [
  {
    category: 'incident',
    assets: ['component:deploy-pipeline', 'component:storefront-web'],
    from: ['storefront'],
    pace: 'urgent',
    subject: 'Canary of storefront-web {version} is stuck at {percent} %',
    message:
      'The canary step neither goes on nor rolls back. Metrics look healthy to me.\n\n> canary: waiting for analysis ({percent} %), 0 of 5 checks done\n\nCan someone push it on or tell me what it waits for?',
    talk: [
      reply(
        'Looking. The analysis asks the metrics store and gets a timeout, so it never counts a check.',
      ),
      note(
        'Metrics store restarted at {hour} and came back with another address; the analysis pod still has the old one cached.',
      ),
      solve(
        'I restarted the analysis, your canary went on and {version} is at 100 % now. The pipeline will treat "no answer" as a failed check from now on, so it rolls back instead of waiting for ever.',
      ),
    ],
    variants: [
      { version: '21.3.0', percent: '10', hour: '10:12' },
      { version: '28.0.0', percent: '25', hour: '15:47' },
      { version: '33.1.0', percent: '10', hour: '11:05' },
    ],
  },
  {
    category: 'incident',
    assets: ['component:deploy-pipeline'],
    from: ['payments', 'fulfilment', 'storefront'],
    pace: 'urgent',
    subject: 'Deployment of {service} to production fails with "{error}"',
    message:
      'Staging is fine, production stops at the step *apply*:\n\n```\nError from server ({error}): deployments.apps "{service}" is forbidden\n```\n\nNothing changed on our side since {day}.',
    talk: [
      reply(
        'I can see it. The role binding of your namespace was replaced by the clean-up of old service accounts. I am putting it back.',
      ),
      answer('Great, we keep our hands off until then.'),
      note(
        'The clean-up matched on names ending in -{suffix}. Excluded the deployers explicitly, change is in review with Elena.',
      ),
      solve(
        'The binding is back, your last run went through. We also fixed the clean-up that removed it. Sorry for the interruption.',
      ),
    ],
    variants: [
      {
        service: 'payment-gateway',
        error: 'Forbidden',
        day: 'Thursday',
        suffix: 'gw',
      },
      {
        service: 'order-tracker',
        error: 'Forbidden: RBAC',
        day: 'last week',
        suffix: 'tr',
      },
      {
        service: 'cart-service',
        error: 'Forbidden by policy',
        day: 'yesterday',
        suffix: 'svc',
      },
    ],
  },
  {
    category: 'question',
    assets: ['component:deploy-pipeline'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'normal',
    subject: 'How do I {task} with the new pipeline?',
    message:
      'The old pipeline had {old}. I cannot find anything like it in the new one. Is there a recommended way?',
    talk: [
      reply(
        'There is: {hint}. An example lives in `deploy-pipeline/examples`.',
      ),
      answer('That was it. Maybe worth a line in the migration guide?'),
      solve('Added it to the guide, thanks for the nudge.'),
    ],
    variants: [
      {
        task: 'roll back to the version before last',
        old: 'a drop-down with the last ten versions',
        hint: '`pipeline rollback --to <version>` takes any version of the last 30 days',
      },
      {
        task: 'skip staging for a configuration-only change',
        old: 'the label `config-only`',
        hint: 'set `stages: [production]` in a file that only touches `config/`, a second reviewer is required',
      },
      {
        task: 'deploy at a fixed time',
        old: 'a "scheduled" checkbox',
        hint: 'put `not-before: <time>` into the release note of the tag',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:deploy-pipeline'],
    from: ['payments', 'storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'Deployment freeze for {what}',
    message:
      'We need production frozen for {scope} from **{from}** to **{to}**. Hot fixes should stay possible with two approvals.',
    talk: [
      ask(
        'Should the freeze also hold for configuration changes, or for new versions only?',
      ),
      answer('{answer}'),
      solve(
        'The freeze is entered and announced in the calendar. Hot fixes: label the change `hotfix`, two approvals from your group are enough.',
      ),
    ],
    variants: [
      {
        what: 'the summer sale',
        scope: 'everything in the shop',
        from: 'Friday 18:00',
        to: 'Monday 8:00',
        answer:
          'For both, please. Last year it was a configuration change that hurt us.',
      },
      {
        what: 'the PCI audit',
        scope: 'the payment gateway',
        from: 'Tuesday 6:00',
        to: 'Thursday 20:00',
        answer:
          'New versions only, the auditors want to see that we can still change limits.',
      },
      {
        what: 'the warehouse move',
        scope: 'order tracker and warehouse sync',
        from: 'Saturday 0:00',
        to: 'Sunday 23:59',
        answer: 'Both. Nobody will be at a desk anyway.',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'normal',
    assets: ['component:deploy-pipeline'],
    from: ['storefront', 'fulfilment', 'payments'],
    pace: 'normal',
    subject: 'No message in chat after deploying {service}',
    message:
      'Until {day} the channel `{channel}` got a line for each deployment. Since then: silence.',
    talk: [
      note(
        'The channel was renamed on {day}, the hook still points to the old name.',
      ),
      solve(
        'The channel has a new name since {day}, the pipeline was still writing to the old one. Corrected, your next deployment will be announced again.',
      ),
    ],
    variants: [
      { service: 'storefront-web', day: 'Monday', channel: '#shop-releases' },
      {
        service: 'order-tracker',
        day: 'last Wednesday',
        channel: '#logistics-deploys',
      },
      {
        service: 'payment-gateway',
        day: 'the reorganisation',
        channel: '#payments-changes',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:deploy-pipeline', 'resource:staging-cluster'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'urgent',
    subject: 'Preview of pull request {pr} never becomes ready',
    message:
      'The preview environment of `{repo}#{pr}` stays at "starting". `describe` says:\n\n```\nWarning  FailedScheduling  0/{nodes} nodes are available: insufficient {resource}.\n```',
    talk: [
      reply(
        'The staging cluster is full: {why}. I am removing what nobody needs.',
      ),
      solve(
        'There is room again and your preview is up. Previews of merged or closed pull requests are now removed after a day.',
      ),
      reopen('Same message again for pull request {pr2}, two hours later.'),
      reply(
        'You are right, the clean-up ran but kept the volumes. Giving it another go by hand.',
      ),
      solve(
        'Volumes are gone too, 41 % free now. `{repo}#{pr2}` is up, I opened it to be sure.',
      ),
    ],
    variants: [
      {
        repo: 'storefront-web',
        pr: '1842',
        pr2: '1845',
        nodes: '9',
        resource: 'memory',
        why: 'forty previews of long merged pull requests',
      },
      {
        repo: 'payment-gateway',
        pr: '613',
        pr2: '616',
        nodes: '9',
        resource: 'cpu',
        why: 'a forgotten load test',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'low',
    assets: ['component:deploy-pipeline'],
    from: ['storefront', 'platform-admins', 'payments'],
    pace: 'slow',
    subject: 'Release notes of {service} list commits twice',
    message:
      'Not urgent. In the notes of {version} every squashed commit shows up a second time under "Other".',
    talk: [
      reply(
        'I can reproduce it with your repository: commits with two scopes, like `{commit}`, are sorted into both sections.',
      ),
      solve(
        'Fixed in the notes generator, from the next release on. I corrected {version} by hand.',
      ),
    ],
    variants: [
      {
        service: 'storefront-web',
        version: '24.0.0',
        commit: 'fix(cart,checkout)',
      },
      {
        service: 'payment-gateway',
        version: '5.18.0',
        commit: 'feat(api,refunds)',
      },
      { service: 'single-sign-on', version: '1.9.2', commit: 'chore(deps,ci)' },
    ],
  },
  {
    category: 'incident',
    assets: ['component:deploy-pipeline'],
    from: ['commerce-support'],
    pace: 'urgent',
    subject: 'Automatic roll-back of {service} did not happen',
    message:
      'Error rate of {service} {version} was at {rate} % for ten minutes and the pipeline just watched. I rolled back by hand at {hour}. We should understand why.',
    talk: [
      note(
        'Threshold is per pod, not per service; with {pods} pods each stayed below.',
      ),
      pass(
        'commerce-support',
        'The pipeline did its job. The alert rule of {service} belongs to the service, please check whether 5 % over all pods is what you want.',
      ),
      reply(
        'Found the rule, it dates from when there were two pods. Proposal: 2 % over all pods for three minutes.',
      ),
      solve(
        'Rule changed and tried out on staging: the roll-back started after three minutes and ten seconds.',
      ),
    ],
    variants: [
      {
        service: 'cart-service',
        version: '8.4.0',
        rate: '11',
        hour: '14:22',
        pods: 'twelve',
      },
      {
        service: 'billing-service',
        version: '3.31.2',
        rate: '18',
        hour: '9:05',
        pods: 'six',
      },
    ],
  },
];
