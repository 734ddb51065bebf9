import type { TicketChange } from '../../domain/TicketChange';
import { closingStatus, solvingStatus } from '../../domain/workflow';
import type { BulkWorld } from './BulkWorld';
import type { Chance } from './Chance';
import type { Lifetime, Step } from './Lifetime';
import type { Outline } from './outlines';

const DAY = 24 * 3_600_000;
const TAGS = Array.from({ length: 40 }, (_, index) => `topic-${index + 1}`);

/** Who takes part in a ticket, beside chance. */
interface Cast {
  readonly world: BulkWorld;
  readonly chance: Chance;
  readonly requester: string;
  readonly agents: readonly string[];
  readonly assignee: string;
}

/**
 * Lets happen to a ticket that was just filed what its outline says: it is
 * taken over, talked about, and solved unless it is one of the open ones.
 */
export function tellLife(
  world: BulkWorld,
  life: Lifetime,
  outline: Outline,
  chance: Chance,
  end: Date,
): void {
  const { team, requester, createdAt } = life.state;
  const agents = world.agentsOf(team);
  const assignee = chance.pick(agents);
  const cast = { world, chance, requester, agents, assignee };
  const steps = stepsOf(cast, outline);
  const longest = end.getTime() - createdAt.getTime();
  const length = outline.open
    ? longest
    : Math.min(longest, DAY * 4 * -Math.log(1 - chance.share()));
  steps
    .map(() => createdAt.getTime() + 1 + Math.floor(chance.share() * length))
    .sort((a, b) => a - b)
    .forEach((time, index) => life.take(new Date(time), steps[index]));
}

function stepsOf(cast: Cast, { messages, open }: Outline): Step[] {
  const { chance, assignee } = cast;
  const isTakenOver = !open || messages > 1 || chance.happens(0.4);
  return [
    ...(isTakenOver
      ? [
          {
            actor: assignee,
            change: (change: TicketChange) => change.assignTo(assignee),
          },
        ]
      : []),
    ...(chance.happens(0.3) ? [tag(cast)] : []),
    ...(chance.happens(0.08) ? [raisePriority(cast)] : []),
    ...Array.from({ length: messages - 1 }, () =>
      withFile(cast, message(cast)),
    ),
    ...(open ? stillOpen(cast) : ending(cast)),
  ];
}

function tag({ chance, assignee }: Cast): Step {
  const tags = [...new Set([chance.pick(TAGS), chance.pick(TAGS)])];
  return { actor: assignee, change: change => change.editTags(tags.sort()) };
}

function raisePriority({ world, assignee }: Cast): Step {
  const highest = world.config.priorities.at(-1)?.id;
  return {
    actor: assignee,
    change: change => highest && change.edit('priority', highest),
  };
}

function message(cast: Cast): Step {
  const { chance, requester, assignee, agents, world } = cast;
  const body = world.words.body(chance);
  const kind = chance.share();
  if (kind < 0.35) {
    return {
      actor: requester,
      message: { kind: 'reply', side: 'requester', body, recipients: [] },
      change: change => change.react('requester-reply'),
    };
  }
  const actor = chance.happens(0.8) ? assignee : chance.pick(agents);
  if (kind < 0.85) {
    const asks = chance.happens(0.4);
    return {
      actor,
      message: { kind: 'reply', side: 'team', body, recipients: [] },
      change: change =>
        asks
          ? change.setStatus('waiting-requester', 'person')
          : change.react('agent-reply'),
    };
  }
  const others = agents.filter(agent => agent !== actor);
  return kind < 0.99 || others.length === 0
    ? { actor, message: { kind: 'note', side: 'team', body, recipients: [] } }
    : {
        actor,
        message: {
          kind: 'private',
          side: 'team',
          body,
          recipients: [chance.pick(others)],
        },
      };
}

/** Some messages come with a log. */
function withFile({ world, chance }: Cast, step: Step): Step {
  return chance.happens(0.03)
    ? {
        ...step,
        file: {
          id: chance.uuid(),
          storageKey: chance.uuid(),
          name: 'service.log',
          text: world.words.body(chance),
        },
      }
    : step;
}

/** Some open tickets rest for a while. */
function stillOpen({ chance, assignee }: Cast): Step[] {
  return chance.happens(0.05)
    ? [
        {
          actor: assignee,
          change: change => change.setStatus('waiting-internal', 'person'),
        },
      ]
    : [];
}

function ending({ chance, world, requester, assignee }: Cast): Step[] {
  const { statuses } = world.config;
  const stars = 1 + chance.below(5);
  const solve: Step = {
    actor: assignee,
    change: change => {
      const to = solvingStatus(statuses, change.state.status);
      if (to) {
        change.setStatus(to.id, 'solve');
      }
    },
  };
  const close: Step = {
    actor: requester,
    change: change => {
      const to = closingStatus(statuses, change.state.status);
      if (to) {
        change.setStatus(to.id, 'close');
      }
    },
  };
  const rate: Step = {
    actor: requester,
    change: change => change.rate({ stars, comment: null }),
  };
  return [
    solve,
    ...(chance.happens(0.7) ? [close] : []),
    ...(chance.happens(0.2) ? [rate] : []),
  ];
}
