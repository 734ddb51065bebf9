import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../paths.mjs';

const built = 'packages/app/dist/static';
const screens = 'plugins/tickets/src';

/**
 * How large the chunk may be in which a part of the screens is, compressed, in
 * bytes. Parts of one chunk load together: each of these has one of its own.
 * Bundlers put the English texts into each of them.
 */
const budgets = {
  // what each page of the portal loads: the wiring, and the client of the desk
  [`${screens}/frontendPlugin.tsx`]: 19_000,
  [`${screens}/page/PortalPage.tsx`]: 19_500,
  [`${screens}/features/queue/MyTickets.tsx`]: 31_500,
  [`${screens}/features/queue/Queue.tsx`]: 38_500,
  [`${screens}/features/queue/AllTickets.tsx`]: 39_500,
  [`${screens}/features/newTicket/NewTicketPage.tsx`]: 18_500,
  [`${screens}/features/ticket/TicketPage.tsx`]: 33_000,
  // the forms of categories, beside the library that unfolds them
  [`${screens}/ui/schemaForm/LoadedForm.tsx`]: 5_500,
  [`${screens}/features/entity/EntityTicketsCard.tsx`]: 22_500,
  [`${screens}/features/entity/EntityTicketsContent.tsx`]: 34_000,
  [`${screens}/features/entity/EntityHistory.tsx`]: 12_000,
  [`${screens}/features/party/PartyTicketsContent.tsx`]: 32_500,
  [`${screens}/features/party/PartyTicketsCard.tsx`]: 21_500,
  [`${screens}/features/reports/Reports.tsx`]: 15_000,
  [`${screens}/features/settings/DeskSettings.tsx`]: 29_500,
  [`${screens}/features/home/MyTicketsWidget.tsx`]: 22_000,
  [`${screens}/features/home/TeamQueueWidget.tsx`]: 19_500,
  [`${screens}/features/home/TicketsSidebarItem.tsx`]: 17_500,
  // the library that draws charts, which nothing else loads
  [`${screens}/ui/chart/DrawnChart.tsx`]: 130_000,
};

/**
 * Holds that each screen is a chunk of its own in the built demo portal, and
 * none larger than its budget.
 *
 * @param {string} name of the step
 * @returns {Promise<import('./results.mjs').Result>}
 */
export async function checkChunks(name) {
  const chunkOf = new Map();
  for (const { file, sources } of readChunks()) {
    for (const source of sources) {
      if (source in budgets) chunkOf.set(source, file);
    }
  }
  const failures = Object.entries(budgets).flatMap(([source, budget]) =>
    whatIsWrong(source, budget, chunkOf).map(message => ({
      name: `${name} › ${source}`,
      message,
    })),
  );
  return {
    passed: Object.keys(budgets).length - failures.length,
    failed: failures.length,
    skipped: 0,
    failures,
  };
}

function whatIsWrong(source, budget, chunkOf) {
  const file = chunkOf.get(source);
  if (!file) return ['is in no chunk'];
  const others = [...chunkOf].filter(
    ([other, itsFile]) => other !== source && itsFile === file,
  );
  if (others.length) return [`is loaded together with ${others[0][0]}`];
  const size = gzipSync(readFileSync(inRoot(built, file))).length;
  return size > budget
    ? [`is in ${file}, which has ${size} bytes compressed, more than ${budget}`]
    : [];
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
