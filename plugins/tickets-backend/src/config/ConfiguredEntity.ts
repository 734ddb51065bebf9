/** A catalog entity that the configuration counts on. */
export interface ConfiguredEntity {
  /** Of the setting that names it, such as `tickets.teams[0].group`. */
  readonly path: string;
  /** Full reference in lower case, such as `group:default/support`. */
  readonly ref: string;
}
