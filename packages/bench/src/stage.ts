import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './Connection';
import type { Client, DatabaseKind } from './database';
import type { People, Person } from './people';
import type { SeededOrganisation } from './seeding';

/** A path of the desk's API, as its OpenAPI document describes it. */
export interface PathDescription {
  readonly get?: { readonly parameters: readonly { readonly name: string }[] };
  readonly post?: object;
}

/** What measures are prepared with. */
export interface Stage extends People {
  readonly everybody: readonly Person[];
  readonly organisation: SeededOrganisation;
  readonly kind: DatabaseKind;
  readonly client: Client;
  readonly connection: Connection;
  /** The description of a path of the desk's API, if there is one. */
  knows(path: string): PathDescription | undefined;
}

type Parts = Pick<Stage, 'organisation' | 'kind' | 'client' | 'connection'>;

/** @param built - the folder in which the built packages are */
export function setStage(
  parts: Parts & { built: string; people: People },
): Stage {
  const { built, people, ...others } = parts;
  const { paths }: { paths: Record<string, PathDescription> } = JSON.parse(
    readFileSync(
      join(
        built,
        'node_modules/@portaldesk/plugin-tickets-backend/openapi.json',
      ),
      'utf8',
    ),
  );
  return {
    ...people,
    everybody: [...people.agents, ...people.requesters],
    ...others,
    knows: path => paths[path],
  };
}

/** Paths of the desk's API begin with this. */
export const api = '/api/tickets';
