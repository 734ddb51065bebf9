import type { Life } from './Life';
import type { Random } from './Random';
import { assetRef } from './assets';
import type { Story, Turn } from './stories';

/** How far a ticket has come by now. */
export type Stage =
  | 'unassigned'
  | 'in-progress'
  | 'waiting-requester'
  | 'waiting-internal'
  | 'postponed'
  | 'ended';

const setAside =
  'We agreed to come back to this after the current release. I set the ticket aside until then.';

/** Lets a story happen to a ticket, as far as the given stage. */
export function tellStory(
  life: Life,
  random: Random,
  episode: { story: Story; variant: Record<string, string>; stage: Stage },
): void {
  const { story, variant, stage } = episode;
  const inWords = (text: string) => fillIn(text, variant);

  life.requesterDoes({
    kind: 'file',
    request: {
      subject: inWords(story.subject),
      ...(story.message && { message: inWords(story.message) }),
      category: story.category,
      ...(story.priority && { priority: story.priority }),
      ...(story.assets.length > 0 && { assets: story.assets.map(assetRef) }),
      ...(story.fields && { fields: mapValues(story.fields, inWords) }),
    },
  });
  if (stage === 'unassigned') {
    return;
  }

  life.pause();
  life.takeOver();
  if (story.pace === 'urgent' && random.chance(0.2)) {
    life.agentDoes({ kind: 'edit', request: { priority: 'high' } });
  }
  if (stage === 'in-progress' && random.chance(0.4)) {
    return;
  }
  if (stage === 'postponed') {
    life.pause();
    life.agentDoes(message('reply', setAside));
    life.postpone();
    return;
  }
  if (stage === 'ended' && random.chance(0.08)) {
    life.pause();
    life.handOver();
  }

  let waits = false;
  for (const [index, turn] of story.talk.entries()) {
    const last = index === story.talk.length - 1;
    if (stage === 'in-progress' && (index > 1 || turn.kind === 'solution')) {
      return;
    }
    life.pause();
    takeTurn(life, random, turn, { text: inWords(turn.text), last, waits });
    waits = turn.kind === 'wait';
    if (turn.kind === 'question' && stage === 'waiting-requester') {
      return;
    }
    if (turn.kind === 'wait' && stage === 'waiting-internal') {
      return;
    }
  }
}

/** Whether a story comes by this stage. */
export function reaches(story: Story, stage: Stage): boolean {
  switch (stage) {
    case 'waiting-requester':
      return story.talk.some(({ kind }) => kind === 'question');
    case 'waiting-internal':
      return story.talk.some(({ kind }) => kind === 'wait');
    case 'postponed':
      return story.category === 'request' && story.pace === 'slow';
    case 'in-progress':
      return ['agent-reply', 'note'].includes(story.talk[0].kind);
    default:
      return true;
  }
}

/** @param turn.waits - whether the ticket waits for a colleague in the company */
function takeTurn(
  life: Life,
  random: Random,
  turn: Turn,
  { text, last, waits }: { text: string; last: boolean; waits: boolean },
): void {
  const goesOn = waits ? 'in-progress' : undefined;
  switch (turn.kind) {
    case 'agent-reply':
      life.agentDoes(message('reply', text, goesOn));
      break;
    case 'question':
      life.agentDoes(message('reply', text, 'waiting-requester'));
      break;
    case 'requester-reply':
      life.requesterDoes(message('reply', text));
      break;
    case 'note':
      life.colleagueDoes(message('note', text, goesOn));
      break;
    case 'wait':
      life.agentDoes(message('note', text, 'waiting-internal'));
      break;
    case 'pass':
      life.agentDoes(message('note', text));
      life.moveTo(turn.to);
      life.pause();
      life.takeOver();
      break;
    case 'solution':
      end(life, random, text, last);
      break;
    case 'reopening':
      life.requesterDoes({ kind: 'reopen' });
      life.requesterDoes(message('reply', text));
      break;
    default:
      turn satisfies never;
  }
}

/** Most tickets stay solved; some are closed later, some by the requester. */
function end(life: Life, random: Random, text: string, last: boolean): void {
  if (last && random.chance(0.2)) {
    life.agentDoes(message('reply', text));
    life.pauseHours(random.between(0.5, 30));
    life.requesterDoes({ kind: 'close' });
    return;
  }
  life.agentDoes(message('reply', text, 'solved'));
  if (last && random.chance(0.45)) {
    life.pauseHours(random.between(100, 250));
    life.agentDoes({ kind: 'status', status: 'closed' });
  }
}

function message(kind: 'reply' | 'note', body: string, status?: string) {
  return {
    kind: 'message',
    request: { kind, body, ...(status && { status }) },
  } as const;
}

function fillIn(text: string, variant: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (found, name) => variant[name] ?? found);
}

function mapValues(
  fields: NonNullable<Story['fields']>,
  inWords: (text: string) => string,
): NonNullable<Story['fields']> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? inWords(value) : value,
    ]),
  );
}
