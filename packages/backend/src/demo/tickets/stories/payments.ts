import { answer, ask, note, pass, reply, solve, wait } from './story';
import type { Story } from './story';

/** Payments and refunds. */
export const paymentStories: Story[] = [
  {
    category: 'incident',
    assets: ['component:payment-gateway'],
    from: ['payments', 'storefront'],
    pace: 'urgent',
    subject: '{brand} payments are declined at {rate} %',
    message:
      'Decline rate of {brand} went from 4 % to **{rate} %** at {hour}. Reason code is `{code}` nearly every time. Other cards look normal.',
    talk: [
      reply(
        'Seen. {provider} confirms trouble on their side; I am routing {brand} over the second provider.',
      ),
      note(
        'Fail-over is manual because of the fee difference, approved by Aoife on the phone.',
      ),
      answer('Rate is back to 5 % on our dashboard.'),
      solve(
        '{provider} is healthy again since an hour and {brand} is back on it. Their report will follow, I will attach it to the post-mortem.',
      ),
    ],
    variants: [
      {
        brand: 'Visa',
        rate: '38',
        hour: '19:12',
        code: '91 issuer unavailable',
        provider: 'Nordpay',
      },
      {
        brand: 'Mastercard',
        rate: '27',
        hour: '8:30',
        code: '96 system malfunction',
        provider: 'CardLink',
      },
      {
        brand: 'Amex',
        rate: '71',
        hour: '12:45',
        code: '05 do not honor',
        provider: 'Nordpay',
      },
    ],
  },
  {
    category: 'data',
    assets: ['component:payment-gateway', 'component:billing-service'],
    from: ['payments', 'storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'Refund of order {order} never reached the customer',
    message:
      'We refunded {amount} for order **{order}** on {day}. The customer still waits and sent a bank statement. Our side says `{state}`.',
    fields: {
      wrong: 'payment',
      record: 'Order {order}',
      customers: true,
      seenIn: ['Accounts'],
    },
    talk: [
      ask(
        'Could you tell me the last four digits of the card? The provider finds it faster with them.',
      ),
      answer('{digits}.'),
      wait('Asked Nordpay, case {case}. They answer within two working days.'),
      reply(
        'The card has been replaced, the money came back to the provider. They will send it to the new card.',
      ),
      solve('{amount} arrived at the customer today, the provider confirmed.'),
    ],
    variants: [
      {
        order: '4471 903',
        amount: '89.90 €',
        day: 'Tuesday last week',
        state: 'settled',
        digits: '0418',
        case: 'NP-55102',
      },
      {
        order: '4503 117',
        amount: '1,249.00 €',
        day: 'Friday two weeks ago',
        state: 'sent',
        digits: '7730',
        case: 'NP-57840',
      },
      {
        order: '4519 660',
        amount: '34.50 €',
        day: 'Monday three weeks ago',
        state: 'settled',
        digits: '2291',
        case: 'NP-60033',
      },
    ],
  },
  {
    category: 'question',
    assets: ['api:payments-api'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'Payments API: {question}',
    message: 'While moving from v1 to v2 I stumbled over this: {detail}',
    talk: [
      reply('{answer}'),
      answer('Clear, thank you.'),
      solve('Happy to help. The migration guide has a new paragraph about it.'),
    ],
    variants: [
      {
        question: 'is the idempotency key still needed?',
        detail: 'v2 has an `id` in the body, is that not the same?',
        answer:
          'Yes, please keep sending `Idempotency-Key`. The `id` in the body is yours and may repeat, the key decides whether money moves.',
      },
      {
        question: 'which error for an expired card?',
        detail: 'v1 answered 400, I expected 402 in v2 but get 422.',
        answer:
          '422 is right: the card data could be read but not used. 402 means that the bank said no.',
      },
      {
        question: 'how do I test 3-D Secure?',
        detail: 'The test cards of v1 no longer ask for a second factor.',
        answer:
          'Use amounts that end in `.33` on staging, they always ask. `.34` asks and then fails.',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'normal',
    assets: ['api:payments-api', 'component:payment-gateway'],
    from: ['storefront', 'payments'],
    pace: 'normal',
    subject: 'Webhooks for {event} arrive {delay} late',
    message:
      'Our handler got `{event}` {delay} after the payment, so customers saw "pending" all the time. Volume was normal.\n\nExample: `evt_{id}`.',
    talk: [
      note(
        'One subscriber times out at 30 s and everybody behind it waits, the queue is shared.',
      ),
      reply(
        'One of the other receivers was very slow, and all webhooks went through one queue. I paused that receiver, yours are up to date again.',
      ),
      solve(
        'Each receiver has a queue of its own now, a slow one only delays itself.',
      ),
    ],
    variants: [
      { event: 'payment.captured', delay: '20 minutes', id: '81k2m' },
      { event: 'refund.completed', delay: 'three hours', id: '90qx7' },
      { event: 'payment.failed', delay: '45 minutes', id: '7zz0a' },
    ],
  },
  {
    category: 'request',
    assets: ['component:payment-gateway'],
    from: ['payments', 'storefront'],
    pace: 'slow',
    subject: 'Raise the limit for {method} to {limit}',
    message:
      'From {day} on we want to allow {method} up to {limit} per order. Risk has agreed ({approval}).',
    talk: [
      ask(
        'Does that hold for all countries, or only for those with a signed contract?',
      ),
      answer('{countries}'),
      wait('Nordpay has to raise their side first, requested.'),
      solve(
        '{limit} for {method} is set, on our side and at the provider. Valid from {day}.',
      ),
    ],
    variants: [
      {
        method: 'invoice',
        limit: '500 €',
        day: 'the first of next month',
        approval: 'mail of last Thursday',
        countries: 'Only Germany and Austria.',
      },
      {
        method: 'instalments',
        limit: '3,000 €',
        day: 'the start of the autumn campaign',
        approval: 'minutes of the risk board',
        countries: 'All that have instalments today.',
      },
      {
        method: 'direct debit',
        limit: '1,000 €',
        day: 'Monday',
        approval: 'see the attached decision',
        countries: 'All of them.',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:payment-gateway', 'component:single-sign-on'],
    from: ['payments'],
    pace: 'urgent',
    subject: 'Nobody can open the {console}',
    message:
      'The {console} says "session invalid" right after signing in, for all of us. Payments themselves work.',
    talk: [
      note(
        'Console trusts the old signing key only. Single sign-on rolled its keys at {hour}.',
      ),
      pass(
        'platform-support',
        'Keys of single sign-on were rolled and the old one is gone already; the console needs both for a day. Can you bring the old one back?',
      ),
      reply('The old key is published again for 24 hours, please try now.'),
      answer('Works.'),
      solve(
        'The console picks up new keys automatically from now on, and we announce a roll-over three days before.',
      ),
    ],
    variants: [
      { console: 'fraud console', hour: '6:00' },
      { console: 'settlement console', hour: '7:30' },
    ],
  },
  {
    category: 'question',
    priority: 'low',
    assets: ['component:billing-service'],
    from: ['storefront', 'payments', 'fulfilment'],
    pace: 'slow',
    subject: 'Who decides about {topic}?',
    message: '{why} and I do not know whom to ask.',
    talk: [
      reply(
        '{who} does. I added the name to the catalog entry, so that the next person finds it.',
      ),
      solve('Closing this, ask again any time.'),
    ],
    variants: [
      {
        topic: 'the layout of invoices',
        why: 'Design wants to use the new font',
        who: 'Accounting, together with Samuel from our team,',
      },
      {
        topic: 'payment terms',
        why: 'A business customer asks for 60 days',
        who: 'The risk board, which meets every second Thursday,',
      },
      {
        topic: 'dunning letters',
        why: 'We would like to make the first one friendlier',
        who: 'Legal',
      },
    ],
  },
];
