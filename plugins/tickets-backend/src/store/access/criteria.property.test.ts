import {
  AuthorizeResult,
  type PermissionCondition,
} from '@backstage/plugin-permission-common';
import { cases } from '../../__testUtils__/cases';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  type TicketCriteria,
  type TicketCriterion,
  type TicketResource,
  matchesCriteria,
  ticketReadPermission,
} from '@portaldesk/plugin-tickets-common';
import {
  createTicketConditionalDecision,
  ticketConditions,
  ticketPermissionRules,
} from '@portaldesk/plugin-tickets-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  criteriaArbitrary,
  ruleParams,
  statuses,
  ticketsArbitrary,
} from '../../__testUtils__/arbitraryTickets';
import { testDatabases } from '../../__testUtils__/databases';
import { asResource } from '../../domain/access/ticketFacts';
import { DeskStore } from '../DeskStore';
import type { StoredTicket } from '../tickets/StoredTicket';
import { whereMeets } from './criteria';

jest.setTimeout(180_000);

const rules = Object.values(ticketPermissionRules);
const authorize = createConditionAuthorizer<TicketResource>({
  getRuleByName: name => ruleNamed(name),
});
const transform = createConditionTransformer<TicketCriterion>({
  getRuleByName: name => ruleNamed(name),
});

function ruleNamed(name: string) {
  const rule = rules.find(candidate => candidate.name === name);
  if (!rule) {
    throw new Error(`there is no rule ${name}`);
  }
  return rule;
}

const conditionsOfRules: Record<
  keyof typeof ticketPermissionRules,
  fc.Arbitrary<PermissionCondition<'tickets-ticket'>>
> = {
  isRequester: ruleParams.claims.map(ticketConditions.isRequester),
  isParticipant: ruleParams.claims.map(ticketConditions.isParticipant),
  ownsAsset: ruleParams.claims.map(ticketConditions.ownsAsset),
  isInTeam: ruleParams.claims.map(ticketConditions.isInTeam),
  hasCategory: ruleParams.categories.map(ticketConditions.hasCategory),
  hasStatusType: ruleParams.statusTypes.map(ticketConditions.hasStatusType),
  hasVisibility: ruleParams.visibilities.map(ticketConditions.hasVisibility),
};

function resourceOf(ticket: StoredTicket): TicketResource {
  return asResource(statuses, {
    ...ticket,
    assetOwners: Object.values(ticket.assetOwners).filter(
      owner => owner !== null,
    ),
  });
}

const databases = testDatabases();

describe.each(databases.ids)('criteria on %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  async function store(tickets: readonly StoredTicket[]): Promise<void> {
    await knex('tickets').delete();
    for (const ticket of tickets) {
      await new DeskStore(knex).tickets.insert(ticket);
    }
  }

  async function found(criteria: TicketCriteria): Promise<string[]> {
    const query = knex('tickets').orderBy('created_at');
    whereMeets(query, criteria, statuses);
    return query.pluck('id');
  }

  function idsWhere(
    tickets: readonly StoredTicket[],
    matches: (ticket: TicketResource) => boolean,
  ): string[] {
    return tickets
      .filter(ticket => matches(resourceOf(ticket)))
      .map(ticket => ticket.id);
  }

  it.each(Object.entries(conditionsOfRules))(
    'find what the rule %s applies to, and by its negation all others',
    async (_rule, conditionArbitrary) => {
      await fc.assert(
        fc.asyncProperty(
          ticketsArbitrary,
          fc.array(conditionArbitrary, { minLength: 1, maxLength: 4 }),
          async (tickets, conditions) => {
            await store(tickets);
            for (const condition of conditions) {
              for (const asked of [condition, { not: condition }]) {
                const decision = createTicketConditionalDecision(
                  ticketReadPermission,
                  asked,
                );
                expect(await found(transform(decision.conditions))).toEqual(
                  idsWhere(tickets, ticket => authorize(decision, ticket)),
                );
              }
            }
          },
        ),
        { numRuns: cases(40) },
      );
    },
  );

  it('find what matches, however they are combined', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketsArbitrary,
        fc.array(criteriaArbitrary, { minLength: 1, maxLength: 6 }),
        async (tickets, trees) => {
          await store(tickets);
          for (const criteria of trees) {
            expect(await found(criteria)).toEqual(
              idsWhere(tickets, ticket => matchesCriteria(criteria, ticket)),
            );
          }
        },
      ),
      { numRuns: cases(100) },
    );
  });
});

it('take references in every spelling', () => {
  const { conditions } = createTicketConditionalDecision(ticketReadPermission, {
    not: ticketConditions.isInTeam({ claims: ['Group:Default/X', 'group:y'] }),
  });
  expect(transform(conditions)).toEqual({
    not: {
      type: 'is-in-team',
      claims: ['group:default/x', 'group:default/y'],
    },
  });
});

it('take no parameters that are none', () => {
  const { conditions } = createTicketConditionalDecision(
    ticketReadPermission,
    ticketConditions.isInTeam({ claims: ['nobody in particular'] }),
  );
  expect(() => transform(conditions)).toThrow('Parameters to rule are invalid');
  expect(() =>
    authorize(
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'tickets',
        resourceType: 'tickets-ticket',
        conditions,
      },
      resourceOf(fc.sample(ticketsArbitrary, 1)[0][0]),
    ),
  ).toThrow('Parameters to rule are invalid');
});
