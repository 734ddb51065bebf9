import { issuesOf, type RefusedPart } from './errors';

/**
 * What is wrong with the answers of a category's form in a refused request. The
 * path of an answer is `['hosts', '1']`; it is empty for the form as a whole.
 *
 * @param textOf - says it in the reader's language
 */
export function refusedAnswersOf(
  error: unknown,
  textOf: (issue: RefusedPart) => string,
): { path: string[]; text: string }[] {
  return issuesOf(error).flatMap(issue => {
    const [part, ...path] = issue.path.split(/[.[\]/]/).filter(Boolean);
    return part === 'fields' ? [{ path, text: textOf(issue) }] : [];
  });
}
