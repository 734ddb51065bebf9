/** Measures how quick the desk is with many tickets: `npm run bench`. */
import { writeFileSync } from 'node:fs';
import { Connection } from './Connection';
import { type Database, startDatabase } from './database';
import { exportAll } from './exporting';
import { withstand } from './hostile';
import { type Bench, type Figures, type Measure, take } from './measure';
import { type MailService, measureMail, startMailService } from './mail';
import { measures as known } from './measures';
import { type BenchOptions, readBenchOptions } from './options';
import { signInPeople } from './people';
import { type Portal, startBenchPortal } from './portal';
import { describeMachine, megabytes, showHotSpots, showTable } from './report';
import { benchFolder, ensureTickets } from './seeding';
import { soak } from './soak';
import { type Stage, setStage } from './stage';
import { buildPackages, say, stopAtEnd } from './tools';

export default async function main(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2));
  const built = await buildPackages();
  const folder = benchFolder(options.keep);
  const database = await startDatabase(options.database, folder);
  const organisation = await ensureTickets(folder, options, database);
  const mail =
    options.mail === undefined
      ? undefined
      : await startMailService(folder, options.mail, organisation);
  const portal = await startBenchPortal({
    folder,
    mail,
    built,
    database,
    organisation,
    verbose: options.verbose,
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
  const { seconds, profile } = options;
  const bench = { ...portal, client, everybody, seconds, profile };
  const findings = await find(options, stage, bench, mail);
  connection.close();
  await writeResults(options, database, findings, portal);
}

async function find(
  options: BenchOptions,
  stage: Stage,
  bench: Bench,
  mail: MailService | undefined,
): Promise<object> {
  if (mail) {
    return { mail: await measureMail(stage, bench, mail) };
  }
  if (options.export) {
    return exportAll(stage, bench);
  }
  if (options.hostile !== undefined) {
    const { hostile: seconds, kinds, clients } = options;
    return withstand(stage, bench, { kinds, seconds, clients });
  }
  const measures = await prepareMeasures(options.only, stage);
  if (options.soak !== undefined) {
    return { memory: await soak(measures, bench, options.soak) };
  }
  return takeAll(measures, bench);
}

async function prepareMeasures(
  names: readonly string[],
  stage: Stage,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const name of names) {
    measures.push({ name, ...(await known[name](stage)) });
  }
  return measures;
}

async function takeAll(
  measures: readonly Measure[],
  bench: Bench,
): Promise<{ measures: Figures[] }> {
  const figures: Figures[] = [];
  for (const measure of measures) {
    figures.push(await take(measure, bench));
  }
  say();
  showTable(figures);
  showHotSpots(figures);
  return { measures: figures };
}

async function writeResults(
  options: BenchOptions,
  database: Database,
  findings: object,
  { order }: Portal,
): Promise<void> {
  const { rss } = await order('memory');
  say(`\nThe backend takes ${megabytes(rss)} MB.`);
  if (!options.json) {
    return;
  }
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
