import type { SlaTest, SlaTestQuery } from '@portaldesk/plugin-tickets-common';
import type { Caller } from '../Caller';
import type { DeskContext } from '../context';
import { requirePriority, requireSlaPolicy } from '../requireConfigured';
import { requireAdmin } from './requireAdmin';

/**
 * When a ticket would be due that is filed at an instant and then left alone.
 *
 * @throws InvalidRequestError at a policy or priority that is not configured
 */
export async function testSla(
  context: DeskContext,
  caller: Caller,
  { policy, priority, filedAt }: SlaTestQuery,
): Promise<SlaTest> {
  requireAdmin(context, caller);
  const { config } = context;
  const targets = config.sla.resolveTargets({
    slaPolicy: requireSlaPolicy(config, policy, 'policy')?.id ?? null,
    priority: requirePriority(config, priority).id,
  });
  const due = (amount: number | undefined) =>
    amount === undefined
      ? null
      : (targets?.time.after(new Date(filedAt), amount)?.toISOString() ?? null);
  return {
    responseDueAt: due(targets?.response),
    resolutionDueAt: due(targets?.resolution),
    inactivityDueAt: due(targets?.inactivity),
  };
}
