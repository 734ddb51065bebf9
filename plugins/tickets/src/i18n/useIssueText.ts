import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  issueCodeSchema,
  type RequestIssue,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { ticketsTranslationRef } from './ref';

/** A part of a refused request, as far as the desk says what is wrong with it. */
export type Issue = Pick<RequestIssue, 'message'> & {
  code?: string;
  params?: RequestIssue['params'];
};

/**
 * Says what is wrong with a part of a request, in the reader's language. What
 * only a newer desk knows, and the rules of a category's form, are said in the
 * words of the desk.
 */
export function useIssueText(): (issue: Issue) => string {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return useMemo(
    () => (issue: Issue) => {
      const code = issueCodeSchema.safeParse(issue.code);
      if (!code.success || code.data === 'invalid') {
        return issue.message;
      }
      const { values, count, ...params } = issue.params ?? {};
      // the texts take what they need of these
      const texts: Record<string, string> = {
        ...Object.fromEntries(
          Object.entries(params).map(([name, value]) => [name, String(value)]),
        ),
        ...(values !== undefined && { values: [values].flat().join(', ') }),
        ...(count !== undefined && { count: String(count) }),
      };
      return (t as (key: string, options: object) => string)(
        `issue.${code.data}`,
        texts,
      );
    },
    [t],
  );
}
