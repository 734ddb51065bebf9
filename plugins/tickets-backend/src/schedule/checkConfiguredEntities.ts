import { setTimeout as wait } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isDeepStrictEqual } from 'node:util';
import { describeUnknownEntities } from '../desk/unknownEntities';

/**
 * Milliseconds before each check: after the start of a portal its catalog is
 * still being filled.
 */
const LOOKS = [30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000];

/**
 * Warns of users, groups and systems in the configuration that the catalog does
 * not have, after two checks in a row found the same.
 */
export async function checkConfiguredEntities(
  context: Parameters<typeof describeUnknownEntities>[0] & {
    readonly logger: LoggerService;
  },
  { signal, looks = LOOKS }: { signal: AbortSignal; looks?: readonly number[] },
): Promise<void> {
  const { logger } = context;
  let before: string[] | undefined;
  try {
    for (const pause of looks) {
      await wait(pause, undefined, { signal, ref: false });
      const unknown = await describeUnknownEntities(context);
      if (unknown?.length === 0) {
        return;
      }
      if (unknown && isDeepStrictEqual(unknown, before)) {
        unknown.forEach(sentence => logger.warn(sentence));
        return;
      }
      before = unknown;
    }
  } catch (error) {
    if (!signal.aborted) {
      logger.warn(
        `Could not check whether the catalog has the users and groups of the configuration: ${error}`,
      );
    }
  }
}
