import {
  type RootLoggerService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** A line of the log, with what belongs to it. */
export interface LogLine {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly text: string;
  /** Whether it tells of a change, as those are meant to be told. */
  readonly audit: boolean;
}

/** Keeps what a backend logs, of all plugins and of the root. */
export class LogRecorder {
  readonly lines: LogLine[] = [];

  readonly factory = createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => this.#logger({}),
  });

  at(...levels: LogLine['level'][]): readonly LogLine[] {
    return this.lines.filter(({ level }) => levels.includes(level));
  }

  #logger(meta: JsonObject): RootLoggerService {
    const log =
      (level: LogLine['level']) =>
      (message: string, more?: Error | JsonObject) =>
        this.lines.push({
          level,
          audit: 'isAuditEvent' in meta,
          text: `${message} ${more instanceof Error ? more.stack : JSON.stringify({ ...meta, ...more })}`,
        });
    return {
      error: log('error'),
      warn: log('warn'),
      info: log('info'),
      debug: log('debug'),
      child: more => this.#logger({ ...meta, ...more }),
    };
  }
}
