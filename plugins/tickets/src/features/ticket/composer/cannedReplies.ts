import {
  type CannedReply,
  type DeskDescription,
  foldText,
} from '@portaldesk/plugin-tickets-common';

/** What a canned reply changes beside its message, with the titles of values. */
export interface CannedReplyChange {
  readonly field: 'status' | 'priority' | 'category' | 'tags';
  readonly value: string;
}

export function cannedReplyChanges(
  { set }: CannedReply,
  { statuses, priorities, categories }: DeskDescription,
): CannedReplyChange[] {
  const titleIn = (
    all: readonly { id: string; title: string }[],
    wanted: string,
  ) => all.find(({ id }) => id === wanted)?.title ?? wanted;
  return [
    ...(set.status === undefined
      ? []
      : [{ field: 'status', value: titleIn(statuses, set.status) } as const]),
    ...(set.priority === undefined
      ? []
      : [
          {
            field: 'priority',
            value: titleIn(priorities, set.priority),
          } as const,
        ]),
    ...(set.category === undefined
      ? []
      : [
          {
            field: 'category',
            value: titleIn(categories, set.category),
          } as const,
        ]),
    ...(set.addTags.length === 0
      ? []
      : [{ field: 'tags', value: set.addTags.join(', ') } as const]),
  ];
}

/** Those with all the words in their title or text. */
export function matchingReplies(
  replies: readonly CannedReply[],
  input: string,
): CannedReply[] {
  const words = foldText(input).split(/\s+/).filter(Boolean);
  return replies.filter(({ title, body }) => {
    const text = foldText(`${title} ${body}`);
    return words.every(word => text.includes(word));
  });
}
