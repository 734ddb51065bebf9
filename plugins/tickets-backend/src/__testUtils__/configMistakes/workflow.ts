import {
  DEFAULT_STATUS,
  DONE,
  DURATION,
  ENDLESS,
  NEW,
  STATUS_LIST,
  STRANGER,
  type Mistake,
} from './words';

/** Mistakes in what moves tickets on. */
export const workflowMistakes: readonly Mistake[] = [
  [
    'a reaction that leads to an unknown status',
    { workflow: { onAssign: { to: 'assigned' } } },
    `tickets.workflow.onAssign.to is "assigned": ${DEFAULT_STATUS}`,
  ],
  [
    'a reaction from an unknown status',
    { workflow: { onAgentReply: { from: ['new', 'read'], to: 'solved' } } },
    `tickets.workflow.onAgentReply.from[1] is "read": ${DEFAULT_STATUS}`,
  ],
  [
    'a reaction to a default status that the desk does not have',
    {
      statuses: [NEW, DONE],
      workflow: { onRequesterReply: { to: 'in-progress' } },
    },
    'tickets.workflow.onRequesterReply.to is "in-progress": use one of fresh, done, or add it to tickets.statuses',
  ],
  [
    'a reaction that leads nowhere',
    { workflow: { onReopen: { from: ['closed'] } } },
    'tickets.workflow.onReopen.to is missing: use the id of a status',
  ],
  [
    'a reaction that is only a status',
    { workflow: { onAssign: 'in-progress' } },
    'tickets.workflow.onAssign is "in-progress": use an object with the key to, and from if it is needed',
  ],
  [
    'reopening into an ended status',
    { workflow: { onReopen: { to: 'closed' } } },
    'tickets.workflow.onReopen.to is "closed": use a status that is neither solved nor closed',
  ],

  [
    'reading that ends a ticket',
    { workflow: { onRead: { to: 'solved' } } },
    `tickets.workflow.onRead.to is "solved": ${ENDLESS}`,
  ],
  [
    'a return to where the ticket was postponed',
    { workflow: { onReturn: { to: 'postponed' } } },
    'tickets.workflow.onReturn.to is "postponed": use a status that is not of type postponed, since nobody gives a date',
  ],
  [
    'reading that begins ended tickets again',
    {
      workflow: { onRead: { from: ['new', 'closed'], to: 'in-progress' } },
    },
    `tickets.workflow.onRead.from[1] is "closed": ${ENDLESS}`,
  ],
  [
    'a return of what was not postponed',
    { workflow: { onReturn: { from: ['new'], to: 'in-progress' } } },
    'tickets.workflow.onReturn.from[0] is "new": use a status of type postponed',
  ],
  [
    'reopening what is open',
    { workflow: { onReopen: { from: ['in-progress'], to: 'new' } } },
    'tickets.workflow.onReopen.from[0] is "in-progress": use a status of type solved or closed',
  ],
  [
    'a reaction that postpones',
    { workflow: { onAgentReply: { to: 'postponed' } } },
    'tickets.workflow.onAgentReply.to is "postponed": use a status that is not of type postponed, since nobody gives a date',
  ],
  [
    'a time for reopening without unit',
    { workflow: { reopenWithin: 30 } },
    `tickets.workflow.reopenWithin is 30: ${DURATION}`,
  ],
  [
    'a time for reopening that is a number in quotes',
    { workflow: { reopenWithin: '30' } },
    `tickets.workflow.reopenWithin is "30": ${DURATION}`,
  ],
  [
    'a time for reopening in an unknown unit',
    { workflow: { reopenWithin: { fortnights: 2 } } },
    `tickets.workflow.reopenWithin.fortnights is 2: ${STRANGER}`,
  ],
  [
    'a time for reopening that is no number',
    { workflow: { reopenWithin: { days: 'many' } } },
    `tickets.workflow.reopenWithin.days is "many": ${DURATION}`,
  ],
  [
    'a time for reopening that says nothing',
    { workflow: { reopenWithin: {} } },
    `tickets.workflow.reopenWithin is {}: ${DURATION}`,
  ],
  [
    'a time for reopening that is over at once',
    { workflow: { reopenWithin: 'PT0S' } },
    'tickets.workflow.reopenWithin is "PT0S": use at least one minute',
  ],
  [
    'a time for reopening that is negative',
    { workflow: { reopenWithin: { days: -1 } } },
    'tickets.workflow.reopenWithin is {"days":-1}: use at least one minute',
  ],
  [
    'a time for reopening that nobody lives to see',
    { workflow: { reopenWithin: { years: 101 } } },
    'tickets.workflow.reopenWithin is {"years":101}: use at most 100 years',
  ],
  [
    'closing by itself at an unknown time',
    { workflow: { autoClose: { from: ['solved'] } } },
    `tickets.workflow.autoClose.after is missing: ${DURATION}`,
  ],
  [
    'closing by itself from nowhere',
    { workflow: { autoClose: { from: [], after: 'P14D' } } },
    'tickets.workflow.autoClose.from is []: list at least one status, or leave autoClose out',
  ],
  [
    'closing by itself from one status',
    { workflow: { autoClose: { from: 'solved', after: 'P14D' } } },
    `tickets.workflow.autoClose.from is "solved": ${STATUS_LIST}`,
  ],
  [
    'closing by itself from an unknown status',
    { workflow: { autoClose: { from: ['asked'], after: 'P14D' } } },
    `tickets.workflow.autoClose.from[0] is "asked": ${DEFAULT_STATUS}`,
  ],
  [
    'closing by itself what is closed',
    { workflow: { autoClose: { from: ['closed'], after: 'P14D' } } },
    'tickets.workflow.autoClose.from[0] is "closed": use a status that is not closed already',
  ],
  [
    'closing by itself what waits for its time',
    { workflow: { autoClose: { from: ['postponed'], after: 'P14D' } } },
    'tickets.workflow.autoClose.from[0] is "postponed": use a status that is not of type postponed, since such tickets come back',
  ],
  [
    'closing by itself into an open status',
    { workflow: { autoClose: { to: 'new', after: 'P14D' } } },
    'tickets.workflow.autoClose.to is "new": use a status of type solved or closed',
  ],
  [
    'closing by itself where nothing is ever solved',
    { statuses: [NEW, DONE], workflow: { autoClose: { after: 'P14D' } } },
    'tickets.workflow.autoClose.from is missing: list the statuses from which tickets are closed, since none is of type solved',
  ],
  [
    'closing by itself where nothing is ever closed',
    {
      statuses: [NEW, { ...DONE, type: 'solved' }],
      workflow: { autoClose: { from: ['fresh'], after: 'P14D' } },
    },
    'tickets.workflow.autoClose.to is missing: use the id of a solved status, since none is of type closed',
  ],
  [
    'a word where it is yes or no',
    { workflow: { markOwnTicketsRead: 'yes' } },
    'tickets.workflow.markOwnTicketsRead is "yes": use true or false',
  ],
  [
    'an unknown way to merge into what has ended',
    { workflow: { merge: { intoEnded: 'open' } } },
    'tickets.workflow.merge.intoEnded is "open": use one of reopen, leave, refuse (did you mean reopen?)',
  ],
  [
    'an unknown way to merge into what is postponed',
    { workflow: { merge: { intoPostponed: 'reopen' } } },
    'tickets.workflow.merge.intoPostponed is "reopen": use one of return, leave, refuse',
  ],
  [
    'merging that is yes or no',
    { workflow: { merge: true } },
    'tickets.workflow.merge is true: use an object with the keys intoEnded, intoPostponed and raisePriority',
  ],
  [
    'a time after which the unavailable are taken for gone',
    { workflow: { releaseUnavailable: 'PT1H' } },
    'tickets.workflow.releaseUnavailable is "PT1H": use true or false',
  ],
  [
    'whom a closing is told to, under its earlier name',
    { closing: { tellInvolved: false } },
    'tickets.closing.tellInvolved is false: this setting is called notifyParticipants now; rename it',
  ],
  [
    'categories of ended tickets, under the earlier name',
    { closing: { reclassify: true } },
    'tickets.closing.reclassify is true: this setting is called allowReclassify now; rename it',
  ],
  [
    'tickets of the own team, under the earlier name',
    { workflow: { ownTicketsRead: true } },
    'tickets.workflow.ownTicketsRead is true: this setting is called markOwnTicketsRead now; rename it',
  ],
  [
    'an unknown key of closing',
    { closing: { tell: true } },
    `tickets.closing.tell is true: ${STRANGER}`,
  ],
  [
    'closing that is yes or no',
    { closing: false },
    'tickets.closing is false: use an object with the keys notifyParticipants and allowReclassify',
  ],
];
