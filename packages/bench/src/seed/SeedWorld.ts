import { ConfigReader } from '@backstage/config';
import { type DeskConfig, readDeskConfig } from './desk';
import { Zipf } from './Zipf';
import { Words } from './Words';
import {
  type SeedComponent,
  type SeedOrganisation,
  type SeedRequester,
  seedOrganisation,
} from './organisation';
import { seedConfig } from './seedConfig';

/** Who and what tickets are about, and how the desk is configured. */
export class SeedWorld {
  readonly organisation: SeedOrganisation = seedOrganisation();
  readonly config: DeskConfig = readDeskConfig(
    new ConfigReader({ tickets: seedConfig(this.organisation) }),
  );
  readonly words = new Words();
  readonly components = new Zipf<SeedComponent>(
    this.organisation.components,
    5,
  );
  readonly requesters = new Zipf<SeedRequester>(
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
