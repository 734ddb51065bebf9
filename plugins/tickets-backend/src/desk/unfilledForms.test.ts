import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readDeskConfig } from '../config/readDeskConfig';
import { describeUnfilledForms } from './unfilledForms';

const properties = {
  impact: { type: 'string' },
  host: { type: 'string' },
};

function described(...categories: JsonObject[]): string | undefined {
  const tickets = {
    categories: categories.map(one => ({ title: `T ${one.id}`, ...one })),
  };
  return describeUnfilledForms(readDeskConfig(new ConfigReader({ tickets })));
}

describe('forms that the portal does not ask for', () => {
  it('are named with their required fields', () => {
    const text = described(
      {
        id: 'incident',
        form: { schema: { properties, required: ['impact', 'host'] } },
      },
      { id: 'change', form: { schema: { properties, required: ['host'] } } },
      { id: 'question', form: { schema: { properties } } },
      { id: 'other' },
    );
    expect(text).toContain('incident (impact, host); change (host)');
    expect(text).not.toMatch(/question|other/);
  });

  it('are those that people see: hidden fields are asked of agents alone', () => {
    const form = {
      schema: { properties, required: ['host'] },
      hidden: ['host'],
    };
    expect(described({ id: 'incident', form })).toBeUndefined();
    expect(described({ id: 'inner', agentsOnly: true, form })).toContain(
      'inner (host)',
    );
  });

  it('are none where nothing is required', () => {
    expect(
      described({ id: 'question', form: { schema: { properties } } }),
    ).toBe(undefined);
    expect(described()).toBeUndefined();
  });
});
