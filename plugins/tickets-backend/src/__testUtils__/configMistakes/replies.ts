import { DEFAULT_STATUS, HELLO, TEAM, type Mistake } from './words';

/** Mistakes in canned replies. */
export const replyMistakes: readonly Mistake[] = [
  [
    'a canned reply with an unknown placeholder',
    { cannedReplies: [{ ...HELLO, body: '{{ticket.number}} {{ name }}' }] },
    'tickets.cannedReplies[0].body is "{{ticket.number}} {{ name }}": use none but these placeholders instead of {{name}}: ticket.number, ticket.subject, ticket.category, ticket.priority, requester.name, organisation.name, agent.name, team.name, asset.name, system.name',
  ],
  [
    'a canned reply without text',
    { cannedReplies: [{ ...HELLO, body: ' ' }] },
    'tickets.cannedReplies[0].body is " ": write the text in Markdown',
  ],
  [
    'a canned reply of an unknown kind',
    { cannedReplies: [{ ...HELLO, kind: 'private' }] },
    'tickets.cannedReplies[0].kind is "private": use one of reply, note',
  ],
  [
    'a canned reply for an unknown category',
    { cannedReplies: [{ ...HELLO, categories: ['a'] }] },
    'tickets.cannedReplies[0].categories[0] is "a": add it to tickets.categories',
  ],
  [
    'a canned reply for a group that cannot own tickets',
    {
      teams: [{ group: 'group:default/a' }],
      cannedReplies: [{ ...HELLO, teams: ['group:default/b'] }],
    },
    `tickets.cannedReplies[0].teams[0] is "group:default/b": ${TEAM}`,
  ],
  [
    'a canned reply that sets an unknown status',
    { cannedReplies: [{ ...HELLO, set: { status: 'asked' } }] },
    `tickets.cannedReplies[0].set.status is "asked": ${DEFAULT_STATUS}`,
  ],
  [
    'a canned reply that postpones',
    { cannedReplies: [{ ...HELLO, set: { status: 'postponed' } }] },
    'tickets.cannedReplies[0].set.status is "postponed": use a status that is not of type postponed, since nobody gives a date',
  ],
  [
    'a duplicate canned reply',
    { cannedReplies: [HELLO, HELLO] },
    'tickets.cannedReplies[1].id is "hello": tickets.cannedReplies[0] has it already; choose another or remove one',
  ],
  [
    'two canned replies of one title that a team has to choose between',
    {
      cannedReplies: [
        HELLO,
        { ...HELLO, id: 'hallo', teams: ['group:default/a'] },
      ],
    },
    'tickets.cannedReplies[1].title is "Hello": tickets.cannedReplies[0] has it already; choose another or remove one',
  ],
];
