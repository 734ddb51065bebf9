import {
  DATE,
  DURATION,
  GOLD,
  HOURS,
  OFFICE,
  PERSON,
  PRIORITY,
  SPAN,
  STRANGER,
  TEAM,
  ZONE,
  type Mistake,
} from './words';

/** Mistakes in calendars and SLA policies. */
export const deadlineMistakes: readonly Mistake[] = [
  [
    'a calendar in an unknown time zone',
    { calendars: [{ ...OFFICE, timeZone: 'Berlin' }] },
    `tickets.calendars[0].timeZone is "Berlin": ${ZONE}`,
  ],
  [
    'a calendar without working hours',
    { calendars: [{ ...OFFICE, hours: { sunday: [] } }] },
    'tickets.calendars[0].hours is {"sunday":[]}: add at least one span, such as monday: ["09:00-17:30"]',
  ],
  [
    'a day of the week that is none',
    { calendars: [{ ...OFFICE, hours: { mon: ['09:00-17:00'] } }] },
    `tickets.calendars[0].hours.mon is ["09:00-17:00"]: ${STRANGER}`,
  ],
  [
    'working hours that end before they begin',
    { calendars: [{ ...OFFICE, hours: { monday: ['17:00-09:00'] } }] },
    `tickets.calendars[0].hours.monday[0] is "17:00-09:00": ${SPAN}`,
  ],
  [
    'working hours after midnight',
    { calendars: [{ ...OFFICE, hours: { monday: ['22:00-24:01'] } }] },
    `tickets.calendars[0].hours.monday[0] is "22:00-24:01": ${SPAN}`,
  ],
  [
    'working hours that overlap',
    {
      calendars: [
        { ...OFFICE, hours: { monday: ['12:00-17:00', '09:00-12:30'] } },
      ],
    },
    'tickets.calendars[0].hours.monday is ["12:00-17:00","09:00-12:30"]: write spans that do not overlap',
  ],
  [
    'a holiday that is no date',
    { calendars: [{ ...OFFICE, holidays: ['2026-02-30'] }] },
    `tickets.calendars[0].holidays[0] is "2026-02-30": ${DATE}`,
  ],
  [
    'a holiday among others that is no date',
    {
      calendars: [
        { ...OFFICE, holidays: { country: 'DE', dates: ['25.12.2026'] } },
      ],
    },
    `tickets.calendars[0].holidays.dates[0] is "25.12.2026": ${DATE}`,
  ],
  [
    'holidays of a country by its name',
    { calendars: [{ ...OFFICE, holidays: { country: 'Germany' } }] },
    'tickets.calendars[0].holidays.country is "Germany": use DE, the ISO code of the country',
  ],
  [
    'holidays of a country that there is not',
    { calendars: [{ ...OFFICE, holidays: { country: 'Atlantis' } }] },
    'tickets.calendars[0].holidays.country is "Atlantis": use the ISO code of a country whose holidays are known, such as DE, or list its holidays under dates',
  ],
  [
    'holidays of a state that there is not',
    { calendars: [{ ...OFFICE, holidays: { country: 'AT', state: 'XX' } }] },
    'tickets.calendars[0].holidays.state is "XX": use one of 1, 2, 3, 4, 5, 6, 7, 8, 9, or leave it out',
  ],
  [
    'holidays of a state without any of its own',
    { calendars: [{ ...OFFICE, holidays: { country: 'PL', state: 'MZ' } }] },
    'tickets.calendars[0].holidays.state is "MZ": leave it out: there are none with holidays of their own',
  ],
  [
    'holidays of a region that there is not',
    {
      calendars: [
        { ...OFFICE, holidays: { country: 'DE', state: 'BY', region: 'B' } },
      ],
    },
    'tickets.calendars[0].holidays.region is "B": use one of A, EVANG, KATH, or leave it out',
  ],
  [
    'holidays of a state of no country',
    { calendars: [{ ...OFFICE, holidays: { state: 'BY' } }] },
    'tickets.calendars[0].holidays.country is missing: add the country of the state',
  ],
  [
    'holidays of a region of no state',
    { calendars: [{ ...OFFICE, holidays: { country: 'DE', region: 'A' } }] },
    'tickets.calendars[0].holidays.state is missing: add the state of the region',
  ],
  [
    'holidays of a kind that there is not',
    {
      calendars: [{ ...OFFICE, holidays: { country: 'DE', types: ['legal'] } }],
    },
    'tickets.calendars[0].holidays.types[0] is "legal": use one of public, bank, optional, school, observance',
  ],
  [
    'holidays with a setting that there is not',
    { calendars: [{ ...OFFICE, holidays: { county: 'DE' } }] },
    `tickets.calendars[0].holidays.county is "DE": ${STRANGER} (did you mean country?)`,
  ],
  [
    'a duplicate calendar',
    { calendars: [OFFICE, OFFICE] },
    'tickets.calendars[1].id is "office": tickets.calendars[0] has it already; choose another or remove one',
  ],
  [
    'an SLA policy by an unknown calendar',
    { slaPolicies: [{ ...GOLD, calendar: 'office' }] },
    'tickets.slaPolicies[0].calendar is "office": add it to tickets.calendars',
  ],
  [
    'an SLA policy that promises nothing',
    { slaPolicies: [{ id: 'gold', title: 'Gold' }] },
    'tickets.slaPolicies[0].targets is missing: add targets, or default',
  ],
  [
    'targets that promise nothing',
    { slaPolicies: [{ ...GOLD, default: {} }] },
    'tickets.slaPolicies[0].default is {}: add at least one of response, resolution and inactivity',
  ],
  [
    'targets for an unknown priority',
    { slaPolicies: [{ ...GOLD, targets: { urgent: { response: 'PT1H' } } }] },
    `tickets.slaPolicies[0].targets.urgent is {"response":"PT1H"}: ${PRIORITY}`,
  ],
  [
    'a target that is no duration',
    { slaPolicies: [{ ...GOLD, default: { response: 'soon' } }] },
    `tickets.slaPolicies[0].default.response is "soon": ${DURATION}`,
  ],
  [
    'a target in days where a calendar says how long these are',
    {
      calendars: [OFFICE],
      slaPolicies: [
        { ...GOLD, calendar: 'office', targets: { high: { response: '2d' } } },
      ],
    },
    `tickets.slaPolicies[0].targets.high.response is "2d": ${HOURS}`,
  ],
  [
    'a warning days before, where a calendar says how long these are',
    {
      calendars: [OFFICE],
      slaPolicies: [{ ...GOLD, calendar: 'office', warnBefore: { days: 1 } }],
    },
    `tickets.slaPolicies[0].warnBefore is {"days":1}: ${HOURS}`,
  ],
  [
    'an escalation that does nothing',
    { slaPolicies: [{ ...GOLD, escalate: {} }] },
    'tickets.slaPolicies[0].escalate is {}: add at least one of notify, priority and team',
  ],
  [
    'an escalation to an unknown priority',
    { slaPolicies: [{ ...GOLD, escalate: { priority: 'urgent' } }] },
    `tickets.slaPolicies[0].escalate.priority is "urgent": ${PRIORITY}`,
  ],
  [
    'an escalation to a group that owns no tickets',
    {
      teams: [{ group: 'group:default/a' }],
      slaPolicies: [{ ...GOLD, escalate: { team: 'group:default/b' } }],
    },
    `tickets.slaPolicies[0].escalate.team is "group:default/b": ${TEAM}`,
  ],
  [
    'an escalation that tells nobody in particular',
    { slaPolicies: [{ ...GOLD, escalate: { notify: ['managers'] } }] },
    `tickets.slaPolicies[0].escalate.notify[0] is "managers": ${PERSON}`,
  ],
  [
    'an unknown default SLA policy',
    { slaPolicies: [GOLD], defaultSlaPolicy: 'silver' },
    'tickets.defaultSlaPolicy is "silver": use one of gold, or add it to tickets.slaPolicies',
  ],
  [
    'a first answer later than the solution',
    {
      slaPolicies: [
        { ...GOLD, default: { response: 'PT8H', resolution: 'PT4H' } },
      ],
    },
    'tickets.slaPolicies[0].default.response is "PT8H": use at most the time of resolution, before which somebody answers',
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
    'tickets.slaPolicies[0].targets.high.response is {"hours":5}: use at most the time of resolution, before which somebody answers',
  ],
];
