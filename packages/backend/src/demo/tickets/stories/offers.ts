import { answer, ask, note, pass, reopen, reply, solve, wait } from './story';
import type { Story } from './story';

/** What the shop sells: products, prices, stock and vouchers. */
export const offerStories: Story[] = [
  {
    category: 'data',
    assets: ['component:product-catalog', 'api:product-api'],
    from: ['storefront'],
    pace: 'normal',
    subject: 'Wrong price for {sku}: {wrong} instead of {right}',
    message:
      'The shop shows **{wrong}** for `{sku}` ({name}), the price list says {right}. {count} customers already ordered at the wrong price.',
    fields: {
      wrong: 'price',
      record: '{sku}',
      customers: true,
      seenIn: ['Shop'],
    },
    talk: [
      reply(
        'I corrected the price right away so that no further orders come in. What shall happen with the {count} orders?',
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
    category: 'data',
    assets: ['component:product-catalog', 'component:warehouse-sync'],
    from: ['storefront', 'fulfilment'],
    pace: 'normal',
    subject: '{sku} is shown as sold out although there are {stock} in {place}',
    message:
      'Warehouse counts {stock} pieces of `{sku}`, the shop says sold out since {day}.',
    fields: {
      wrong: 'stock',
      record: '{sku}',
      customers: true,
      seenIn: ['Shop', 'Warehouse'],
    },
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
