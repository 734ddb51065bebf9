import { answer, ask, note, reply, solve } from './story';
import type { Story } from './story';

/** From the basket to the button that pays. */
export const checkoutStories: Story[] = [
  {
    category: 'incident',
    assets: ['component:cart-service'],
    from: ['storefront'],
    pace: 'urgent',
    subject: 'Baskets are empty after {event}',
    message:
      'Many customers wrote that their basket was empty after {event}. Our figures agree: baskets with more than one item dropped by {drop} % at {hour}.',
    talk: [
      note('Redis failed over at {hour}; the replica was {lag} behind.'),
      reply(
        'The basket store failed over to its replica, which was {lag} behind. The baskets of that gap are in the log and I am playing them back now.',
      ),
      solve(
        '{restored} baskets are restored. The replica now confirms each write, that gap cannot open again.',
      ),
    ],
    variants: [
      {
        event: 'the maintenance',
        drop: '38',
        hour: '4:10',
        lag: 'nine minutes',
        restored: '2,112',
      },
      {
        event: 'signing in',
        drop: '15',
        hour: '16:32',
        lag: 'two minutes',
        restored: '540',
      },
    ],
  },
  {
    category: 'question',
    assets: ['component:cart-service'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'How long does a basket keep {what}?',
    message:
      'For {why} we have to know how long {what} stays in a basket of a customer who {who}.',
    talk: [
      reply(
        '{answer} The number is `cart.{setting}` in the service configuration.',
      ),
      solve('You are welcome. I added it to the description of the service.'),
    ],
    variants: [
      {
        what: 'a reserved item',
        why: 'the reminder mail',
        who: 'is not signed in',
        answer:
          'Reservations end after 30 minutes, the item itself stays for 30 days.',
        setting: 'reservation-minutes',
      },
      {
        what: 'a voucher',
        why: 'the autumn campaign',
        who: 'has an account',
        answer: 'As long as the basket: 30 days after the last change.',
        setting: 'lifetime-days',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:storefront-web', 'component:payment-gateway'],
    from: ['storefront', 'payments'],
    pace: 'urgent',
    subject: '"Pay now" does nothing on {device}',
    message:
      'Customers with {device} tap *Pay now* and nothing happens. No request reaches the gateway. Conversion on these devices is down by {drop} % since {version}.',
    talk: [
      ask(
        'Do we have a recording or the exact version of the system? I only have an older one here.',
      ),
      answer('{system}, and here it happens every time.'),
      note(
        'The cookie banner of {version} lies over the button with opacity 0 on small heights.',
      ),
      solve(
        'An invisible part of the cookie banner covered the button on low screens. {version} is rolled back, the fix comes with the next release.',
      ),
    ],
    variants: [
      {
        device: 'small iPhones',
        drop: '60',
        version: '26.2.0',
        system: 'iOS 18.5 on a 13 mini',
      },
      {
        device: 'older Android tablets',
        drop: '35',
        version: '37.0.0',
        system: 'Android 11, landscape',
      },
      {
        device: 'phones in split screen',
        drop: '22',
        version: '41.4.0',
        system: 'Android 15, shop in the upper half',
      },
    ],
  },
];
