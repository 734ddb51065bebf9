import type { Mistake } from './Mistake';
import { GOLD, OFFICE } from './samples';

/** Mistakes in calendars and SLA policies. */
export const deadlineMistakes: readonly Mistake[] = [
  [
    'a calendar in an unknown time zone',
    { calendars: [{ ...OFFICE, timeZone: 'Berlin' }] },
    'tickets.calendars[0].timeZone',
    'time zone',
  ],
  [
    'a calendar without working hours',
    { calendars: [{ ...OFFICE, hours: { sunday: [] } }] },
    'tickets.calendars[0].hours',
    'empty',
  ],
  [
    'a day of the week that is none',
    { calendars: [{ ...OFFICE, hours: { mon: ['09:00-17:00'] } }] },
    'tickets.calendars[0].hours.mon',
    'unknown setting',
  ],
  [
    'working hours that end before they begin',
    { calendars: [{ ...OFFICE, hours: { monday: ['17:00-09:00'] } }] },
    'tickets.calendars[0].hours.monday[0]',
    'span',
  ],
  [
    'working hours after midnight',
    { calendars: [{ ...OFFICE, hours: { monday: ['22:00-24:01'] } }] },
    'tickets.calendars[0].hours.monday[0]',
    'span',
  ],
  [
    'working hours that overlap',
    {
      calendars: [
        { ...OFFICE, hours: { monday: ['12:00-17:00', '09:00-12:30'] } },
      ],
    },
    'tickets.calendars[0].hours.monday',
    'span',
  ],
  [
    'a holiday that is no date',
    { calendars: [{ ...OFFICE, holidays: ['2026-02-30'] }] },
    'tickets.calendars[0].holidays[0]',
    'date',
  ],
  [
    'a holiday among others that is no date',
    {
      calendars: [
        { ...OFFICE, holidays: { country: 'DE', dates: ['25.12.2026'] } },
      ],
    },
    'tickets.calendars[0].holidays.dates[0]',
    'date',
  ],
  [
    'holidays of a country by its name',
    { calendars: [{ ...OFFICE, holidays: { country: 'Germany' } }] },
    'tickets.calendars[0].holidays.country',
    'country',
  ],
  [
    'holidays of a country that there is not',
    { calendars: [{ ...OFFICE, holidays: { country: 'Atlantis' } }] },
    'tickets.calendars[0].holidays.country',
    'country',
  ],
  [
    'holidays of a state that there is not',
    { calendars: [{ ...OFFICE, holidays: { country: 'AT', state: 'XX' } }] },
    'tickets.calendars[0].holidays.state',
    'choice',
  ],
  [
    'holidays of a state without any of its own',
    { calendars: [{ ...OFFICE, holidays: { country: 'PL', state: 'MZ' } }] },
    'tickets.calendars[0].holidays.state',
    'choice',
  ],
  [
    'holidays of a region that there is not',
    {
      calendars: [
        { ...OFFICE, holidays: { country: 'DE', state: 'BY', region: 'B' } },
      ],
    },
    'tickets.calendars[0].holidays.region',
    'choice',
  ],
  [
    'holidays of a state of no country',
    { calendars: [{ ...OFFICE, holidays: { state: 'BY' } }] },
    'tickets.calendars[0].holidays.country',
    'missing',
  ],
  [
    'holidays of a region of no state',
    { calendars: [{ ...OFFICE, holidays: { country: 'DE', region: 'A' } }] },
    'tickets.calendars[0].holidays.state',
    'missing',
  ],
  [
    'holidays of a kind that there is not',
    {
      calendars: [{ ...OFFICE, holidays: { country: 'DE', types: ['legal'] } }],
    },
    'tickets.calendars[0].holidays.types[0]',
    'choice',
  ],
  [
    'holidays with a setting that there is not',
    { calendars: [{ ...OFFICE, holidays: { county: 'DE' } }] },
    'tickets.calendars[0].holidays.county',
    'unknown setting',
    'country',
  ],
  [
    'a duplicate calendar',
    { calendars: [OFFICE, OFFICE] },
    'tickets.calendars[1].id',
    'duplicate',
  ],
  [
    'an SLA policy by an unknown calendar',
    { slaPolicies: [{ ...GOLD, calendar: 'office' }] },
    'tickets.slaPolicies[0].calendar',
    'unknown name',
  ],
  [
    'an SLA policy that promises nothing',
    { slaPolicies: [{ id: 'gold', title: 'Gold' }] },
    'tickets.slaPolicies[0].targets',
    'missing',
  ],
  [
    'targets that promise nothing',
    { slaPolicies: [{ ...GOLD, default: {} }] },
    'tickets.slaPolicies[0].default',
    'empty',
  ],
  [
    'targets for an unknown priority',
    { slaPolicies: [{ ...GOLD, targets: { urgent: { response: 'PT1H' } } }] },
    'tickets.slaPolicies[0].targets.urgent',
    'unknown name',
  ],
  [
    'a target that is no duration',
    { slaPolicies: [{ ...GOLD, default: { response: 'soon' } }] },
    'tickets.slaPolicies[0].default.response',
    'duration',
  ],
  [
    'a target in days where a calendar says how long these are',
    {
      calendars: [OFFICE],
      slaPolicies: [
        { ...GOLD, calendar: 'office', targets: { high: { response: '2d' } } },
      ],
    },
    'tickets.slaPolicies[0].targets.high.response',
    'hours alone',
  ],
  [
    'a warning days before, where a calendar says how long these are',
    {
      calendars: [OFFICE],
      slaPolicies: [{ ...GOLD, calendar: 'office', warnBefore: { days: 1 } }],
    },
    'tickets.slaPolicies[0].warnBefore',
    'hours alone',
  ],
  [
    'an escalation that does nothing',
    { slaPolicies: [{ ...GOLD, escalate: {} }] },
    'tickets.slaPolicies[0].escalate',
    'empty',
  ],
  [
    'an escalation to an unknown priority',
    { slaPolicies: [{ ...GOLD, escalate: { priority: 'urgent' } }] },
    'tickets.slaPolicies[0].escalate.priority',
    'unknown name',
  ],
  [
    'an escalation to a group that owns no tickets',
    {
      teams: [{ group: 'group:default/a' }],
      slaPolicies: [{ ...GOLD, escalate: { team: 'group:default/b' } }],
    },
    'tickets.slaPolicies[0].escalate.team',
    'unknown name',
  ],
  [
    'an escalation that tells nobody in particular',
    { slaPolicies: [{ ...GOLD, escalate: { notify: ['managers'] } }] },
    'tickets.slaPolicies[0].escalate.notify[0]',
    'reference',
  ],
  [
    'an unknown default SLA policy',
    { slaPolicies: [GOLD], defaultSlaPolicy: 'silver' },
    'tickets.defaultSlaPolicy',
    'unknown name',
  ],
  [
    'a first answer later than the solution',
    {
      slaPolicies: [
        { ...GOLD, default: { response: 'PT8H', resolution: 'PT4H' } },
      ],
    },
    'tickets.slaPolicies[0].default.response',
    'bound',
  ],
  [
    'a first answer of a priority later than the solution',
    {
      slaPolicies: [
        {
          ...GOLD,
          targets: { high: { response: { hours: 5 }, resolution: '4 hours' } },
        },
      ],
    },
    'tickets.slaPolicies[0].targets.high.response',
    'bound',
  ],
];
