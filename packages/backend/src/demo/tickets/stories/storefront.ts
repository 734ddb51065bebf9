import { answer, ask, note, reply, solve } from './story';
import type { Story } from './story';

/** The website of the shop. */
export const storefrontStories: Story[] = [
  {
    category: 'incident',
    assets: ['component:storefront-web'],
    from: ['storefront', 'payments'],
    pace: 'urgent',
    subject: '{page} answers with 502 for customers in {country}',
    message:
      'Since {hour} we see a spike of 502 on `{path}`, only from {country}. Everybody else is fine.\n\n| time | 5xx |\n| --- | --- |\n| {hour} | {rate} % |\n| ten minutes later | {rate2} % |',
    talk: [
      reply(
        'Confirmed, one of the edge locations cannot reach us. I am moving {country} to the next one.',
      ),
      note(
        'Certificate of the edge in {city} expired. They renewed it, we go back after an hour of quiet.',
      ),
      answer('Errors are gone since you switched.'),
      solve(
        'The provider replaced an expired certificate and {country} is back on its usual edge. We now watch those certificates ourselves too.',
      ),
    ],
    variants: [
      {
        page: 'Checkout',
        country: 'Portugal',
        hour: '11:20',
        path: '/checkout',
        rate: '7',
        rate2: '31',
        city: 'Lisbon',
      },
      {
        page: 'The start page',
        country: 'Poland',
        hour: '18:05',
        path: '/',
        rate: '12',
        rate2: '44',
        city: 'Warsaw',
      },
      {
        page: 'Product search',
        country: 'Ireland',
        hour: '9:50',
        path: '/search',
        rate: '4',
        rate2: '19',
        city: 'Dublin',
      },
    ],
  },
  {
    category: 'incident',
    assets: ['component:storefront-web'],
    from: ['storefront'],
    pace: 'normal',
    priority: 'normal',
    subject: 'Pictures of {what} are missing in {browser}',
    message:
      'In {browser} the picture area of {what} stays grey. Console:\n\n```\nFailed to load resource: net::ERR_INVALID_RESPONSE  ({file}.avif)\n```\n\nOther browsers are fine.',
    talk: [
      ask(
        'Does it also happen in a private window? I would like to rule out an extension.',
      ),
      answer('Yes, in a private window as well, on two machines.'),
      note(
        'The image service sends AVIF with the wrong content type after the update; {browser} is the only one to mind.',
      ),
      solve(
        'The image service named the wrong type for AVIF since its last update. Corrected and the cache is purged; please reload once.',
      ),
    ],
    variants: [
      { what: 'garden furniture', browser: 'Safari 18', file: 'bench-0417' },
      {
        what: 'the summer collection',
        browser: 'Firefox',
        file: 'hammock-2203',
      },
      { what: 'lamps', browser: 'Edge on tablets', file: 'lamp-1120' },
    ],
  },
  {
    category: 'incident',
    assets: ['component:product-catalog'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    subject: 'Search finds nothing for "{query}"',
    message:
      'We have {count} products with "{query}" in the title, the search shows none. Filtering by category works.',
    talk: [
      reply(
        'The word ended up in the list of ignored words together with {other}. Looking for where that came from.',
      ),
      solve(
        '"{query}" was on the list of ignored words since the update of {day}. It is off the list and the index is rebuilt.',
      ),
    ],
    variants: [
      { query: 'it', count: '14', other: '"at" and "on"', day: 'Tuesday' },
      { query: 'small', count: '220', other: 'other sizes', day: 'last week' },
      {
        query: 'NO. 7',
        count: '9',
        other: 'everything with a dot',
        day: 'Monday',
      },
    ],
  },
  {
    category: 'request',
    assets: ['component:storefront-web'],
    from: ['storefront'],
    pace: 'slow',
    subject: 'Redirect {from} to {to}',
    message:
      'The campaign ends on {day}. After that please redirect permanently:\n\n```\n{from} -> {to}\n```\n\nWith the query string kept, for the statistics.',
    talk: [
      reply('Prepared, goes live on {day} at midnight.'),
      solve('The redirect is live, query string included.'),
    ],
    variants: [
      { from: '/sale', to: '/outlet', day: 'Sunday' },
      { from: '/garden-days', to: '/garden', day: 'the 15th' },
      { from: '/back-to-school', to: '/desks', day: 'Friday' },
    ],
  },
  {
    category: 'incident',
    priority: 'low',
    assets: ['component:storefront-web'],
    from: ['storefront', 'payments', 'platform-admins'],
    pace: 'slow',
    subject: 'Typo on {page}',
    message: 'It says "{wrong}". Should be "{right}".',
    talk: [
      solve(
        'Good eyes. Corrected, live with the next deployment this afternoon.',
      ),
    ],
    variants: [
      {
        page: 'the returns page',
        wrong: 'withing 30 days',
        right: 'within 30 days',
      },
      { page: 'the imprint', wrong: 'Lindenstrase', right: 'Lindenstraße' },
      {
        page: 'the confirmation mail',
        wrong: 'You order has been placed',
        right: 'Your order has been placed',
      },
    ],
  },
  {
    category: 'incident',
    priority: 'normal',
    assets: ['component:storefront-web'],
    from: ['storefront', 'platform-admins'],
    pace: 'normal',
    subject: 'Score of {page} fell to {score} after release {version}',
    message:
      'Our weekly measurement of {page}: **{score}** instead of {before}. Biggest change is {what}.\n\nCustomers do not complain yet.',
    talk: [
      note('{finding}'),
      reply(
        'I can confirm the figures. {finding} Ravi is taking it out again.',
      ),
      answer('Measured again: {before}. Thanks!'),
      solve('Good. The measurement now runs for every preview as well.'),
    ],
    variants: [
      {
        page: 'the product page',
        score: '61',
        before: '88',
        version: '30.1.0',
        what: 'the time to the first picture',
        finding: 'The first picture is loaded lazily since that release.',
      },
      {
        page: 'the basket',
        score: '70',
        before: '92',
        version: '35.4.0',
        what: 'the size of the scripts',
        finding: 'A date library came along with all its languages.',
      },
      {
        page: 'the start page',
        score: '55',
        before: '84',
        version: '40.0.2',
        what: 'the layout jumping around',
        finding: 'The banner has no height until its text is there.',
      },
    ],
  },
];
