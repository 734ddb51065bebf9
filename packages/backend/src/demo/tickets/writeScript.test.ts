import { demoCatalog } from '../../__testUtils__/demoPortal';
import type { Act } from './act';
import { allAssets, teamFor } from './assets';
import { type TeamName, allPeople, groupRef, peopleOf } from './people';
import { stories } from './stories';
import { DAY } from './workingTime';
import { writeScript } from './writeScript';

const now = new Date('2026-05-04T09:30:00Z');
const script = writeScript(1, now);
const filings = script.filter(({ deed }) => deed.kind === 'file');

/** The status that the acts on each ticket lead to, by the desk's default reactions. */
function statuses(): Map<string, string> {
  const status = new Map<string, string>();
  for (const { ticket, deed, by } of script) {
    const requester = filings.find(act => act.ticket === ticket)?.by;
    if (deed.kind === 'file') {
      status.set(ticket, 'new');
    } else if (deed.kind === 'take-over' && status.get(ticket) === 'new') {
      status.set(ticket, 'in-progress');
    } else if (deed.kind === 'status') {
      status.set(ticket, deed.status);
    } else if (deed.kind === 'postpone') {
      status.set(ticket, 'postponed');
    } else if (deed.kind === 'message' && 'status' in deed.request) {
      status.set(ticket, deed.request.status ?? '');
    } else if (deed.kind === 'close') {
      status.set(ticket, 'closed');
    } else if (
      deed.kind === 'reopen' ||
      (deed.kind === 'message' &&
        by === requester &&
        status.get(ticket) === 'waiting-requester')
    ) {
      status.set(ticket, 'in-progress');
    }
  }
  return status;
}

function routedTo({ deed }: Act): TeamName {
  const assets = deed.kind === 'file' ? (deed.request.assets ?? []) : [];
  return teamFor(assets.map(ref => ref.replace(':default/', ':')));
}

function teamName(ref: string): TeamName {
  return ref === groupRef('commerce-support')
    ? 'commerce-support'
    : 'platform-support';
}

describe('the past of the demo desk', () => {
  it('follows from the seed', () => {
    expect(writeScript(1, now)).toEqual(script);
    expect(writeScript(2, now)).not.toEqual(script);
  });

  it('is about 200 tickets, no two with the same subject', () => {
    const subjects = filings.map(({ deed }) =>
      deed.kind === 'file' ? deed.request.subject : '',
    );
    expect(filings.length).toBeGreaterThanOrEqual(190);
    expect(filings.length).toBeLessThanOrEqual(210);
    expect(new Set(subjects).size).toBe(filings.length);
    expect(stories.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    '2026-05-04T09:30:00Z',
    '2026-01-01T00:00:00Z',
    '2026-03-01T23:59:00Z',
    '2026-11-22T01:00:00Z',
  ])('happens in order, within the half year before %s', text => {
    const times = writeScript(1, new Date(text)).map(({ at }) => at.getTime());
    const end = new Date(text).getTime();
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(end);
    expect(Math.min(...times)).toBeGreaterThan(end - 215 * DAY);
    expect(Math.min(...times)).toBeLessThan(end - 175 * DAY);
  });

  it('is spread over the working days, with some trouble at weekends', () => {
    const perDay = [0, 0, 0, 0, 0, 0, 0];
    filings.forEach(({ at }) => perDay[at.getUTCDay()]++);
    const [sunday, ...rest] = perDay;
    const working = rest.slice(0, 5);
    expect(Math.min(...working)).toBeGreaterThan(25);
    expect(Math.max(...working)).toBeLessThan(60);
    expect(sunday + perDay[6]).toBeGreaterThan(1);
    expect(sunday + perDay[6]).toBeLessThan(15);
  });

  it('leaves some 25 tickets open, in every stage', () => {
    const count: Record<string, number> = {};
    for (const status of statuses().values()) {
      count[status] = (count[status] ?? 0) + 1;
    }
    expect(count).toEqual({
      new: 7,
      'in-progress': 7,
      'waiting-requester': 6,
      'waiting-internal': 3,
      postponed: 2,
      solved: expect.any(Number),
      closed: expect.any(Number),
    });
    expect(count.solved).toBeGreaterThan(40);
    expect(count.closed).toBeGreaterThan(40);
  });

  it('names only people and assets of the catalog', () => {
    const refs = demoCatalog().map(({ ref }) => ref);
    const named = script.flatMap(({ by, deed }) => [
      by,
      ...(deed.kind === 'file' ? (deed.request.assets ?? []) : []),
      ...(deed.kind === 'hand-over'
        ? [deed.request.assignee, deed.request.team].filter(
            ref => typeof ref === 'string',
          )
        : []),
    ]);
    expect(named.filter(ref => !refs.includes(ref))).toEqual([]);
    expect([...allPeople, ...allAssets].filter(r => !refs.includes(r))).toEqual(
      [],
    );
  });

  it('leaves no gap in a text', () => {
    for (const story of stories) {
      const texts = [
        story.subject,
        story.message ?? '',
        ...story.talk.map(({ text }) => text),
      ];
      const named = texts.flatMap(text =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      for (const variant of story.variants) {
        expect(Object.keys(variant)).toEqual(expect.arrayContaining(named));
      }
    }
  });

  it('lets only the requester and members of the team act', () => {
    for (const filing of filings) {
      const [first, ...others] = script.filter(
        ({ ticket }) => ticket === filing.ticket,
      );
      expect(first).toBe(filing);
      let team = routedTo(filing);
      for (const { by, deed } of others) {
        const agents = peopleOf(team).filter(ref => ref !== filing.by);
        expect(
          deed.kind === 'take-over' ? agents : [filing.by, ...peopleOf(team)],
        ).toContain(by);
        if (deed.kind === 'hand-over' && deed.request.team) {
          team = teamName(deed.request.team);
        }
      }
    }
  });
});

describe('teamFor', () => {
  it('agrees with the annotations and owners of the catalog', () => {
    const supportTeams = ['platform-support', 'commerce-support'];
    const expected = demoCatalog()
      .filter(({ kind }) => ['Component', 'API', 'Resource'].includes(kind))
      .map(({ ref, supportTeam, owner = '' }) => [
        ref,
        supportTeam?.replace('group:default/', '') ??
          (supportTeams.includes(owner) ? owner : 'platform-support'),
      ]);
    expect(
      allAssets.map(ref => [ref, teamFor([ref.replace(':default/', ':')])]),
    ).toEqual(expect.arrayContaining(expected));
    expect(allAssets).toHaveLength(expected.length);
  });
});
