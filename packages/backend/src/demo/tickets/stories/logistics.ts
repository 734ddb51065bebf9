import { answer, ask, note, reply, solve, wait } from './story';
import type { Story } from './story';

/** Parcels on their way to the customer. */
export const logisticsStories: Story[] = [
  {
    category: 'incident',
    assets: ['component:order-tracker', 'resource:parcel-events'],
    from: ['fulfilment', 'storefront'],
    pace: 'urgent',
    subject: 'Tracking page shows no events of {carrier} since {hour}',
    message:
      'All parcels of {carrier} stand still since {hour}. Other carriers are fine. Customer service has {calls} calls about it already.',
    talk: [
      reply(
        '{carrier} changed the address of their feed without a word. We are asking the new one now and fetch what is missing.',
      ),
      note(
        'New address in configuration, back-fill of {events} events running.',
      ),
      answer('Events are coming in, calls go down.'),
      solve(
        'All events are here, also those of the gap. The feed is watched now: half an hour of silence raises an alert.',
      ),
    ],
    variants: [
      {
        carrier: 'Polar Express Parcel',
        hour: '5:00',
        calls: '40',
        events: '31,000',
      },
      {
        carrier: 'BlueVan',
        hour: 'yesterday evening',
        calls: 'over 100',
        events: '88,000',
      },
      { carrier: 'RheinKurier', hour: '13:20', calls: '15', events: '9,500' },
    ],
  },
  {
    category: 'data',
    assets: ['component:order-tracker'],
    from: ['fulfilment', 'storefront'],
    pace: 'normal',
    subject: 'Order {order} counts as delivered but is still {place}',
    message:
      'Customer complains about order {order}: page says delivered on {day}, the parcel is {place}. Parcel number `{parcel}`.',
    fields: {
      wrong: 'order',
      record: 'Order {order}',
      customers: true,
      seenIn: ['Shop', 'Parcels'],
    },
    talk: [
      reply(
        'Two parcels share that number, the other one was delivered. I split them by hand.',
      ),
      solve(
        'Order {order} shows the right state again and the customer got a mail. We now match on number *and* carrier.',
      ),
    ],
    variants: [
      {
        order: '4488 210',
        place: 'in the depot',
        day: 'Monday',
        parcel: '00340-8812',
      },
      {
        order: '4497 031',
        place: 'in the north warehouse',
        day: 'Saturday',
        parcel: '77-120-559',
      },
      {
        order: '4521 448',
        place: 'on its way back',
        day: 'Thursday',
        parcel: '00340-9177',
      },
    ],
  },
  {
    category: 'request',
    assets: ['resource:parcel-events'],
    from: ['fulfilment'],
    pace: 'slow',
    subject: 'Keep parcel events for {days} days instead of 14',
    message:
      '{why}, and 14 days are not enough for that. By my estimate this needs {space} more.',
    talk: [
      ask(
        'We have the space. Is it fine to keep only what is older than 14 days compressed? Reading gets a little slower.',
      ),
      answer('Yes, that is only read at night.'),
      wait('Brokers get new disks on Wednesday, change after that.'),
      solve('Retention is {days} days since tonight, compressed after 14.'),
    ],
    variants: [
      {
        days: '30',
        why: 'Claims against carriers have a deadline of four weeks',
        space: '220 GB',
      },
      {
        days: '90',
        why: 'The delivery time model should learn from a whole season',
        space: '700 GB',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['resource:parcel-events', 'component:order-tracker'],
    from: ['fulfilment', 'commerce-support'],
    pace: 'urgent',
    subject: 'Consumer lag of order-tracker grows: {lag} events',
    message:
      'Lag on `parcel-events` is at {lag} and rising since {hour}. Pods are idle, so it is not the processing.\n\nPartition {partition} seems to be the only one that does not move.',
    talk: [
      reply(
        'Partition {partition} lost its leader after the maintenance. Electing a new one.',
      ),
      note('Preferred leader election was off for that broker. Turned on.'),
      solve(
        'Partition {partition} moves again, lag is back to a few hundred. Thanks for pointing at the partition, that saved us half an hour.',
      ),
    ],
    variants: [
      { lag: '140,000', hour: '2:15', partition: '7' },
      { lag: '36,000', hour: '10:40', partition: '3' },
      { lag: '510,000', hour: 'Sunday evening', partition: '11' },
    ],
  },
  {
    category: 'question',
    assets: ['component:order-tracker'],
    from: ['storefront', 'payments'],
    pace: 'normal',
    subject: 'When does an order count as {state}?',
    message: 'For {purpose} we need the exact rule. Is it {guess}?',
    talk: [
      reply('Nearly: {rule}.'),
      solve('You can rely on it, there is a test for exactly that.'),
    ],
    variants: [
      {
        state: 'late',
        purpose: 'the apology voucher',
        guess: 'later than the promised day',
        rule: 'later than the promised day plus one working day of the receiving country',
      },
      {
        state: 'lost',
        purpose: 'automatic refunds',
        guess: 'no scan for a week',
        rule: 'no scan for ten days, or five if the carrier itself says so',
      },
      {
        state: 'delivered',
        purpose: 'the review mail',
        guess: 'the last scan',
        rule: 'the scan of type `handover`, pick-up in a parcel shop counts as well',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:order-tracker'],
    from: ['fulfilment'],
    pace: 'slow',
    subject: 'Add the carrier {carrier}',
    message:
      'From {day} we ship with {carrier} to {countries}. They offer {feed}. Test access is in the secret store under `carriers/{key}`.',
    talk: [
      reply(
        'Nice, {feed} is something we already read from another carrier. Should be done within the week.',
      ),
      note(
        'Their codes for "handed to neighbour" are missing in the mapping, asked Chloe.',
      ),
      ask('Which of our states is their code `{code}`?'),
      answer('That is "delivered to a neighbour".'),
      solve(
        '{carrier} is live. The first {first} parcels went through without a gap.',
      ),
    ],
    variants: [
      {
        carrier: 'FjordPost',
        day: 'the first of next month',
        countries: 'Norway and Sweden',
        feed: 'a REST API',
        key: 'fjordpost',
        code: 'NB1',
        first: '200',
      },
      {
        carrier: 'Iberia Paquetes',
        day: 'the middle of next month',
        countries: 'Spain and Portugal',
        feed: 'files over SFTP',
        key: 'ibpaq',
        code: 'VEC',
        first: '650',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:order-tracker'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    priority: 'normal',
    subject: 'Delivery mails in {language} have broken letters',
    message:
      'Customers get "{broken}" instead of "{right}". Only in mails of the order tracker, the shop mails are fine.',
    talk: [
      note('Template file was saved in Latin-1 with the last change of texts.'),
      solve(
        'The template was stored with the wrong encoding. Corrected, and the build refuses such files now.',
      ),
    ],
    variants: [
      {
        language: 'German',
        broken: 'Ihr Paket fÃ¤hrt los',
        right: 'Ihr Paket fährt los',
      },
      {
        language: 'Polish',
        broken: 'Twoja paczka wyruszyÅ‚a',
        right: 'Twoja paczka wyruszyła',
      },
      {
        language: 'French',
        broken: 'Votre colis est arrivÃ©',
        right: 'Votre colis est arrivé',
      },
    ],
  },
];
