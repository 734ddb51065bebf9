import type { OperationName } from '@portaldesk/plugin-tickets-common';
import type { LaneName } from './Lanes';
import { type RequestCost, costOf, costOfBody, requestsOfTime } from './costs';

describe('costOf', () => {
  it.each<[OperationName, unknown, RequestCost | undefined]>([
    // a whole team is notified of it
    ['fileTicket', {}, { lane: 'writing', cost: 1, requests: 30 }],
    ['splitTicket', {}, { lane: 'writing', cost: 1, requests: 30 }],
    ['createWorkOrder', {}, { lane: 'writing', cost: 1, requests: 30 }],
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

describe('requestsOfTime', () => {
  it.each<[LaneName, number, number]>([
    ['reading', 14, 0],
    ['reading', 15, 1],
    ['reports', 3_000, 200],
    ['writing', 3_000, 0],
  ])('%s for %d ms', (lane, worked, requests) => {
    const cost = { lane, cost: 1, requests: 5 };
    expect(requestsOfTime(cost, worked)).toBe(requests);
  });
});

describe('costOfBody', () => {
  it.each([
    [0, { requests: 0, worked: 0 }],
    [60_000, { requests: 0, worked: 0 }],
    [600_000, { requests: 9, worked: 120 }],
  ])('%d bytes', (bytes, cost) => {
    expect(costOfBody(bytes)).toEqual(cost);
  });
});
