export interface Config {
  /**
   * The demo portal's own settings.
   */
  demo?: {
    /**
     * The mail servers of the demo, which listen on this machine alone.
     */
    mail: {
      /**
       * The address of the desk.
       */
      desk: string;
      /**
       * Where the demo people read their mails.
       * @visibility frontend
       */
      inboxPort: number;
      smtpPort: number;
      imapPort: number;
      /**
       * The password of the desk's mailbox.
       * @visibility secret
       */
      password: string;
    };
    /**
     * The people whom the sign-in page offers, by group.
     */
    groups: Array<{
      /**
       * Name of the group, as the page shows it.
       * @visibility frontend
       */
      title: string;
      /**
       * What its people are to the desk.
       * @visibility frontend
       */
      role: 'engineer' | 'agent' | 'admin';
      people: Array<{
        /**
         * Full reference of the catalog User.
         * @visibility frontend
         */
        ref: string;
        /**
         * @visibility frontend
         */
        name: string;
        /**
         * What this person does.
         * @visibility frontend
         */
        job: string;
      }>;
    }>;
  };
}
