import { Life } from './Life';
import { Random } from './Random';
import type { Act } from './act';
import { type Story, stories } from './stories';
import { type Stage, reaches, tellStory } from './tellStory';
import {
  DAY,
  MINUTE,
  isWeekend,
  lastWorkingMoment,
  sometimeOn,
} from './workingTime';

/** How many days back the first ticket was filed. */
const PAST_DAYS = 182;

/** How many tickets are open by now, and since how many days at least and at most. */
const open: { stage: Stage; count: number; days: [number, number] }[] = [
  { stage: 'unassigned', count: 7, days: [0.05, 1.2] },
  { stage: 'in-progress', count: 7, days: [0.5, 5] },
  { stage: 'waiting-requester', count: 6, days: [1, 11] },
  { stage: 'waiting-internal', count: 3, days: [2, 8] },
  { stage: 'postponed', count: 2, days: [9, 24] },
];

interface Chapter {
  story: Story;
  variant: Record<string, string>;
  stage: Stage;
  /** Before now. */
  days: number;
}

/**
 * All that happened at the desk in the half year until now, in the order in
 * which it happened. It follows from the seed and from what "now" is.
 */
export function writeScript(seed: number, now: Date): Act[] {
  const random = new Random(seed);
  // the latest act is a moment ago, whatever the clocks of others say
  const end = Math.floor(now.getTime() / MINUTE) * MINUTE - 2 * MINUTE;
  return chapters(random)
    .flatMap((chapter, index) => actsOf(random, chapter, `${index}`, end))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function chapters(random: Random): Chapter[] {
  const waiting = random.shuffle(
    stories.flatMap(story =>
      story.variants.map(variant => ({ story, variant })),
    ),
  );
  const unfinished = open.flatMap(({ stage, count, days }) =>
    Array.from({ length: count }, () => {
      const place = waiting.findIndex(({ story }) => reaches(story, stage));
      const [chosen] = waiting.splice(place, 1);
      return { ...chosen, stage, days: random.between(...days) };
    }),
  );
  const ended = waiting.map((chosen, index) => ({
    ...chosen,
    stage: 'ended' as const,
    days: (PAST_DAYS * (index + random.between(0.1, 0.9))) / waiting.length,
  }));
  return [...unfinished, ...ended];
}

/** A life that would go on beyond now began earlier. */
function actsOf(
  random: Random,
  { story, variant, stage, days }: Chapter,
  ticket: string,
  end: number,
): Act[] {
  for (let daysAgo = days; ; daysAgo += stage === 'ended' ? 4 : 1) {
    const filedAt = filingTime(random, story, end - daysAgo * DAY, end);
    const life = new Life(random, ticket, story, filedAt);
    tellStory(life, random, { story, variant, stage });
    const last = life.acts[life.acts.length - 1];
    if (last.at.getTime() <= end) {
      return life.acts;
    }
  }
}

/** People file while they work; what is urgent also happens at night and at weekends. */
function filingTime(
  random: Random,
  story: Story,
  around: number,
  end: number,
): number {
  if (story.pace === 'urgent' && random.chance(0.3)) {
    return around;
  }
  if (around > end - 2 * DAY) {
    return lastWorkingMoment(random, around);
  }
  let day = around;
  while (isWeekend(day)) {
    day -= random.between(1, 5) * DAY;
  }
  return sometimeOn(random, day);
}
