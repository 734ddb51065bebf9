import type { EndedReport } from '../../store/tokens/ReporterStore';
import type { DeskContext } from '../context';
import { removeTicket } from '../lifecycle/deleteTicket';
import { removeBlobs } from '../scheduled/cleanUpFiles';
import { deskActor } from '../scheduled/deskActor';
import { type ScheduledWorkOptions, forEachDue } from '../scheduled/forEachDue';

/**
 * Deletes reports that ended longer ago than their channel keeps them, each in
 * a transaction of its own.
 */
export async function removeOldReports(
  context: DeskContext,
  options?: ScheduledWorkOptions,
): Promise<void> {
  const { config, store, clock } = context;
  for (const { id: channel, retention } of config.publicPages.channels) {
    if (retention !== undefined) {
      const before = new Date(clock().getTime() - retention);
      await forEachDue<EndedReport>(context, options, {
        phrase: 'deleted, though its channel no longer keeps it',
        find: page => store.reporters.ended(channel, before, page),
        process: id => removeIfOld(context, id, before),
      });
    }
  }
}

async function removeIfOld(
  context: DeskContext,
  id: string,
  before: Date,
): Promise<void> {
  const contents = await context.store.transaction(async store => {
    const ticket = await store.tickets.lock(id);
    const isOld =
      ticket?.id === id && ticket.endedAt !== null && ticket.endedAt < before;
    return isOld ? removeTicket(context, store, ticket, deskActor.actor) : [];
  });
  await removeBlobs(context, contents);
}
