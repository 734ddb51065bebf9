import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  DESK_ACTOR,
  isAnonymousReporter,
} from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../i18n';

const FULL_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/**
 * A person, team or asset as a link into the catalog. The desk itself, a person
 * who reported anonymously, and what is no entity reference, such as a service of
 * the backend, is plain text.
 */
export function RefLink(props: { entityRef: string; hideIcon?: boolean }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  if (props.entityRef === DESK_ACTOR) {
    return <>{t('actor.desk')}</>;
  }
  if (isAnonymousReporter(props.entityRef)) {
    return <>{t('actor.anonymous')}</>;
  }
  return FULL_REF.test(props.entityRef) ? (
    <EntityRefLink entityRef={props.entityRef} hideIcon={props.hideIcon} />
  ) : (
    <>{props.entityRef}</>
  );
}
