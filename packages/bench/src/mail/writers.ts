import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../Connection';
import { eventually, type Person } from '../people';
import { Trouble, during } from '../tools';

/** As many mails as one person may send in ten minutes, and some less. */
const MAILS_OF_WRITER = 8;

/** Fewest people who write mails; most of them get some as well. */
const FEWEST = 200;

export const refOf = (writer: number) => `user:default/writer-${writer}`;
export const addressOf = (writer: number) => `writer-${writer}@example.com`;
export const teamAddressOf = (team: number) => `team-${team}@example.com`;

/** How many people it takes to write so many mails. */
export function writersOf(mails: number): number {
  return Math.max(FEWEST, Math.ceil(mails / MAILS_OF_WRITER));
}

/** Writes people with addresses beside the catalog of those who have none. */
export function writeWriters(folder: string, count: number): string {
  const file = join(folder, 'writers.yaml');
  const entities = Array.from({ length: count }, (_, writer) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: `writer-${writer}` },
    spec: {
      memberOf: [],
      profile: {
        displayName: `Writer ${writer}`,
        email: addressOf(writer),
      },
    },
  }));
  writeFileSync(
    file,
    entities.map(entity => `---\n${JSON.stringify(entity)}\n`).join(''),
  );
  return file;
}

/** Until the catalog knows them all. */
export function untilWritersAreKnown(
  connection: Connection,
  { token }: Person,
  count: number,
): Promise<void> {
  return during('Waiting for the writers', () =>
    eventually(async () => {
      const answer = await connection.send({
        path: '/api/catalog/entities/by-query?limit=0&filter=kind=user,spec.profile.email',
        token,
      });
      const { totalItems } = JSON.parse(answer);
      if (totalItems < count) {
        throw new Trouble(`The catalog has ${totalItems} of ${count} writers.`);
      }
    }),
  );
}
