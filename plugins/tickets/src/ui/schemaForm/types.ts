import type {
  CategorySummary,
  FileTicketRequest,
} from '@portaldesk/plugin-tickets-common';
import type { Ref } from 'react';

/** JSON Schema of an object, with `ui:` hints as the scaffolder has them. */
export type FormSchema = NonNullable<CategorySummary['form']>;

/** What was filled in, by the name of the field; null: emptied on purpose. */
export type FormAnswers = NonNullable<FileTicketRequest['fields']>;

/** Why the desk did not take an answer. */
export interface RefusedAnswer {
  /** Such as `['hosts', '1', 'name']`; empty: the form as a whole. */
  path: string[];
  /** In the reader's language. */
  text: string;
}

/** What the screen around a form can ask of it. */
export interface SchemaFormHandle {
  /**
   * What is to be sent: without empty fields and without the answers of a
   * branch that the person left; null for a default that was emptied.
   */
  answers(): FormAnswers;
  /**
   * How the answers differ from earlier ones: by name, null for what is empty
   * now. What the form does not know is left alone.
   */
  changes(before: FormAnswers): FormAnswers;
  /**
   * Whether each answer is there and fits, as far as a browser can tell. Blank
   * rows of lists are gone afterwards.
   */
  checkAnswers(): boolean;
  /** Moves the keyboard's focus to the first field that is marked. */
  focusMistake(): void;
}

/** What a form is shown with. */
export interface SchemaFormProps {
  /** Begins the ids of its fields. */
  id: string;
  schema: FormSchema;
  /** What was typed so far; defaults fill in what is absent. */
  value: FormAnswers;
  /** Whether missing and unfit answers are marked. */
  isChecking: boolean;
  isDisabled?: boolean;
  refused: readonly RefusedAnswer[];
  /** Empty until the form is loaded. */
  handle: Ref<SchemaFormHandle>;
  onChange: (value: FormAnswers) => void;
}
