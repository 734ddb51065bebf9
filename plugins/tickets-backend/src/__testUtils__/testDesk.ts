import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { readDeskConfig } from '../config/readDeskConfig';
import type { Caller } from '../desk/Caller';
import { DeskCatalog } from '../desk/DeskCatalog';
import { AsyncCache } from '../desk/AsyncCache';
import { ThrottledLogger } from '../desk/ThrottledLogger';
import type { DeskContext } from '../desk/context';
import { createDesk } from '../desk/createDesk';
import { OpaqueIds } from '../desk/opaque/OpaqueIds';
import { createFileStorages } from '../files/createFileStorages';
import { DeskStore } from '../store/DeskStore';
import { secretOf } from '../store/secrets';
import { deskConfig, groupsOf, organisation } from './organisation';

export interface TestDeskContext {
  /** Configuration below `tickets`. Default: that of the test organisation */
  tickets?: JsonObject;
  entities?: readonly Entity[];
  /** What takes the place of parts of the desk's context. */
  context?: Partial<DeskContext>;
}

/**
 * The desk on a real database, called directly: without HTTP and without the
 * permission framework, with the catalog of `organisation` and a clock that
 * stands until it is set.
 */
export async function testDesk(knex: Knex, options: TestDeskContext = {}) {
  const clock = testClock();
  const config = readDeskConfig(
    new ConfigReader({ tickets: options.tickets ?? deskConfig }),
  );
  const logger = options.context?.logger ?? mockServices.logger.mock();
  const store = new DeskStore(knex);
  const context: DeskContext = {
    config,
    store,
    ids: new OpaqueIds(await secretOf(knex, 'ids')),
    files: createFileStorages(config.attachments.storage, store.chunks),
    catalog: new DeskCatalog(
      catalogServiceMock({
        entities: [...(options.entities ?? organisation)],
      }),
      mockServices.auth(),
      new AsyncCache({
        ttl: config.cache.catalog,
        max: 1_000,
        clock: clock.now,
      }),
    ),
    clock: clock.now,
    logger,
    throttledLogger: new ThrottledLogger(logger, clock.now),
    ...options.context,
  };
  return { desk: createDesk(context), context, clock };
}

/** A clock that stands still at the beginning of a working day. */
function testClock() {
  let present = new Date('2026-05-05T08:00:00.000Z');
  return {
    now: () => present,
    set: (instant: string | Date) => {
      present = new Date(instant);
    },
    advance: (minutes: number) => {
      present = new Date(present.getTime() + minutes * 60_000);
    },
  };
}

/** A person of the test organisation, as the desk's caller. */
export function caller(name: string): Caller {
  const ref = `user:default/${name}`;
  return {
    ref,
    belongsTo: new Set([ref, ...groupsOf(ref)]),
    credentials: mockCredentials.user(ref),
  };
}
