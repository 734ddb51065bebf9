import { ConfigReader } from '@backstage/config';
import type { DeskConfig } from '../../config/DeskConfig';
import { readDeskConfig } from '../../config/readDeskConfig';
import { Skew } from './Skew';
import { Words } from './Words';
import {
  type BulkComponent,
  type BulkOrganisation,
  type BulkRequester,
  bulkConfig,
  bulkOrganisation,
} from './organisation';

/** Who and what tickets are about, and how the desk is configured. */
export class BulkWorld {
  readonly organisation: BulkOrganisation = bulkOrganisation();
  readonly config: DeskConfig = readDeskConfig(
    new ConfigReader({ tickets: bulkConfig(this.organisation) }),
  );
  readonly words = new Words();
  readonly components = new Skew<BulkComponent>(
    this.organisation.components,
    5,
  );
  readonly requesters = new Skew<BulkRequester>(
    this.organisation.requesters,
    30,
  );
  readonly #agents = new Map(
    this.organisation.teams.map(({ group, agents }) => [group, agents]),
  );

  agentsOf(team: string | null): readonly string[] {
    return (team !== null && this.#agents.get(team)) || [];
  }
}
