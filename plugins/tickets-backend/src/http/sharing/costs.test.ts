import type { OperationName } from '@portaldesk/plugin-tickets-common';
import { type RequestCost, costOf } from './costs';

describe('costOf', () => {
  it.each<[OperationName, unknown, RequestCost | undefined]>([
    // a whole team is told of it
    ['fileTicket', {}, { lane: 'writing', cost: 1, requests: 20 }],
    ['splitTicket', {}, { lane: 'writing', cost: 1, requests: 20 }],
    ['createWorkOrder', {}, { lane: 'writing', cost: 1, requests: 20 }],
    ['addMessage', {}, { lane: 'writing', cost: 1, requests: 5 }],
    [
      'changeTickets',
      { tickets: ['T1', 'T2', 'T3'] },
      { lane: 'writing', cost: 3, requests: 5 },
    ],
    ['searchTickets', {}, { lane: 'reading', cost: 1, requests: 5 }],
    [
      'listTickets',
      { text: 'ledger' },
      { lane: 'reading', cost: 1, requests: 5 },
    ],
    ['listTickets', {}, undefined],
    [
      'countViews',
      { views: Array(11).fill({}) },
      { lane: 'reading', cost: 2, requests: 5 },
    ],
    ['countViews', { views: [] }, undefined],
    ['getReportTrend', {}, { lane: 'reports', cost: 1, requests: 5 }],
    ['getTicket', undefined, undefined],
  ])('%s %j', (name, input, cost) => {
    expect(costOf(name, input)).toEqual(cost);
  });
});
