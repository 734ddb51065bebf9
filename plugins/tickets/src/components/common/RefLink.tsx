import { EntityRefLink } from '@backstage/plugin-catalog-react';

const FULL_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/**
 * A person, team or asset as a link into the catalog. What is no entity
 * reference, such as a service of the backend, is shown as it is.
 */
export function RefLink(props: { entityRef: string; hideIcon?: boolean }) {
  return FULL_REF.test(props.entityRef) ? (
    <EntityRefLink entityRef={props.entityRef} hideIcon={props.hideIcon} />
  ) : (
    <>{props.entityRef}</>
  );
}
