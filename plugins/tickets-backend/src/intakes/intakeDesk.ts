import type {
  AuditorService,
  AuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  IntakeDesk,
  IntakeOptions,
  TicketIntake,
} from '@portaldesk/plugin-tickets-node';
import type { Caller } from '../desk/Caller';
import { auditedDesk } from '../desk/auditedDesk';
import type { DeskContext } from '../desk/context';
import { createDesk } from '../desk/createDesk';
import { deskAsTicketsApi } from '../desk/deskAsTicketsApi';
import { canonicalRef } from '../desk/relations/relations';

interface IntakeServices {
  readonly context: DeskContext;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
}

/** The desk for an intake. */
export function intakeDesk(
  { id, channel }: Pick<TicketIntake, 'id' | 'channel'>,
  { context, auditor, auth }: IntakeServices,
): IntakeDesk {
  async function callerOf(
    userRef: string,
    { choosesTeam }: IntakeOptions,
  ): Promise<Caller> {
    const person = await context.catalog.person(canonicalRef(userRef));
    if (!person) {
      throw new NotFoundError(`The catalog does not have ${userRef}`);
    }
    const credentials = await auth.getOwnServiceCredentials();
    return { ...person, credentials, choosesTeam };
  }

  /** @param store - that of the transaction, if there is one */
  function peopleOf(store: DeskContext['store'], uploads: boolean) {
    const here = { ...context, store };
    const desk = auditedDesk(createDesk(here), { auditor, context: here });
    return {
      as: (userRef: string, options: IntakeOptions = {}) =>
        deskAsTicketsApi(desk, () => callerOf(userRef, options), {
          channel,
          uploads,
        }),
    };
  }

  return {
    ...peopleOf(context.store, true),
    once: (key, work) =>
      context.store.transaction(async store => {
        if (!(await store.intakes.claim(id, key, context.clock()))) {
          return (await store.intakes.resultOf(id, key)) ?? '';
        }
        const result = await work(peopleOf(store, false));
        await store.intakes.setResult(id, key, result);
        return result;
      }),
    resultOf: key => context.store.intakes.resultOf(id, key),
  };
}
