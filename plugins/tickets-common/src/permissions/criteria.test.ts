import {
  type TicketCriteria,
  type TicketResource,
  matchesCriteria,
} from './criteria';

const ANN = 'user:default/ann';
const X = 'group:default/x';

const ticket: TicketResource = {
  requester: 'user:default/requester',
  createdBy: 'user:default/creator',
  assignee: null,
  people: [],
  assetOwners: [],
  team: 'group:default/support',
  category: 'incident',
  statusType: 'new',
  visibility: 'public',
};

const isIncident: TicketCriteria = {
  type: 'has-category',
  categories: ['incident', 'accident'],
};
const isInternal: TicketCriteria = {
  type: 'has-visibility',
  visibilities: ['internal'],
};
const asksAnn = (type: 'is-requester' | 'is-participant'): TicketCriteria => ({
  type,
  claims: [ANN, X],
});

it.each<[TicketCriteria, Partial<TicketResource>, boolean]>([
  [asksAnn('is-requester'), {}, false],
  [asksAnn('is-requester'), { requester: ANN }, true],
  [asksAnn('is-requester'), { createdBy: ANN }, false],
  [asksAnn('is-participant'), {}, false],
  [asksAnn('is-participant'), { requester: ANN }, true],
  [asksAnn('is-participant'), { createdBy: ANN }, true],
  [asksAnn('is-participant'), { assignee: ANN }, true],
  [asksAnn('is-participant'), { people: [{ ref: X, role: 'to' }] }, true],
  [asksAnn('is-participant'), { people: [{ ref: X, role: 'cc' }] }, true],
  [asksAnn('is-participant'), { people: [{ ref: X, role: 'watcher' }] }, false],
  [{ type: 'owns-asset', claims: [ANN, X] }, {}, false],
  [{ type: 'owns-asset', claims: [ANN, X] }, { assetOwners: [X] }, true],
  [{ type: 'is-in-team', claims: [X] }, {}, false],
  [{ type: 'is-in-team', claims: [X] }, { team: X }, true],
  [{ type: 'is-in-team', claims: [X] }, { team: null }, false],
  [{ not: { type: 'is-in-team', claims: [X] } }, { team: null }, true],
  [isIncident, {}, true],
  [isIncident, { category: 'question' }, false],
  [isIncident, { category: null }, false],
  [{ not: isIncident }, { category: null }, true],
  [{ type: 'has-status-type', statusTypes: ['new', 'open'] }, {}, true],
  [{ type: 'has-status-type', statusTypes: ['open'] }, {}, false],
  [isInternal, {}, false],
  [isInternal, { visibility: 'internal' }, true],
  [{ anyOf: [isIncident, isInternal] }, {}, true],
  [{ anyOf: [isIncident, isInternal] }, { category: null }, false],
  [{ allOf: [isIncident, isInternal] }, {}, false],
  [{ allOf: [isIncident, isInternal] }, { visibility: 'internal' }, true],
  [{ not: { anyOf: [isIncident, isInternal] } }, { category: null }, true],
  [{ type: 'has-category', categories: [] }, {}, false],
])('%j, of a ticket with %j: %s', (criteria, changes, expected) => {
  expect(matchesCriteria(criteria, { ...ticket, ...changes })).toBe(expected);
});
