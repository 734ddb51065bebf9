import { createConditionExports } from '@backstage/plugin-permission-node';
import { ticketPermissionResourceRef } from './resourceRef';
import { ticketPermissionRules } from './rules';

const exported = createConditionExports({
  resourceRef: ticketPermissionResourceRef,
  rules: ticketPermissionRules,
});

/**
 * What a policy combines by `anyOf`, `allOf` and `not`, and returns by
 * {@link createTicketConditionalDecision}.
 * @public
 */
export const ticketConditions = exported.conditions;

/**
 * The decision of a policy that depends on the ticket.
 * @public
 */
export const createTicketConditionalDecision =
  exported.createConditionalDecision;
