export interface Config {
  /**
   * Portaldesk, the service desk of the portal. Without this section every
   * ticket goes to the group that owns its asset.
   */
  tickets?: {
    /**
     * Users and groups that administer the desk: they see and handle every
     * ticket. Example: `[group:default/platform-admins]`
     */
    admins?: string[];

    /**
     * The groups that can own tickets; their members are agents. Without this
     * key every group can.
     */
    teams?: Array<{
      /** Full reference of a catalog Group. Example: `group:default/support` */
      group: string;
    }>;

    /**
     * The team of tickets that neither the asset's annotation
     * `tickets/support-team` nor its owner routes; without it they wait in
     * triage. Example: `group:default/support`
     */
    defaultTeam?: string;

    access?: {
      /**
       * Whether agents see the tickets of other teams, confidential ones
       * excepted. Only takes effect together with `teams`. Default: `all`
       */
      agentsSee?: 'all' | 'own-team';
    };

    numbering?: {
      /**
       * How ticket numbers are made: letters, digits, `.`, `_`, `-`, the parts
       * `{yyyy}` `{yy}` `{mm}` `{dd}` `{category}` and one counter whose zeros
       * give its least width. The counter restarts with the shortest period in
       * the mask. Default: `T{yyyy}-{00000}`
       */
      mask: string;
      /** IANA time zone of the date parts. Default: `UTC` */
      timeZone?: string;
    };

    /**
     * The statuses of tickets, in the order in which people see them. Default:
     * new, in-progress, waiting-requester, waiting-internal, postponed, solved,
     * closed.
     */
    statuses?: Array<{
      /** Example: `waiting-vendor` */
      id: string;
      /** Example: `Waiting for vendor` */
      title: string;
      /** What the status means to the desk. */
      type:
        | 'new'
        | 'open'
        | 'waiting-requester'
        | 'waiting-internal'
        | 'postponed'
        | 'solved'
        | 'closed';
      /** What requesters see instead; follows from the type by default. */
      portalStatus?: 'in-progress' | 'answer-expected' | 'postponed' | 'closed';
      /** Hex colour. Example: `"#1976d2"` */
      color?: string;
      /** Ids of the statuses that people may set after this one; `workflow` is not bound by it. Default: all */
      next?: string[];
    }>;

    /** What moves a ticket on by itself. */
    workflow?: {
      /** When a ticket gets an assignee. Default: from `new` to the first open status. */
      onAssign?: {
        /** Ids of the statuses to leave. Default: those of type new */
        from?: string[];
        /** Id of the status to go to. */
        to: string;
      };
      /** When the team replies. Default: nothing happens. */
      onAgentReply?: {
        /** Ids of the statuses to leave. Default: those of the types new and open */
        from?: string[];
        /** Id of the status to go to. */
        to: string;
      };
      /** When the requester's side replies. Default: to the first open status. */
      onRequesterReply?: {
        /** Ids of the statuses to leave. Default: those of the types waiting-requester and postponed */
        from?: string[];
        /** Id of the status to go to. */
        to: string;
      };
      /** When an ended ticket is reopened. Default: to the first open status. */
      onReopen?: {
        /** Ids of the statuses to leave. Default: those of the types solved and closed */
        from?: string[];
        /** Id of the status to go to. */
        to: string;
      };
    };

    /** From the least to the most urgent. Default: low, normal, high */
    priorities?: Array<{
      /** Example: `urgent` */
      id: string;
      /** Example: `Urgent` */
      title: string;
    }>;

    /** Id of the priority of tickets that name none. Default: `normal`, else the first */
    defaultPriority?: string;

    /** What sorts of request there are. Without this key tickets have no category. */
    categories?: Array<{
      /** Example: `access-request` */
      id: string;
      /** Example: `Access request` */
      title: string;
      /** One sentence for those who choose. */
      description?: string;
      /** Id of one of the portal's system icons. Example: `help` */
      icon?: string;
      /** Id of the priority of tickets in this category that name none. */
      priority?: string;
    }>;
  };
}
