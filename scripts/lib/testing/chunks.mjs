import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../paths.mjs';

const built = 'packages/app/dist/static';
const screens = 'plugins/tickets/src';

/**
 * How large the chunk may be in which a part of the screens is, compressed, in
 * bytes. Parts of one chunk load together: each of these has one of its own.
 */
const budgets = {
  // what each page of the portal loads: the wiring, and the client of the desk
  [`${screens}/frontendPlugin.tsx`]: 19_000,
  // what all screens share, with the texts: loaded before the first of them
  [`${screens}/page/PortalPage.tsx`]: 20_500,
  [`${screens}/features/queue/MyTickets.tsx`]: 20_700,
  [`${screens}/features/queue/Queue.tsx`]: 21_000,
  [`${screens}/features/queue/AllTickets.tsx`]: 20_700,
  [`${screens}/features/newTicket/NewTicketPage.tsx`]: 18_500,
  [`${screens}/features/ticket/TicketPage.tsx`]: 32_500,
  // the forms of categories, beside the library that unfolds them
  [`${screens}/ui/schemaForm/LoadedForm.tsx`]: 5_500,
  [`${screens}/features/entity/EntityTicketsCard.tsx`]: 6_000,
  [`${screens}/features/entity/EntityTicketsContent.tsx`]: 18_000,
  [`${screens}/features/entity/EntityHistory.tsx`]: 6_500,
  [`${screens}/features/party/PartyTicketsContent.tsx`]: 16_000,
  [`${screens}/features/party/PartyTicketsCard.tsx`]: 6_000,
  [`${screens}/features/reports/Reports.tsx`]: 12_500,
  [`${screens}/features/settings/DeskSettings.tsx`]: 12_500,
  [`${screens}/features/home/MyTicketsWidget.tsx`]: 5_500,
  [`${screens}/features/home/TeamQueueWidget.tsx`]: 6_500,
  [`${screens}/features/home/TicketsSidebarItem.tsx`]: 1_500,
  [`${screens}/features/mails/MailsPage.tsx`]: 7_000,
  [`${screens}/features/search/TicketResultItem.tsx`]: 2_000,
  // the library that draws charts, which nothing else loads
  [`${screens}/ui/chart/DrawnChart.tsx`]: 130_000,
};

/** What a portal loads of the plugin until the queue is there, in bytes together. */
const firstLoad = {
  budget: 60_000,
  parts: [
    `${screens}/frontendPlugin.tsx`,
    `${screens}/page/PortalPage.tsx`,
    `${screens}/features/queue/Queue.tsx`,
  ],
};

/** What is in one chunk alone, since every screen needs it. */
const shared = [
  `${screens}/i18n/en/ticket.ts`,
  `${screens}/data/TicketsProvider.tsx`,
];

/**
 * Holds that each screen is a chunk of its own in the built demo portal, and
 * none larger than its budget.
 *
 * @param {string} name of the step
 * @returns {Promise<import('./results.mjs').Result>}
 */
export async function checkChunks(name) {
  const chunks = readChunks();
  const chunkOf = new Map(
    chunks.flatMap(({ file, sources }) =>
      sources.filter(source => source in budgets).map(source => [source, file]),
    ),
  );
  const faults = [
    ...Object.entries(budgets).map(([source, budget]) => [
      source,
      whatIsWrong(source, budget, chunkOf),
    ]),
    ...shared.map(source => [source, whatIsCopied(source, chunks)]),
    ['the first load of the queue', whatIsTooMuch(chunkOf)],
  ];
  const failures = faults.flatMap(([what, message]) =>
    message ? [{ name: `${name} › ${what}`, message }] : [],
  );
  return {
    passed: faults.length - failures.length,
    failed: failures.length,
    skipped: 0,
    failures,
  };
}

function whatIsWrong(source, budget, chunkOf) {
  const file = chunkOf.get(source);
  if (!file) return 'is in no chunk';
  const other = [...chunkOf].find(
    ([itsSource, itsFile]) => itsSource !== source && itsFile === file,
  );
  if (other) return `is loaded together with ${other[0]}`;
  const size = sizeOf(file);
  return size > budget
    ? `is in ${file}, which has ${size} bytes compressed, more than ${budget}`
    : undefined;
}

function whatIsCopied(source, chunks) {
  const files = chunks
    .filter(({ sources }) => sources.includes(source))
    .map(({ file }) => file);
  return files.length === 1
    ? undefined
    : `is in ${files.length} chunks instead of one: ${files.join(', ')}`;
}

function whatIsTooMuch(chunkOf) {
  const { parts, budget } = firstLoad;
  const files = parts.map(part => chunkOf.get(part));
  if (files.includes(undefined)) return 'has parts in no chunk';
  const size = files.reduce((sum, file) => sum + sizeOf(file), 0);
  return size > budget
    ? `has ${size} bytes compressed, more than ${budget}`
    : undefined;
}

/** In bytes, compressed. */
function sizeOf(file) {
  return gzipSync(readFileSync(inRoot(built, file))).length;
}

/** The chunks that the source maps tell of, with the files of this repository in each. */
function readChunks() {
  const folder = inRoot(built);
  return readdirSync(folder)
    .filter(file => file.endsWith('.js.map'))
    .map(file => {
      const { sources } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return {
        file: file.slice(0, -'.map'.length),
        sources: sources.map(source =>
          source.replace(/^webpack:\/\/app\/(\.\.\/)*/, ''),
        ),
      };
    });
}
