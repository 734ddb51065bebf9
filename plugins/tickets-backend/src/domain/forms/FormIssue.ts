/** Where a form's schema is wrong, and how to mend it. */
export interface FormIssue {
  readonly at: readonly (string | number)[];
  readonly hint: string;
}
