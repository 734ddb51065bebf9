import { closingStatus, solvingStatus, type TicketChange } from './desk';
import type { SeedWorld } from './SeedWorld';
import type { SeededRandom } from './SeededRandom';
import type { Lifecycle, Action } from './Lifecycle';
import type { Outline } from './outlines';

const DAY = 24 * 3_600_000;
const TAGS = Array.from({ length: 40 }, (_, index) => `topic-${index + 1}`);

/** Who takes part in a ticket, beside chance. */
interface Participants {
  readonly world: SeedWorld;
  readonly random: SeededRandom;
  readonly requester: string;
  readonly agents: readonly string[];
  readonly assignee: string;
}

/**
 * Lets happen to a ticket that was just filed what its outline says: it is
 * taken over, talked about, and solved unless it is one of the open ones.
 */
export function simulateLifecycle(
  world: SeedWorld,
  lifecycle: Lifecycle,
  outline: Outline,
  random: SeededRandom,
  end: Date,
): void {
  const { team, requester, createdAt } = lifecycle.state;
  const agents = world.agentsOf(team);
  const assignee = random.pick(agents);
  const participants = { world, random, requester, agents, assignee };
  const actions = actionsOf(participants, outline);
  const longest = end.getTime() - createdAt.getTime();
  const length = outline.open
    ? longest
    : Math.min(longest, DAY * 4 * -Math.log(1 - random.share()));
  actions
    .map(() => createdAt.getTime() + 1 + Math.floor(random.share() * length))
    .sort((a, b) => a - b)
    .forEach((time, index) => lifecycle.apply(new Date(time), actions[index]));
}

function actionsOf(
  participants: Participants,
  { messages, open }: Outline,
): Action[] {
  const { random, assignee } = participants;
  const isTakenOver = !open || messages > 1 || random.happens(0.4);
  return [
    ...(isTakenOver
      ? [
          {
            actor: assignee,
            change: (change: TicketChange) => change.assignTo(assignee),
          },
        ]
      : []),
    ...(random.happens(0.3) ? [tag(participants)] : []),
    ...(random.happens(0.08) ? [raisePriority(participants)] : []),
    ...Array.from({ length: messages - 1 }, () =>
      withFile(participants, message(participants)),
    ),
    ...(open ? stillOpen(participants) : ending(participants)),
  ];
}

function tag({ random, assignee }: Participants): Action {
  const tags = [...new Set([random.pick(TAGS), random.pick(TAGS)])];
  return { actor: assignee, change: change => change.editTags(tags.sort()) };
}

function raisePriority({ world, assignee }: Participants): Action {
  const highest = world.config.priorities.at(-1)?.id;
  return {
    actor: assignee,
    change: change => highest && change.edit('priority', highest),
  };
}

function message(participants: Participants): Action {
  const { random, requester, assignee, agents, world } = participants;
  const body = world.words.body(random);
  const kind = random.share();
  if (kind < 0.35) {
    return {
      actor: requester,
      message: { kind: 'reply', side: 'requester', body, recipients: [] },
      change: change => change.react('requester-reply'),
    };
  }
  const actor = random.happens(0.8) ? assignee : random.pick(agents);
  if (kind < 0.85) {
    const asks = random.happens(0.4);
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
          recipients: [random.pick(others)],
        },
      };
}

/** Some messages come with a log. */
function withFile({ world, random }: Participants, action: Action): Action {
  return random.happens(0.03)
    ? {
        ...action,
        file: {
          id: random.uuid(),
          storageKey: random.uuid(),
          name: 'service.log',
          text: world.words.body(random),
        },
      }
    : action;
}

/** Some open tickets rest for a while. */
function stillOpen({ random, assignee }: Participants): Action[] {
  return random.happens(0.05)
    ? [
        {
          actor: assignee,
          change: change => change.setStatus('waiting-internal', 'person'),
        },
      ]
    : [];
}

function ending({
  random,
  world,
  requester,
  assignee,
}: Participants): Action[] {
  const { statuses } = world.config;
  const stars = 1 + random.below(5);
  const solve: Action = {
    actor: assignee,
    change: change => {
      const to = solvingStatus(statuses, change.state.status);
      if (to) {
        change.setStatus(to.id, 'solve');
      }
    },
  };
  const close: Action = {
    actor: requester,
    change: change => {
      const to = closingStatus(statuses, change.state.status);
      if (to) {
        change.setStatus(to.id, 'close');
      }
    },
  };
  const rate: Action = {
    actor: requester,
    change: change => change.rate({ stars, comment: null }),
  };
  return [
    solve,
    ...(random.happens(0.7) ? [close] : []),
    ...(random.happens(0.2) ? [rate] : []),
  ];
}
