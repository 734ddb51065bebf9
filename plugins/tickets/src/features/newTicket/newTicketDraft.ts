import {
  type DeskDescription,
  type FileTicketRequest,
  MAX_ASSETS,
  MAX_MESSAGE_LENGTH,
  MAX_SUBJECT_LENGTH,
  type Visibility,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import type { FormAnswers } from '../../ui';

/** What was typed into the form so far. */
export interface NewTicketDraft {
  subject: string;
  message: string;
  /** Empty: none chosen. */
  category: string;
  /** Empty: that of the category, else the desk's default. */
  priority: string;
  assets: string[];
  /** What was filled into the forms of categories, by category. */
  answers: Record<string, FormAnswers>;
  agent: AgentChoices;
}

/** What only agents say; empty: as rules and categories decide. */
export interface AgentChoices {
  onBehalfOf: string;
  team: string;
  assignee: string;
  visibility: Visibility | '';
  silent: boolean;
}

const NO_CHOICES: AgentChoices = {
  onBehalfOf: '',
  team: '',
  assignee: '',
  visibility: '',
  silent: false,
};

/** What can be wrong with a draft before the desk is asked. */
export type DraftProblem =
  'subjectRequired' | 'subjectTooLong' | 'messageTooLong' | 'tooManyAssets';

/** A form that nobody has typed into yet. */
export function emptyDraft(assets: string[]): NewTicketDraft {
  const texts = { subject: '', message: '', category: '', priority: '' };
  return { ...texts, assets, answers: {}, agent: NO_CHOICES };
}

/** Takes a draft from the browser's storage, which anything may have written to. */
export function readDraft(stored: unknown): NewTicketDraft | undefined {
  const draft = Object(stored);
  const { subject, message, category, priority, assets } = draft;
  const texts = [subject, message, category, priority];
  return texts.every(isString) &&
    Array.isArray(assets) &&
    assets.every(isString)
    ? {
        subject,
        message,
        category,
        priority,
        assets,
        answers: readAnswers(draft.answers),
        agent: readChoices(draft.agent),
      }
    : undefined;
}

function readChoices(stored: unknown): AgentChoices {
  const { onBehalfOf, team, assignee, visibility, silent } = Object(stored);
  const known = visibilitySchema.safeParse(visibility);
  return [onBehalfOf, team, assignee].every(isString)
    ? {
        onBehalfOf,
        team,
        assignee,
        visibility: known.success ? known.data : '',
        silent: silent === true,
      }
    : NO_CHOICES;
}

function readAnswers(stored: unknown): Record<string, FormAnswers> {
  return Object.fromEntries(
    Object.entries(Object(stored)).filter(
      (entry): entry is [string, FormAnswers] =>
        typeof entry[1] === 'object' &&
        entry[1] !== null &&
        !Array.isArray(entry[1]),
    ),
  );
}

/** What the desk would not take, by field. */
export function validateDraft(draft: NewTicketDraft): {
  subject?: DraftProblem;
  message?: DraftProblem;
  assets?: DraftProblem;
} {
  const subject = draft.subject.trim();
  return {
    ...(subject === '' && { subject: 'subjectRequired' }),
    ...(subject.length > MAX_SUBJECT_LENGTH && { subject: 'subjectTooLong' }),
    ...(draft.message.length > MAX_MESSAGE_LENGTH && {
      message: 'messageTooLong',
    }),
    ...(draft.assets.length > MAX_ASSETS && { assets: 'tooManyAssets' }),
  };
}

/** The limits that the problems name. */
export const limitOf: Readonly<Record<DraftProblem, number>> = {
  subjectRequired: 0,
  subjectTooLong: MAX_SUBJECT_LENGTH,
  messageTooLong: MAX_MESSAGE_LENGTH,
  tooManyAssets: MAX_ASSETS,
};

/**
 * What the desk is asked to file, with the files of these ids and the answers
 * of the category's form. A draft may be older than the desk's
 * configuration: what is no longer configured is left out.
 */
export function requestOf(
  draft: NewTicketDraft,
  desk: DeskDescription,
  attachments: string[],
  answers: FormAnswers = {},
): FileTicketRequest {
  const known = (id: string, configured: { id: string }[]) =>
    configured.some(item => item.id === id) ? id : undefined;
  const isAgent = desk.caller.agent || desk.caller.admin;
  return {
    subject: draft.subject,
    message: draft.message.trim() === '' ? undefined : draft.message,
    category: known(draft.category, desk.categories),
    priority: known(draft.priority, desk.priorities),
    assets: draft.assets.length > 0 ? draft.assets : undefined,
    attachments: attachments.length > 0 ? attachments : undefined,
    ...(isAgent && choicesOf(draft.agent)),
    fields: Object.keys(answers).length > 0 ? answers : undefined,
  };
}

function choicesOf(agent: AgentChoices): Partial<FileTicketRequest> {
  const { onBehalfOf, team, assignee, visibility, silent } = agent;
  return {
    onBehalfOf: onBehalfOf || undefined,
    team: team || undefined,
    assignee: assignee || undefined,
    visibility: visibility || undefined,
    notifyRequester: silent ? false : undefined,
  };
}

/** The priority that the ticket will get. */
export function priorityOf(
  draft: NewTicketDraft,
  desk: DeskDescription,
): string {
  const category = desk.categories.find(({ id }) => id === draft.category);
  return (
    desk.priorities.find(({ id }) => id === draft.priority)?.id ??
    category?.priority ??
    desk.defaultPriority
  );
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
