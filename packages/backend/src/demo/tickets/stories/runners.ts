import { answer, ask, note, reply, solve, wait } from './story';
import type { Story } from './story';

/** CI runners, and what is built and tested on them. */
export const runnerStories: Story[] = [
  {
    category: 'incident',
    assets: ['component:ci-runners'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'urgent',
    subject: 'Builds of {repo} wait more than {minutes} minutes for a runner',
    message:
      'Since about {hour} every job of `{repo}` sits in the queue. The log says nothing but\n\n```\nWaiting for a runner to pick up this job...\nRequested labels: {label}\n```\n\nWe have a release today, so this hurts.',
    talk: [
      note(
        '{busy} of the {label} machines are stuck in "cleaning up". Same picture as last month, the disk clean-up job hangs.',
      ),
      reply(
        'Thanks for the report. Several machines with the label `{label}` did not come back after their last job. I am restarting them now, the queue should drain within a quarter of an hour.',
      ),
      answer('First jobs are running again, thank you!'),
      solve(
        'All {label} runners are back and the queue is empty. The clean-up job now has a time limit, so that one hanging disk does not take the others with it.',
      ),
    ],
    variants: [
      {
        repo: 'storefront-web',
        minutes: '25',
        hour: '9:30',
        label: 'linux-large',
        busy: '7',
      },
      {
        repo: 'payment-gateway',
        minutes: '40',
        hour: '13:00',
        label: 'linux-arm',
        busy: '5',
      },
      {
        repo: 'order-tracker',
        minutes: '30',
        hour: 'noon',
        label: 'linux-medium',
        busy: '9',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:ci-runners'],
    from: ['storefront', 'fulfilment', 'payments'],
    pace: 'normal',
    subject: 'No space left on device while building {image}',
    message:
      'The image build fails at the layer that copies dependencies:\n\n```\nERROR: failed to solve: write /var/lib/buildkit/{path}: no space left on device\n```\n\nRe-running helps about every second time.',
    talk: [
      ask(
        'Could you send me the links of two failed runs? I would like to see whether they landed on the same machine.',
      ),
      answer(
        'Sure: run {run} and the one right after it. Both on `runner-{machine}`.',
      ),
      note(
        'runner-{machine} keeps old build caches of everybody, 180 GB. The nightly prune skipped it because it was busy each time.',
      ),
      solve(
        '`runner-{machine}` was full of old build caches. I cleared it, and the prune now waits for an idle moment instead of skipping the night.',
      ),
    ],
    variants: [
      {
        image: 'storefront-web',
        path: 'cache/7f3a',
        run: '48121',
        machine: '14',
      },
      {
        image: 'warehouse-sync',
        path: 'snapshots/21',
        run: '50377',
        machine: '03',
      },
      {
        image: 'payment-gateway',
        path: 'cache/e90c',
        run: '46902',
        machine: '22',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:ci-runners'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'slow',
    subject: 'Please add {tool} to the runner image',
    message:
      'We install {tool} in every job, which takes {cost} each time. Could it be part of the image?\n\n- version: {version}\n- used by: {users}',
    talk: [
      reply(
        'Good candidate, three other teams install it as well. The image is rebuilt on Tuesday, I put it on the list.',
      ),
      wait(
        'Waits for the image build on Tuesday. Elena has to approve new tools, asked her.',
      ),
      note('Approved.'),
      solve(
        '{tool} {version} is part of the image since this morning. You can drop the install step from your workflow.',
      ),
    ],
    variants: [
      {
        tool: 'Chromium',
        cost: 'almost a minute',
        version: '131',
        users: 'end-to-end tests of the shop',
      },
      {
        tool: 'the Kafka command line tools',
        cost: '40 seconds',
        version: '3.9',
        users: 'integration tests of order-tracker and warehouse-sync',
      },
      {
        tool: 'Trivy',
        cost: '90 seconds',
        version: '0.57',
        users: 'our PCI scans',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'normal',
    assets: ['component:ci-runners'],
    from: ['payments', 'storefront'],
    pace: 'normal',
    subject: 'Tests of {repo} are flaky only on {arch} runners',
    message:
      'Roughly one run in {odds} fails in `{test}` with a timeout, never on the other machines. Locally it is green a hundred times in a row.',
    talk: [
      reply(
        'Those runners have half the memory of the others. Could be swapping. I am adding memory figures to your next runs.',
      ),
      note('Confirmed, peak {peak} GB on 8 GB machines.'),
      ask(
        'It is memory: the job peaks at {peak} GB on machines with 8. Would the label `{label}` be an option? There are enough of them free.',
      ),
      answer('Switched, twenty green runs so far. Fine for us.'),
      solve(
        'Good. I also wrote the memory of each label into the catalog entry of the runners.',
      ),
    ],
    variants: [
      {
        repo: 'payment-gateway',
        arch: 'ARM',
        odds: 'six',
        test: 'SettlementIT',
        peak: '9.4',
        label: 'linux-arm-large',
      },
      {
        repo: 'cart-service',
        arch: 'medium',
        odds: 'ten',
        test: 'VoucherConcurrencyTest',
        peak: '8.8',
        label: 'linux-large',
      },
      {
        repo: 'storefront-web',
        arch: 'small',
        odds: 'four',
        test: 'checkout.spec.ts',
        peak: '10.2',
        label: 'linux-large',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:ci-runners'],
    from: ['fulfilment', 'payments', 'storefront'],
    pace: 'slow',
    subject: 'Runner with {hardware} to {purpose}',
    message:
      'We would like to {purpose} in CI. That needs {hardware}, about {hours} hours a week, mostly at night.',
    talk: [
      ask(
        'How soon do you need it? Buying takes about four weeks, renting a machine in the data centre a day but costs {cost} a month.',
      ),
      answer('Renting is fine for a start. Chloe cleared the budget.'),
      wait(
        'Order placed with the data centre, they confirm within two working days.',
      ),
      solve(
        'The machine is there with the label `{label}`. It is only yours for now; tell us when others may use it too.',
      ),
    ],
    variants: [
      {
        hardware: 'a GPU',
        purpose: 'train the delivery time model',
        hours: '12',
        cost: '310 €',
        label: 'gpu-small',
      },
      {
        hardware: '64 GB of memory',
        purpose: 'replay a full day of payments',
        hours: '6',
        cost: '140 €',
        label: 'linux-xlarge',
      },
      {
        hardware: 'a real iPhone',
        purpose: 'test Apple Pay',
        hours: '3',
        cost: '90 €',
        label: 'device-ios',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:deploy-pipeline'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'slow',
    subject: 'Pipeline for the new repository {repo}',
    message:
      'We start {repo} ({language}) next week and need the usual pipeline.\n\n- owner: {owner}\n- target: {target}',
    talk: [
      reply(
        'The template covers that. I open a change in your repository, please look at the names in it.',
      ),
      answer('Reviewed and merged.'),
      note('Deployer account created, secrets in place.'),
      solve(
        'First run of {repo} is green, staging included. Production opens with your first tag.',
      ),
    ],
    variants: [
      {
        repo: 'gift-cards',
        language: 'Kotlin',
        owner: 'storefront',
        target: 'staging and production',
      },
      {
        repo: 'settlement-report',
        language: 'Python',
        owner: 'payments',
        target: 'a nightly job',
      },
      {
        repo: 'route-planner',
        language: 'Go',
        owner: 'fulfilment',
        target: 'staging only for now',
      },
    ],
  },
  {
    category: 'question',
    priority: 'low',
    assets: ['component:ci-runners'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'slow',
    subject: 'What does {thing} on a runner cost?',
    message: 'For {why} we would like to know what {thing} costs us.',
    talk: [
      reply('{answer}'),
      solve('There is a monthly table per group in the wiki, page "Runners".'),
    ],
    variants: [
      {
        thing: 'a minute',
        why: 'the budget of next year',
        answer:
          'About 0.4 cents on a medium machine, 1.1 on a large one. Groups are not charged at the moment.',
      },
      {
        thing: 'an artefact that is kept for a year',
        why: 'the audit',
        answer:
          'Two cents per gigabyte and month. Artefacts of tags are kept without limit anyway.',
      },
      {
        thing: 'a cache of 10 GB',
        why: 'deciding between cache and download',
        answer:
          'Nothing worth speaking of, but restoring it takes 50 seconds. Below 2 GB it pays off.',
      },
    ],
  },
];
