import { HumanDuration } from '@backstage/types';

export interface Config {
  /**
   * Portaldesk, the service desk of the portal. Without this section every
   * ticket goes to the group that owns its asset.
   */
  tickets?: {
    /**
     * Users and groups that administer the desk: they see and handle every
     * ticket, and can delete it.
     * @defaultValue nobody
     * @example [group:default/platform-admins]
     */
    admins?: string[];

    /**
     * The groups that can own tickets; their members are agents.
     * @defaultValue every group can
     * @example
     * - group: group:default/platform-support
     * - group: group:default/commerce-support
     *   assign: round-robin
     */
    teams?: Array<{
      /**
       * Full reference of a catalog Group.
       * @example group:default/platform-support
       */
      group: string;
      /**
       * Who of the team gets a ticket that no rule assigns: nobody, the agent
       * who filed it, each in turn, or the one with the fewest open tickets.
       * Absent people are passed over.
       * @defaultValue none
       * @example round-robin
       */
      assign?: 'none' | 'creator' | 'round-robin' | 'least-loaded';
    }>;

    /**
     * The team of tickets that no rule, no category, and neither the asset's
     * annotation `tickets/support-team` nor its owner routes.
     * @defaultValue such tickets wait in triage
     * @example group:default/platform-support
     */
    defaultTeam?: string;

    /**
     * Who sees which tickets. What somebody may do follows from their relation
     * to a ticket; a permission policy can narrow it further.
     * @example
     * agentsSee: own-team
     * organisation: not-granted
     */
    access?: {
      /**
       * Whether agents see the tickets of other teams, confidential ones
       * excepted. It takes effect only where `tickets.teams` names the teams.
       * @defaultValue all
       * @example own-team
       */
      agentsSee?: 'all' | 'own-team';
      /**
       * Whether the other members of the requester's group, and those of all
       * groups inside of it, see a new ticket, unless it is confidential. For
       * each ticket it can be granted and revoked later.
       * @defaultValue granted
       * @example not-granted
       */
      organisation?: 'granted' | 'not-granted';
    };

    /**
     * How ticket numbers are made. A category can have numbers of its own.
     * @example
     * mask: 'T{yyyy}-{00000}'
     * timeZone: Europe/Berlin
     */
    numbering?: {
      /**
       * Letters, digits, `.`, `_`, `-`, the parts `{yyyy}` `{yy}` `{mm}` `{dd}`
       * `{category}`, and one counter whose zeros give its least width. The
       * counter restarts with the shortest period in the mask.
       * @defaultValue T{yyyy}-{00000}
       * @example 'SD-{yy}{mm}-{0000}'
       */
      mask: string;
      /**
       * IANA time zone in which the date parts are read, and by whose clocks
       * exported tables are written unless another one is asked for.
       * @defaultValue UTC
       * @example Europe/Berlin
       */
      timeZone?: string;
    };

    /**
     * The statuses of tickets, in the order in which people see them. The desk
     * decides by the type of a status, never by its id. Tickets in a status
     * that is taken out count as open and can be set to any other.
     * @defaultValue new, in-progress, waiting-requester, waiting-internal, postponed, solved, closed
     * @example
     * - { id: new, title: New, type: new, next: [working] }
     * - { id: working, title: In progress, type: open }
     * - { id: asked, title: Waiting for requester, type: waiting-requester }
     * - { id: closed, title: Closed, type: closed }
     */
    statuses?: Array<{
      /**
       * Lower-case letters, digits and dashes.
       * @example waiting-vendor
       */
      id: string;
      /**
       * What agents see.
       * @example Waiting for vendor
       */
      title: string;
      /**
       * What the status means to the desk. Tickets begin in the first status of
       * type `new`. The SLA clock stands still while a ticket is
       * `waiting-requester` or `postponed`, and stops when it is `solved` or
       * `closed`.
       * @example waiting-internal
       */
      type:
        | 'new'
        | 'open'
        | 'waiting-requester'
        | 'waiting-internal'
        | 'postponed'
        | 'solved'
        | 'closed';
      /**
       * What the requester's side sees instead.
       * @defaultValue follows from the type: answer-expected, postponed, closed, else in-progress
       * @example in-progress
       */
      portalStatus?: 'in-progress' | 'answer-expected' | 'postponed' | 'closed';
      /**
       * Hex colour, in quotes.
       * @defaultValue that of the type
       * @example '#1976d2'
       */
      color?: string;
      /**
       * Ids of the statuses that people may set after this one; what
       * `tickets.workflow` does is not bound by it.
       * @defaultValue all
       * @example [working, closed]
       */
      next?: string[];
    }>;

    /**
     * What moves a ticket on by itself: when something happens to a ticket in
     * one of the statuses `from`, it is set to the status `to`.
     * @example
     * onAssign: { to: working }
     * onRequesterReply: { from: [asked, later], to: working }
     * reopenWithin: { days: 30 }
     * autoClose: { after: { days: 14 } }
     */
    workflow?: {
      /**
       * When an agent of the ticket's team opens it for the first time.
       * @defaultValue nothing happens
       * @example { from: [unread], to: read }
       */
      onRead?: {
        /**
         * Ids of the statuses to leave.
         * @defaultValue those of type new
         * @example [unread]
         */
        from?: string[];
        /**
         * Id of the status to go to; neither ended nor postponed.
         * @example read
         */
        to: string;
      };
      /**
       * When a ticket gets an assignee.
       * @defaultValue from the type new to the first status of type open
       * @example { from: [unread, read], to: assigned }
       */
      onAssign?: {
        /**
         * Ids of the statuses to leave; an empty list switches the reaction off.
         * @defaultValue those of type new
         * @example [unread, read]
         */
        from?: string[];
        /**
         * Id of the status to go to; not a postponed one.
         * @example assigned
         */
        to: string;
      };
      /**
       * When the team replies.
       * @defaultValue nothing happens
       * @example { to: waiting-requester }
       */
      onAgentReply?: {
        /**
         * Ids of the statuses to leave.
         * @defaultValue those of the types new and open
         * @example [new, in-progress]
         */
        from?: string[];
        /**
         * Id of the status to go to; not a postponed one.
         * @example waiting-requester
         */
        to: string;
      };
      /**
       * When the requester's side replies to a ticket that has not ended.
       * @defaultValue from the types waiting-requester and postponed to the first status of type open
       * @example { from: [waiting-requester], to: in-progress }
       */
      onRequesterReply?: {
        /**
         * Ids of the statuses to leave; an empty list switches the reaction off.
         * @defaultValue those of the types waiting-requester and postponed
         * @example [waiting-requester]
         */
        from?: string[];
        /**
         * Id of the status to go to; not a postponed one.
         * @example in-progress
         */
        to: string;
      };
      /**
       * When the date has come until which a ticket was postponed. It returns in
       * any case, within a minute or two, and its assignee, else its team, is told.
       * @defaultValue from the type postponed to the first status of type open
       * @example { to: in-progress }
       */
      onReturn?: {
        /**
         * Ids of the statuses to leave.
         * @defaultValue those of type postponed
         * @example [postponed]
         */
        from?: string[];
        /**
         * Id of the status to go to; neither ended nor postponed.
         * @example in-progress
         */
        to: string;
      };
      /**
       * When an ended ticket is reopened, by hand or by a reply of the
       * requester's side.
       * @defaultValue from the types solved and closed to the first status of type open
       * @example { from: [solved], to: in-progress }
       */
      onReopen?: {
        /**
         * Ids of the statuses to leave; tickets in other ended statuses cannot
         * be reopened.
         * @defaultValue those of the types solved and closed
         * @example [solved]
         */
        from?: string[];
        /**
         * Id of the status to go to; neither ended nor postponed.
         * @example in-progress
         */
        to: string;
      };
      /**
       * How long after its end a reply of the requester's side reopens a
       * closed ticket. Later it begins a new ticket that is linked as a
       * follow-up.
       * @defaultValue for ever
       * @example { days: 30 }
       */
      reopenWithin?: string | HumanDuration;
      /**
       * Ends tickets that nothing happens to any more. Who is told of a closing is
       * told of it as `tickets.closing.tellInvolved` says.
       * @defaultValue nothing ends by itself
       * @example { from: [solved], to: closed, after: { days: 14 } }
       */
      autoClose?: {
        /**
         * Ids of the statuses in which tickets are waiting for their end; neither
         * closed nor postponed ones.
         * @defaultValue those of type solved
         * @example [solved, waiting-requester]
         */
        from?: string[];
        /**
         * Id of the status to go to, of type solved or closed.
         * @defaultValue the first of type closed
         * @example closed
         */
        to?: string;
        /**
         * How long after somebody last replied, or after the last change of
         * status, assignee or team, and whether it is postponed. Bookkeeping,
         * such as tags, a priority, watchers, links and notes, does not count.
         * @example { days: 14 }
         */
        after: string | HumanDuration;
      };
      /**
       * What becomes of a ticket when another one is merged into it that has not
       * ended.
       * @example { intoEnded: refuse, raisePriority: false }
       */
      merge?: {
        /**
         * When it has ended: it is reopened as `onReopen` says, it stays as it
         * is, or the merge is refused.
         * @defaultValue reopen
         * @example refuse
         */
        intoEnded?: 'reopen' | 'leave' | 'refuse';
        /**
         * When it is postponed, and the other one is not: it returns as
         * `onReturn` says, it stays as it is, or the merge is refused. Where
         * both are postponed, the earlier date counts, unless it stays.
         * @defaultValue return
         * @example leave
         */
        intoPostponed?: 'return' | 'leave' | 'refuse';
        /**
         * Whether it becomes as urgent as the other one.
         * @defaultValue true
         * @example false
         */
        raisePriority?: boolean;
      };
      /**
       * Whether open tickets go back into the queue when the catalog has their
       * assignee no more, or not in their team, and are routed anew when it has
       * their team no more. That is so when an hour has passed, or a day where
       * much is missing at once. Switch it off where agents sign in who are no
       * users in the catalog.
       * @defaultValue true
       * @example false
       */
      releaseUnavailable?: boolean;
      /**
       * Whether a ticket that an agent of its team filed counts as read from
       * the start: `onRead` happens when it is filed.
       * @defaultValue false
       * @example true
       */
      ownTicketsRead?: boolean;
    };

    /**
     * What happens while agents are away.
     * @example { whenAssigneeAway: reassign }
     */
    absences?: {
      /**
       * What becomes of a ticket whose assignee is away when there is work on
       * it: a reply of the requester, a reopening, the return of a postponed
       * ticket, a deadline. With `notify-team` its team is told. With `reassign` the
       * ticket goes to the next of the team in turn, where `tickets.teams` lets
       * the team take turns: by `round-robin` or `least-loaded`.
       * @defaultValue notify-team
       * @example reassign
       */
      whenAssigneeAway?: 'notify-team' | 'reassign';
    };

    /**
     * What closing a ticket brings with it.
     * @example
     * tellInvolved: false
     * reclassify: true
     */
    closing?: {
      /**
       * Whether the people involved are told when a ticket is solved or closed
       * and it is not said otherwise.
       * @defaultValue true
       * @example false
       */
      tellInvolved?: boolean;
      /**
       * Whether the category of a solved or closed ticket can be changed.
       * @defaultValue false
       * @example true
       */
      reclassify?: boolean;
    };

    /**
     * The priorities, from the least to the most urgent.
     * @defaultValue low, normal, high
     * @example
     * - { id: normal, title: Normal }
     * - { id: urgent, title: Urgent }
     */
    priorities?: Array<{
      /**
       * Lower-case letters, digits and dashes.
       * @example urgent
       */
      id: string;
      /**
       * What people see.
       * @example Urgent
       */
      title: string;
    }>;

    /**
     * Id of the priority of tickets that name none.
     * @defaultValue normal, else the first
     * @example normal
     */
    defaultPriority?: string;

    /**
     * What sorts of request there are. Each is a creation flow of its own, which
     * people choose by its icon and title, and sets what follows from it.
     * @defaultValue tickets have no category
     * @example
     * - id: access-request
     *   title: Access request
     *   description: Ask for access to a system.
     *   icon: group
     *   team: group:default/platform-support
     *   form:
     *     schema:
     *       required: [role]
     *       properties:
     *         role: { title: Role, type: string, enum: [reader, writer] }
     */
    categories?: Array<{
      /**
       * Lower-case letters, digits and dashes.
       * @example access-request
       */
      id: string;
      /**
       * What people choose it by.
       * @example Access request
       */
      title: string;
      /**
       * One sentence for those who choose.
       * @example Ask for access to a system.
       */
      description?: string;
      /**
       * Id of one of the portal's system icons.
       * @example help
       */
      icon?: string;
      /**
       * Which assets it is offered for; of each list one value is enough.
       * @defaultValue all, and none
       * @example { kinds: [component], types: [service, website] }
       */
      fits?: {
        /**
         * Kinds of catalog entities.
         * @defaultValue all
         * @example [component, api]
         */
        kinds?: string[];
        /**
         * Values of `spec.type`.
         * @defaultValue all
         * @example [service]
         */
        types?: string[];
        /**
         * Tags of catalog entities.
         * @defaultValue all
         * @example [java]
         */
        tags?: string[];
      };
      /**
       * Whether only agents file in it.
       * @defaultValue false
       * @example true
       */
      agentsOnly?: boolean;
      /**
       * What it asks for beside subject and message.
       * @defaultValue nothing
       * @example
       * schema:
       *   required: [environment]
       *   properties:
       *     environment: { title: Where, type: string, enum: [test, production] }
       *     cause: { title: Cause, type: string, ui:widget: textarea }
       * hidden: [cause]
       */
      form?: {
        /**
         * JSON Schema of an object, with the `ui:` hints that the scaffolder
         * knows. Keywords that begin with `$` cannot be used in app-config.
         * Regular expressions have no lookaheads, lookbehinds and references to
         * groups, and are held against texts of at most 2,000 characters, as
         * formats are. Their parts, each counted as often as it is repeated at
         * most, times the characters of the longest text are at most 5 million:
         * one such as `^.{1,1000}$` is fine for any text, and one that repeats
         * more needs a `maxLength` beside it. A filled in form has at most 1,000
         * values in all, 200 in one list, 10 levels, and 65,536 characters of
         * JSON.
         * @example
         * required: [environment]
         * properties:
         *   environment: { title: Where, type: string, enum: [test, production] }
         */
        schema: { [keyword: string]: unknown };
        /**
         * Names of the fields that only agents see and fill in. One that is
         * `required` is required of agents only.
         * @defaultValue none
         * @example [cause]
         */
        hidden?: string[];
      };
      /**
       * Id of the priority of tickets that name none.
       * @defaultValue that of the desk
       * @example high
       */
      priority?: string;
      /**
       * Who sees its tickets, unless a rule says otherwise: `public` also the
       * requester's group and the owners of the assets, `confidential` the
       * requester, added people and the team, `internal` agents; the last one
       * needs `agentsOnly`.
       * @defaultValue public
       * @example confidential
       */
      visibility?: 'public' | 'confidential' | 'internal';
      /**
       * The team of its tickets, unless a rule names another.
       * @defaultValue the asset decides
       * @example group:default/security
       */
      team?: string;
      /**
       * Id of the SLA policy of its tickets, unless a rule names another.
       * @defaultValue that of the desk
       * @example gold
       */
      slaPolicy?: string;
      /**
       * Tags that its tickets get.
       * @defaultValue none
       * @example [security]
       */
      tags?: string[];
      /**
       * How the numbers of its tickets are made.
       * @defaultValue as those of the desk
       * @example { mask: 'SEC-{yyyy}-{000}' }
       */
      numbering?: {
        /**
         * As `tickets.numbering.mask`. Two masks never give the same number
         * twice, even where they look alike.
         * @example 'SEC-{yyyy}-{000}'
         */
        mask: string;
        /**
         * IANA time zone in which the date parts are read.
         * @defaultValue that of tickets.numbering
         * @example Europe/Berlin
         */
        timeZone?: string;
      };
    }>;

    /**
     * Rules that decide where a new ticket goes; the first one that applies does
     * so. Where none names a team, the category does, else the asset's
     * annotation `tickets/support-team`, else the group that owns the asset,
     * else `tickets.defaultTeam`.
     * @defaultValue no rules
     * @example
     * - name: payments at night
     *   when: { category: incident, asset: { system: system:default/payments } }
     *   then: { team: group:default/on-call, priority: high }
     */
    routing?: Array<{
      /**
       * Stands in the ticket's history as the rule that decided.
       * @defaultValue its position, such as #3
       * @example payments at night
       */
      name?: string;
      /**
       * What has to hold; all of it, and of a list one value. `{}` takes every
       * ticket.
       * @example { category: [incident, outage], channel: portal }
       */
      when: {
        /**
         * Ids of categories.
         * @example [incident, outage]
         */
        category?: string | string[];
        /**
         * Ids of priorities.
         * @example high
         */
        priority?: string | string[];
        /**
         * The way on which the ticket came: the portal, another plugin, a mail,
         * the public form.
         * @example [email, public]
         */
        channel?:
          | 'portal'
          | 'api'
          | 'email'
          | 'public'
          | Array<'portal' | 'api' | 'email' | 'public'>;
        /**
         * Tags of the ticket.
         * @example security
         */
        tags?: string | string[];
        /**
         * Values of fields of the category's form, by name of the field.
         * @example { environment: production }
         */
        fields?: {
          [field: string]:
            string | number | boolean | Array<string | number | boolean>;
        };
        /**
         * Groups of which the requester is a member.
         * @example group:default/shop
         */
        requesterGroup?: string | string[];
        /**
         * What the primary asset is.
         * @example { type: website, tags: [public] }
         */
        asset?: {
          /**
           * Kinds of catalog entities.
           * @example component
           */
          kind?: string | string[];
          /**
           * Values of `spec.type`.
           * @example [service, website]
           */
          type?: string | string[];
          /**
           * Full references of the systems that it is a part of.
           * @example system:default/payments
           */
          system?: string | string[];
          /**
           * Tags of the entity.
           * @example [java, kotlin]
           */
          tags?: string | string[];
          /**
           * Values of annotations, by name of the annotation.
           * @example { example.com/tier: gold }
           */
          annotations?: { [annotation: string]: string | string[] };
        };
      };
      /**
       * What is decided; what is left out is decided as without the rule.
       * @example { team: group:default/on-call, assign: least-loaded }
       */
      then: {
        /**
         * Full reference of the team.
         * @example group:default/on-call
         */
        team?: string;
        /**
         * Who of the team gets the ticket, as in `tickets.teams`.
         * @example least-loaded
         */
        assign?: 'none' | 'creator' | 'round-robin' | 'least-loaded';
        /**
         * Id of the priority.
         * @example high
         */
        priority?: string;
        /**
         * Who sees the ticket, as in `tickets.categories`.
         * @example confidential
         */
        visibility?: 'public' | 'confidential' | 'internal';
        /**
         * Id of the SLA policy.
         * @example gold
         */
        slaPolicy?: string;
        /**
         * Users and groups that follow the ticket, as far as they may read it.
         * @example [group:default/incident-managers]
         */
        watchers?: string[];
      };
    }>;

    /**
     * When people work: SLA policies count time by these calendars.
     * @defaultValue no calendars
     * @example
     * - id: office
     *   timeZone: Europe/Berlin
     *   hours:
     *     monday: ['09:00-12:30', '13:30-18:00']
     *     friday: ['09:00-15:00']
     *   holidays: { country: DE, state: BY, dates: ['2026-12-24'] }
     */
    calendars?: Array<{
      /**
       * Lower-case letters, digits and dashes.
       * @example office
       */
      id: string;
      /**
       * IANA time zone of the hours and holidays.
       * @example Europe/Berlin
       */
      timeZone: string;
      /**
       * The working hours of each day of the week; a day that is left out is
       * free.
       * @example { monday: ['09:00-12:30', '13:30-18:00'], friday: ['09:00-15:00'] }
       */
      hours: {
        /**
         * Spans of the day, until 24:00 at most; the rest of a night stands under
         * the next day.
         * @example ['09:00-12:30', '13:30-18:00']
         */
        monday?: string[];
        /**
         * As for Monday.
         * @example ['09:00-17:30']
         */
        tuesday?: string[];
        /**
         * As for Monday.
         * @example ['09:00-17:30']
         */
        wednesday?: string[];
        /**
         * As for Monday.
         * @example ['09:00-17:30']
         */
        thursday?: string[];
        /**
         * As for Monday.
         * @example ['09:00-15:00']
         */
        friday?: string[];
        /**
         * As for Monday.
         * @example ['10:00-14:00']
         */
        saturday?: string[];
        /**
         * As for Monday.
         * @example ['10:00-14:00']
         */
        sunday?: string[];
      };
      /**
       * Days on which nobody works: a list of dates, or the holidays of a
       * country with dates of your own.
       * @defaultValue none
       * @example ['2026-12-25', '2026-12-26']
       */
      holidays?:
        | string[]
        | {
            /**
             * ISO code of a country whose holidays are free, in every year: one
             * of those in [date-holidays](https://github.com/commenthol/date-holidays#supported-countries-states-regions),
             * whose table also has the codes of states and regions. A
             * holiday counts by its day at noon, so that afternoons off do not
             * count: leave such days to `dates`, or to the working hours.
             * @defaultValue only the dates count
             * @example DE
             */
            country?: string;
            /**
             * Code of a state of the country that has holidays of its own.
             * @defaultValue the holidays of the whole country
             * @example BY
             */
            state?: string;
            /**
             * Code of a region of the state that has holidays of its own.
             * @defaultValue the holidays of the whole state
             * @example A
             */
            region?: string;
            /**
             * Which kinds of the country's holidays are free.
             * @defaultValue public
             * @example [public, bank]
             */
            types?: Array<
              'public' | 'bank' | 'optional' | 'school' | 'observance'
            >;
            /**
             * Further dates on which nobody works.
             * @defaultValue none
             * @example ['2026-12-24', '2026-12-31']
             */
            dates?: string[];
            /**
             * Holidays of the country on which people work all the same.
             * @defaultValue none
             * @example ['2026-10-03']
             */
            except?: string[];
          };
    }>;

    /**
     * What requesters can count on: how soon somebody answers, how soon a ticket
     * is solved, how long the team may leave it alone. The clock of a ticket runs
     * from its filing on, stands still while the ticket waits for its requester
     * or is postponed, and stops when it is solved or closed; when it is reopened
     * it goes on with what was used up before. A ticket that gets another
     * priority or policy is counted from its filing again, by the new target.
     * When policies or calendars change, so do the deadlines of open tickets.
     * @defaultValue no policies
     * @example
     * - id: standard
     *   title: Standard
     *   calendar: office
     *   targets:
     *     high: { response: { hours: 1 }, resolution: { hours: 8 } }
     *   default: { response: { hours: 8 } }
     *   warnBefore: { minutes: 30 }
     */
    slaPolicies?: Array<{
      /**
       * Lower-case letters, digits and dashes.
       * @example standard
       */
      id: string;
      /**
       * What agents see.
       * @example Standard
       */
      title: string;
      /**
       * Id of the calendar by which time is counted. With one, durations are
       * given in hours and minutes.
       * @defaultValue all time counts
       * @example office
       */
      calendar?: string;
      /**
       * The targets, by id of the priority.
       * @defaultValue default holds for every priority
       * @example
       * high: { response: { hours: 1 }, resolution: { hours: 8 } }
       */
      targets?: {
        [priority: string]: {
          /**
           * How soon an agent replies for the first time. Notes and private
           * messages are no replies.
           * @example { hours: 1 }
           */
          response?: string | HumanDuration;
          /**
           * How soon the ticket is solved.
           * @example { hours: 8 }
           */
          resolution?: string | HumanDuration;
          /**
           * How long the team may leave the ticket alone, since its last
           * reply, note, status, assignment or team. Then the team is reminded
           * once, and again when it does something and leaves it alone again.
           * @example { hours: 16 }
           */
          inactivity?: string | HumanDuration;
        };
      };
      /**
       * The targets for priorities that `targets` does not name.
       * @defaultValue none
       * @example { response: { hours: 8 }, resolution: { hours: 40 } }
       */
      default?: {
        /**
         * How soon an agent replies for the first time.
         * @example { hours: 8 }
         */
        response?: string | HumanDuration;
        /**
         * How soon the ticket is solved.
         * @example { hours: 40 }
         */
        resolution?: string | HumanDuration;
        /**
         * How long the team may leave the ticket alone.
         * @example { hours: 24 }
         */
        inactivity?: string | HumanDuration;
      };
      /**
       * How long before a deadline the assignee is warned. Of a target that is
       * not longer than that, there is no warning.
       * @defaultValue nobody is warned
       * @example { minutes: 30 }
       */
      warnBefore?: string | HumanDuration;
      /**
       * What happens to a ticket when its response or its resolution is late,
       * beside telling its team and its assignee.
       * @defaultValue nothing
       * @example { notify: [group:default/managers], priority: high }
       */
      escalate?: {
        /**
         * Users and groups who are told of it, as far as they see the ticket as
         * agents or admins.
         * @defaultValue nobody
         * @example [group:default/managers]
         */
        notify?: string[];
        /**
         * Id of the priority that the ticket gets, unless its own is more
         * urgent.
         * @defaultValue it stays
         * @example high
         */
        priority?: string;
        /**
         * The group into whose queue the ticket comes, without an assignee.
         * @defaultValue it stays
         * @example group:default/second-level
         */
        team?: string;
      };
    }>;

    /**
     * Id of the SLA policy of tickets to which no rule and no category gives
     * one. A ticket gets its policy when it is filed; to those that are there
     * agents can give another one.
     * @defaultValue none
     * @example standard
     */
    defaultSlaPolicy?: string;

    /**
     * Texts that agents use again and again, with what else they change.
     * @defaultValue none
     * @example
     * - id: need-logs
     *   title: Please send logs
     *   body: |
     *     Hello {{requester.name}},
     *
     *     please attach the logs of {{asset.name}}.
     *   set: { status: waiting-requester, addTags: [needs-logs] }
     */
    cannedReplies?: Array<{
      /**
       * Lower-case letters, digits and dashes.
       * @example need-logs
       */
      id: string;
      /**
       * What agents choose it by.
       * @example Please send logs
       */
      title: string;
      /**
       * Whether it is a reply, which all sides see, or a note for agents only.
       * @defaultValue reply
       * @example note
       */
      kind?: 'reply' | 'note';
      /**
       * Markdown with placeholders: `{{ticket.number}}`, `{{ticket.subject}}`,
       * `{{ticket.category}}`, `{{ticket.priority}}`, `{{requester.name}}`,
       * `{{organisation.name}}`, `{{agent.name}}`, `{{team.name}}`,
       * `{{asset.name}}`, `{{system.name}}`.
       * @example 'Hello {{requester.name}}, please attach the logs of {{asset.name}}.'
       */
      body: string;
      /**
       * Ids of the categories of tickets for which it is offered.
       * @defaultValue all
       * @example [incident]
       */
      categories?: string[];
      /**
       * The teams to whose agents it is offered.
       * @defaultValue all
       * @example [group:default/platform-support]
       */
      teams?: string[];
      /**
       * What applying it changes beside.
       * @defaultValue nothing
       * @example { status: waiting-requester, addTags: [needs-logs] }
       */
      set?: {
        /**
         * Id of the status to set.
         * @example waiting-requester
         */
        status?: string;
        /**
         * Id of the priority to set.
         * @example high
         */
        priority?: string;
        /**
         * Id of the category to set.
         * @example incident
         */
        category?: string;
        /**
         * Tags that the ticket gets in addition.
         * @example [needs-logs]
         */
        addTags?: string[];
      };
    }>;

    /**
     * What files can be attached to tickets, and where they are kept.
     * @example
     * storage: { type: file-system, directory: /var/lib/portal/tickets }
     * maxFileSize: 50MB
     */
    attachments?: {
      /**
       * Where files are kept.
       * @defaultValue the database of the desk
       * @example { type: s3, bucket: portal-tickets, region: eu-central-1 }
       */
      storage?: {
        /**
         * The database of the desk, a folder that all replicas of the backend
         * share, or a store that speaks the protocol of Amazon S3.
         * @example s3
         */
        type: 'database' | 'file-system' | 's3';
        /**
         * Type `file-system`: the folder.
         * @example /var/lib/portal/tickets
         */
        directory?: string;
        /**
         * Type `s3`: the bucket.
         * @example portal-tickets
         */
        bucket?: string;
        /**
         * Type `s3`: the first part of the names of all objects.
         * @defaultValue none
         * @example tickets/
         */
        prefix?: string;
        /**
         * Type `s3`: the region.
         * @defaultValue that of the environment
         * @example eu-central-1
         */
        region?: string;
        /**
         * Type `s3`: the address of a server that is not Amazon's.
         * @defaultValue Amazon's
         * @example https://objects.example.com
         */
        endpoint?: string;
        /**
         * Type `s3`: whether the bucket stands in the path of addresses instead
         * of the host name, as many servers want it.
         * @defaultValue false
         * @example true
         */
        forcePathStyle?: boolean;
        /**
         * Type `s3`: the access key.
         * @visibility secret
         * @defaultValue the credentials of the environment
         * @example ${TICKETS_S3_ACCESS_KEY_ID}
         */
        accessKeyId?: string;
        /**
         * Type `s3`: the secret of the access key.
         * @visibility secret
         * @defaultValue the credentials of the environment
         * @example ${TICKETS_S3_SECRET_ACCESS_KEY}
         */
        secretAccessKey?: string;
      };
      /**
       * The size of one file: bytes, or text with a unit.
       * @defaultValue 25MB
       * @example 50MB
       */
      maxFileSize?: number | string;
      /**
       * The size of all files of a ticket.
       * @defaultValue 200MB
       * @example 1GB
       */
      maxTicketSize?: number | string;
      /**
       * How many files a message can have; 50 at most.
       * @defaultValue 10
       * @example 20
       */
      maxFilesPerMessage?: number;
      /**
       * Media types of the files that are taken, also `image/*` and the like. What
       * a file is, the desk finds out by its content. Types that can run in a
       * browser, such as HTML and SVG, are only taken when they are named.
       * @defaultValue pictures, PDF, text, office documents, JSON, YAML, zip and gzip archives
       * @example [image/*, application/pdf, text/plain]
       */
      allowedTypes?: string[];
    };

    /**
     * The page Tickets in the portal.
     * @example { path: /help }
     */
    page?: {
      /**
       * Its path below the address of the portal, to which notifications lead.
       * Set it where the classic frontend system has the page elsewhere; where
       * `app.extensions` moves `page:tickets`, the desk reads it there.
       * @defaultValue what app.extensions says of page:tickets, else /tickets
       * @example /help
       */
      path?: string;
    };

    /**
     * How long the desk uses answers of other plugins again, so that it does
     * not ask them anew in every request. 5 minutes at most; 0 asks anew in
     * every request. Failures are not kept, nor what the catalog does not have.
     * @example
     * decisions: { seconds: 2 }
     * catalog: { seconds: 10 }
     */
    cache?: {
      /**
       * What a caller belongs to, and what the permission policy decided for
       * them; for each of their tokens by itself. A change of a policy, or of
       * what somebody belongs to, takes effect that much later; whoever signs
       * in again is asked for anew. A token that has expired is refused at
       * once, whatever is kept.
       * @defaultValue 5 seconds
       * @example { seconds: 2 }
       */
      decisions?: HumanDuration | string;
      /**
       * What the catalog says of groups, users and assets, as far as the desk
       * decides by it: who gets a ticket and who is told of it.
       * @defaultValue 30 seconds
       * @example { seconds: 10 }
       */
      catalog?: HumanDuration | string;
    };
  };
}
