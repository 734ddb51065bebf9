import { EventEmitter } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Request, Response } from 'express';
import { Traffic } from './Traffic';

describe('Traffic', () => {
  let now = 0;
  beforeEach(() => {
    now = 5_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  function arrive(traffic: Traffic) {
    const response = new EventEmitter();
    const next = jest.fn();
    traffic.count({} as Request, response as Response, next);
    expect(next).toHaveBeenCalledWith();
    return () => response.emit('close');
  }

  it('is none before anybody asked', () => {
    expect(new Traffic().isServing()).toBe(false);
  });

  it('is there until the last request was answered a moment ago', () => {
    const traffic = new Traffic();
    const ends = [arrive(traffic), arrive(traffic)];
    ends[0]();
    now += 60_000;
    expect(traffic.isServing()).toBe(true);

    ends[1]();
    now += 999;
    expect(traffic.isServing()).toBe(true);
    now += 1;
    expect(traffic.isServing()).toBe(false);
  });
});
