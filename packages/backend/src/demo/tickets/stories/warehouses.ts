import { answer, note, pass, reply, solve } from './story';
import type { Story } from './story';

/** What lies in the warehouses. */
export const warehouseStories: Story[] = [
  {
    category: 'incident',
    priority: 'normal',
    assets: ['component:warehouse-sync'],
    from: ['fulfilment'],
    pace: 'normal',
    subject: 'Stock of the {warehouse} warehouse is {hours} hours old',
    message:
      'The run every ten minutes seems to end without doing anything:\n\n```\nINFO  start {warehouse}\nWARN  lock held by {holder}, skipping\nINFO  done, 0 rows\n```',
    talk: [
      note('Lock row from a pod that was killed. No expiry on the lock.'),
      reply(
        'A lock was left behind by a run that was killed. I removed it, the next run is through with {rows} rows.',
      ),
      answer(
        'Stock is up to date. We will give the lock an expiry, opened a change for it.',
      ),
      solve(
        'Very good. I close this one; the change is linked from the catalog entry.',
      ),
    ],
    variants: [
      {
        warehouse: 'north',
        hours: '7',
        holder: 'warehouse-sync-6f9d',
        rows: '12,480',
      },
      {
        warehouse: 'harbour',
        hours: '26',
        holder: 'warehouse-sync-b81c',
        rows: '8,112',
      },
      {
        warehouse: 'returns',
        hours: '4',
        holder: 'warehouse-sync-02aa',
        rows: '1,904',
      },
    ],
  },
  {
    category: 'data',
    assets: ['component:warehouse-sync', 'resource:shop-database'],
    from: ['fulfilment', 'storefront'],
    pace: 'normal',
    subject: 'Negative stock for {count} products',
    message:
      '`stock_level` has {count} rows below zero since the {event}. The shop hides the products.',
    fields: {
      wrong: 'stock',
      record: '{count} products',
      customers: true,
      seenIn: ['Shop', 'Warehouse'],
    },
    talk: [
      reply(
        'Those are sales that were counted twice while the {event} was going on. I can set them to the warehouse count, do you agree?',
      ),
      answer('Yes please, the warehouse is right.'),
      solve(
        '{count} rows corrected, a copy of the old values is kept for a month. A check constraint now keeps stock from going below zero.',
      ),
    ],
    variants: [
      { count: '27', event: 'inventory' },
      { count: '340', event: 'import of the new supplier' },
      { count: '5', event: 'flash sale' },
    ],
  },
  {
    category: 'incident',
    assets: ['component:warehouse-sync', 'component:product-catalog'],
    from: ['fulfilment', 'commerce-support'],
    pace: 'normal',
    subject: 'warehouse-sync slows the product catalog down to {p95} ms',
    message:
      'Every ten minutes the catalog answers slowly for about {seconds} seconds (p95 {p95} ms). It lines up with the runs of warehouse-sync.',
    talk: [
      reply('I can see it as well: all {rows} rows are written one by one.'),
      pass(
        'commerce-support',
        'The writer calls the catalog row by row since there is no bulk endpoint. Could you switch on the one that is still behind a flag?',
      ),
      reply('Flag `bulk-stock` is on. Runs take {after} seconds now.'),
      solve('p95 stays below 90 ms during runs. Case closed.'),
    ],
    variants: [
      { seconds: '50', p95: '1,900', rows: '12,000', after: '4' },
      { seconds: '95', p95: '3,400', rows: '26,000', after: '7' },
    ],
  },
];
