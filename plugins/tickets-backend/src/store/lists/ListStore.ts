import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/access';
import type { TicketConditions } from '../where/TicketConditions';
import {
  listTickets,
  type TicketList,
  type TicketListRequest,
} from './listTickets';
import { countEach } from './counts';

/** Lists of tickets, and how long they are. */
export class ListStore {
  /** @param reading - connections for what takes long to read */
  constructor(
    private readonly knex: Knex,
    private readonly reading: Knex,
  ) {}

  /** One page of a list, in its order, whichever way it is read. */
  list(scope: Scope, request: TicketListRequest): Promise<TicketList> {
    const { where, totalCap, inBackground } = request;
    const takesLong = where.text || totalCap !== undefined || inBackground;
    return listTickets(takesLong ? this.reading : this.knex, scope, request);
  }

  /** Counts up to `cap` tickets for each of these conditions. */
  countEach(
    scope: Scope,
    wheres: readonly TicketConditions[],
    cap: number,
  ): Promise<number[]> {
    return countEach(this.reading, scope, wheres, cap);
  }
}
