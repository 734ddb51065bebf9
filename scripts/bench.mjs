/** Measures how quick the desk is with many tickets: `npm run bench`. */
import { writeFileSync } from 'node:fs';
import { Connection } from './lib/bench/Connection.mjs';
import { buildPackages } from './lib/bench/build.mjs';
import { benchFolder, layTickets } from './lib/bench/data.mjs';
import { startDatabase } from './lib/bench/database.mjs';
import { take } from './lib/bench/measure.mjs';
import { measures as known } from './lib/bench/measures/index.mjs';
import { exportAll } from './lib/bench/exporting.mjs';
import { withstand } from './lib/bench/hostile.mjs';
import { readBenchOptions } from './lib/bench/options.mjs';
import { signInPeople } from './lib/bench/people.mjs';
import { startBenchPortal } from './lib/bench/portal.mjs';
import {
  describeMachine,
  megabytes,
  showHotSpots,
  showTable,
} from './lib/bench/report.mjs';
import { soak } from './lib/bench/soak.mjs';
import { setStage } from './lib/bench/stage.mjs';
import { runScript, stopAtEnd } from './lib/ending.mjs';
import { say } from './lib/say.mjs';
import { prepare } from './lib/toolchain.mjs';

async function main() {
  const options = readBenchOptions(process.argv.slice(2));
  if (!(await prepare())) return;
  const built = await buildPackages();
  const folder = benchFolder(options.keep);
  const database = await startDatabase(options.database, folder);
  const organisation = await layTickets(folder, options, database);
  const portal = await startBenchPortal({
    folder,
    built,
    database,
    organisation,
  });
  const people = await signInPeople(portal, organisation);
  const client = await database.open();
  stopAtEnd(client.end);
  const connection = new Connection(portal.url);
  const stage = setStage({
    built,
    people,
    organisation,
    kind: options.database,
    client,
    connection,
  });
  const { everybody } = stage;
  const bench = { ...options, ...portal, client, everybody };
  const findings = await find(options, stage, bench);
  connection.close();
  await writeResults(options, database, findings, portal);
}

async function find(options, stage, bench) {
  if (options.export) return exportAll(stage, bench);
  if (options.hostile) return withstand(stage, bench);
  const measures = await prepareMeasures(options.only, stage);
  if (options.soak) return { memory: await soak(measures, bench) };
  return takeAll(measures, bench);
}

async function prepareMeasures(names, stage) {
  const measures = [];
  for (const name of names) {
    const measure = await known[name](stage);
    if (measure) measures.push({ name, ...measure });
    else say(`${name}: the desk cannot do that yet`);
  }
  return measures;
}

async function takeAll(measures, bench) {
  const figures = [];
  for (const measure of measures) figures.push(await take(measure, bench));
  say();
  showTable(figures);
  showHotSpots(figures);
  return { measures: figures };
}

async function writeResults(options, database, findings, { order }) {
  const { rss } = await order('memory');
  say(`\nThe backend takes ${megabytes(rss)} MB.`);
  if (!options.json) return;
  const { tickets, messages, seed, seconds } = options;
  const results = {
    tickets,
    messages,
    database: options.database,
    machine: describeMachine(),
    ...findings,
    rssMb: megabytes(rss),
    seed,
    seconds,
    settings: database.settings,
  };
  writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
}

runScript(main);
