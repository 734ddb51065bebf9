import type { GroupName, TeamName } from '../people';

/** One step of a conversation, after a ticket was filed and taken over. */
export type Turn =
  | { kind: 'agent-reply'; text: string }
  /** The agent asks and waits for the answer, which is the next turn. */
  | { kind: 'question'; text: string }
  | { kind: 'requester-reply'; text: string }
  | { kind: 'note'; text: string }
  /** A note; from here on the ticket waits for a colleague inside the company. */
  | { kind: 'wait'; text: string }
  /** A note; the ticket moves on to another team. */
  | { kind: 'pass'; text: string; to: TeamName }
  | { kind: 'solution'; text: string }
  /** After a solution: the requester reopens the ticket and says why. */
  | { kind: 'reopening'; text: string };

/** How fast things move: minutes, hours, or days. */
export type Pace = 'urgent' | 'normal' | 'slow';

/**
 * Something that happens at a company now and then. Texts hold `{names}`; each
 * variant says what stands for them, and becomes one ticket.
 */
export interface Story {
  category: 'incident' | 'access' | 'request' | 'data' | 'question';
  /** Absent: the category's, else the desk's. */
  priority?: 'low' | 'normal' | 'high';
  /** Names as in the catalog, primary one first: `component:ci-runners`. */
  assets: string[];
  /** Groups whose people have this trouble. */
  from: GroupName[];
  pace: Pace;
  subject: string;
  /** Absent: the subject says it all. */
  message?: string;
  /** What the category's form asks for; texts hold names as well. */
  fields?: Record<string, string | boolean | string[]>;
  talk: Turn[];
  variants: Record<string, string>[];
}

export const reply = (text: string): Turn => ({ kind: 'agent-reply', text });
export const ask = (text: string): Turn => ({ kind: 'question', text });
export const answer = (text: string): Turn => ({
  kind: 'requester-reply',
  text,
});
export const note = (text: string): Turn => ({ kind: 'note', text });
export const wait = (text: string): Turn => ({ kind: 'wait', text });
export const pass = (to: TeamName, text: string): Turn => ({
  kind: 'pass',
  to,
  text,
});
export const solve = (text: string): Turn => ({ kind: 'solution', text });
export const reopen = (text: string): Turn => ({ kind: 'reopening', text });
