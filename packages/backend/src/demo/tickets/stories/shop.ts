import { answer, ask, note, pass, reopen, reply, solve, wait } from './story';
import type { Story } from './story';

/** The web shop: storefront, product catalog, baskets. */
export const shopStories: Story[] = [
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
    category: 'data',
    assets: ['component:product-catalog', 'api:product-api'],
    from: ['storefront'],
    pace: 'normal',
    subject: 'Wrong price for {sku}: {wrong} instead of {right}',
    message:
      'The shop shows **{wrong}** for `{sku}` ({name}), the price list says {right}. {count} customers already ordered at the wrong price.',
    talk: [
      reply(
        'I corrected the price right away so that no more orders come in. What shall happen with the {count} orders?',
      ),
      answer(
        'We honour them, sales has agreed. Please only find out how it happened.',
      ),
      note(
        'Import of {file} had a comma as decimal separator in one line. The check only looks at the header.',
      ),
      solve(
        'A line of `{file}` had a comma where a point belongs. The import now refuses such lines and names them.',
      ),
    ],
    variants: [
      {
        sku: 'CHR-4410',
        name: 'armchair Oslo',
        wrong: '2.99 €',
        right: '299.00 €',
        count: 'Four',
        file: 'prices-week-23.csv',
      },
      {
        sku: 'LMP-0093',
        name: 'floor lamp Mira',
        wrong: '899.00 €',
        right: '89.90 €',
        count: 'No',
        file: 'prices-autumn.csv',
      },
      {
        sku: 'RUG-2107',
        name: 'rug Tangier',
        wrong: '0.00 €',
        right: '179.00 €',
        count: 'Eleven',
        file: 'prices-week-35.csv',
      },
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
    category: 'incident',
    assets: ['component:cart-service'],
    from: ['storefront', 'payments'],
    pace: 'urgent',
    subject: 'Voucher {code} can be used more than once',
    message:
      'Customers apply `{code}` again and again by {how}. {loss} lost so far.\n\nSteps:\n\n1. put anything into the basket\n2. apply the voucher\n3. {how}\n4. apply it again',
    talk: [
      reply('Reproduced. I switched {code} off until this is solved.'),
      note(
        'Race between the two redemption calls, no unique index on (voucher, basket). Ravi has a fix in review.',
      ),
      answer('Fix is deployed, 8.5.1.'),
      reply(
        'Looks good in production: second use is refused with a clear message. I am switching the voucher on again.',
      ),
      solve(
        '{code} is on again and can be used once, as it should. The list of baskets that used it twice is attached to the incident report.',
      ),
    ],
    variants: [
      {
        code: 'SUMMER20',
        how: 'opening the basket in two tabs',
        loss: '1,430 €',
      },
      {
        code: 'WELCOME10',
        how: 'going back from the checkout',
        loss: 'About 300 €',
      },
      { code: 'AUTUMN15', how: 'changing the delivery country', loss: '860 €' },
    ],
  },
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
      'For {why} we have to know how long {what} stays in a basket of somebody who {who}.',
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
    priority: 'normal',
    assets: ['api:product-api', 'component:product-catalog'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    subject: '{client} gets 429 from the Product API',
    message:
      'Our limit is {limit} requests a minute as far as I know, but {client} is refused at about half of that:\n\n```http\nHTTP/1.1 429 Too Many Requests\nRetry-After: 30\nX-RateLimit-Limit: {half}\n```',
    talk: [
      note(
        'Limit is counted per gateway node, and there are two. Owner of the limit is Commerce Support.',
      ),
      pass(
        'commerce-support',
        'The gateway is fine, the limit itself is set in the product catalog. Over to you.',
      ),
      reply(
        'Since the second gateway node came, each of them allows half. I set {client} to {limit} per node until counting is shared.',
      ),
      solve(
        'Counting is shared between the nodes now; {client} has its {limit} a minute.',
      ),
    ],
    variants: [
      { client: 'the app', limit: '600', half: '300' },
      { client: 'warehouse-sync', limit: '240', half: '120' },
      { client: 'the marketplace feed', limit: '1,000', half: '500' },
    ],
  },
  {
    category: 'request',
    assets: ['component:product-catalog'],
    from: ['storefront'],
    pace: 'normal',
    subject: 'Reindex the products of {category}',
    message:
      'We renamed {count} products in {category}. Please rebuild the index, {when} would be best.',
    talk: [
      solve('Index of {category} rebuilt, {count} products, took six minutes.'),
    ],
    variants: [
      {
        category: 'kitchen',
        count: '310',
        when: 'before the newsletter at 17:00',
      },
      { category: 'outdoor', count: '1,204', when: 'tonight' },
      { category: 'children', count: '96', when: 'any time today' },
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
    category: 'data',
    assets: ['component:product-catalog', 'component:warehouse-sync'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    subject: '{sku} is shown as sold out although there are {stock} in {place}',
    message:
      'Warehouse counts {stock} pieces of `{sku}`, the shop says sold out since {day}.',
    talk: [
      reply(
        'The count arrives here, but with a location that the catalog does not know: `{location}`. Asking where it comes from.',
      ),
      wait(
        'Warehouse renamed its shelves. Mehmet maps the new names in warehouse-sync.',
      ),
      answer('Mapping is extended, next run in a few minutes.'),
      solve(
        '{sku} can be ordered again. Unknown locations now raise an alert instead of counting as zero.',
      ),
      reopen('Sold out again this morning, with {stock} still on the shelf.'),
      note('Mapping was only in staging…'),
      solve(
        'The mapping is in production now too. I checked all 38 products with the new shelf names.',
      ),
    ],
    variants: [
      {
        sku: 'TBL-3001',
        stock: '42',
        place: 'the north warehouse',
        day: 'Saturday',
        location: 'N-B4-new',
      },
      {
        sku: 'BED-0550',
        stock: '7',
        place: 'the harbour warehouse',
        day: 'Monday',
        location: 'H2/017',
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
  {
    category: 'request',
    assets: ['component:cart-service'],
    from: ['storefront'],
    pace: 'normal',
    subject: 'Voucher campaign {name}',
    message:
      'Please create vouchers:\n\n| what | value |\n| --- | --- |\n| prefix | `{prefix}` |\n| number | {count} |\n| worth | {worth} |\n| valid | {valid} |',
    talk: [
      ask('May they be combined with other vouchers?'),
      answer('{combined}'),
      solve(
        '{count} vouchers `{prefix}-…` are created; the list is in the folder of your team.',
      ),
    ],
    variants: [
      {
        name: 'for newsletter readers',
        prefix: 'NEWS',
        count: '5,000',
        worth: '5 €',
        valid: 'four weeks',
        combined: 'No, never.',
      },
      {
        name: 'for the late deliveries',
        prefix: 'SORRY',
        count: '340',
        worth: '10 €',
        valid: 'half a year',
        combined: 'Yes, those customers waited long enough.',
      },
      {
        name: 'for the anniversary',
        prefix: 'TEN',
        count: '1,000',
        worth: '10 %',
        valid: 'one weekend',
        combined: 'Only with gift cards.',
      },
    ],
  },
];
