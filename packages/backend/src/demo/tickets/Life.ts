import type { Random } from './Random';
import type { Act, Deed } from './act';
import { teamFor } from './assets';
import { type TeamName, peopleOf } from './people';
import type { Pace, Story } from './stories';
import { HOUR, MINUTE, nextWorkingMoment } from './workingTime';

/** Hours that pass between two acts, at least and at most. */
const pauses: Readonly<Record<Pace, { first: number[]; next: number[] }>> = {
  urgent: { first: [0.05, 0.7], next: [0.1, 1.2] },
  normal: { first: [0.3, 6], next: [0.4, 9] },
  slow: { first: [1, 22], next: [2, 40] },
};

const SET_ASIDE = 45 * 24 * HOUR;

/** The ticket of one story as it moves on, act by act. */
export class Life {
  readonly acts: Act[] = [];
  readonly requester: string;
  #team: TeamName;
  #agent = '';
  #now: number;

  constructor(
    private readonly random: Random,
    private readonly ticket: string,
    private readonly story: Story,
    filedAt: number,
  ) {
    this.#now = filedAt;
    this.#team = teamFor(story.assets);
    this.requester = random.pick(peopleOf(random.pick(story.from)));
  }

  get team(): TeamName {
    return this.#team;
  }

  get agent(): string {
    return this.#agent;
  }

  requesterDoes(deed: Deed): void {
    this.#do(this.requester, deed);
  }

  agentDoes(deed: Deed): void {
    this.#do(this.#agent, deed);
  }

  /** A member of the team: mostly, but not always, the one who took it over. */
  colleagueDoes(deed: Deed): void {
    this.#do(this.random.chance(0.25) ? this.#someAgent() : this.#agent, deed);
  }

  takeOver(): void {
    this.#agent = this.#someAgent();
    this.agentDoes({ kind: 'take-over' });
  }

  handOver(): void {
    const assignee = this.#someAgent();
    if (assignee !== this.#agent) {
      this.agentDoes({ kind: 'hand-over', request: { assignee } });
      this.#agent = assignee;
    }
  }

  /** Sets the ticket aside for long enough that it still is today. */
  postpone(): void {
    const until = new Date(this.#now + SET_ASIDE).toISOString();
    this.agentDoes({ kind: 'postpone', until });
  }

  moveTo(team: TeamName): void {
    const request = { assignee: null, team: `group:default/${team}` };
    this.agentDoes({ kind: 'hand-over', request });
    this.#team = team;
  }

  /** Time goes by until the next act. */
  pause(): void {
    const { first, next } = pauses[this.story.pace];
    const [low, high] = this.acts.length === 1 ? first : next;
    this.pauseHours(this.random.between(low, high));
  }

  pauseHours(hours: number): void {
    const at = this.#now + hours * HOUR;
    this.#now =
      this.story.pace === 'urgent' ? at : nextWorkingMoment(this.random, at);
  }

  #someAgent(): string {
    return this.random.pick(
      peopleOf(this.#team).filter(ref => ref !== this.requester),
    );
  }

  #do(by: string, deed: Deed): void {
    const at = new Date(this.#now);
    this.acts.push({ at, by, ticket: this.ticket, deed });
    this.#now += MINUTE;
  }
}
