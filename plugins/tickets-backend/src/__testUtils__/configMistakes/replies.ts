import type { Mistake } from './Mistake';
import { HELLO } from './samples';

/** Mistakes in canned replies. */
export const replyMistakes: readonly Mistake[] = [
  [
    'a canned reply with an unknown placeholder',
    { cannedReplies: [{ ...HELLO, body: '{{ticket.number}} {{ name }}' }] },
    'tickets.cannedReplies[0].body',
    'placeholder',
  ],
  [
    'a canned reply without text',
    { cannedReplies: [{ ...HELLO, body: ' ' }] },
    'tickets.cannedReplies[0].body',
    'empty',
  ],
  [
    'a canned reply of an unknown kind',
    { cannedReplies: [{ ...HELLO, kind: 'private' }] },
    'tickets.cannedReplies[0].kind',
    'choice',
  ],
  [
    'a canned reply for an unknown category',
    { cannedReplies: [{ ...HELLO, categories: ['a'] }] },
    'tickets.cannedReplies[0].categories[0]',
    'unknown name',
  ],
  [
    'a canned reply for a group that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      cannedReplies: [{ ...HELLO, teams: ['group:default/b'] }],
    },
    'tickets.cannedReplies[0].teams[0]',
    'unknown name',
  ],
  [
    'a canned reply that sets an unknown status',
    { cannedReplies: [{ ...HELLO, set: { status: 'asked' } }] },
    'tickets.cannedReplies[0].set.status',
    'unknown name',
  ],
  [
    'a canned reply that postpones',
    { cannedReplies: [{ ...HELLO, set: { status: 'postponed' } }] },
    'tickets.cannedReplies[0].set.status',
    'status',
  ],
  [
    'a duplicate canned reply',
    { cannedReplies: [HELLO, HELLO] },
    'tickets.cannedReplies[1].id',
    'duplicate',
  ],
  [
    'two canned replies of one title that a team has to choose between',
    {
      cannedReplies: [
        HELLO,
        { ...HELLO, id: 'hallo', teams: ['group:default/a'] },
      ],
    },
    'tickets.cannedReplies[1].title',
    'duplicate',
  ],
];
