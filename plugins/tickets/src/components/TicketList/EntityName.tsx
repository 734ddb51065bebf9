import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  DESK_ACTOR,
  isAnonymousReporter,
} from '@portaldesk/plugin-tickets-common';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { PersonName } from '../../ui';
import { Missing } from './Missing';

/** What an entity is called, as text: in a row that opens as a whole, links are in the way. */
export function EntityName(props: {
  entityRef: string | null;
  /** Said where there is none. */
  missing: string;
  isPerson?: boolean;
}) {
  return props.entityRef === null ? (
    <Missing text={props.missing} />
  ) : (
    <NameOf entityRef={props.entityRef} isPerson={props.isPerson} />
  );
}

function NameOf(props: { entityRef: string; isPerson?: boolean }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  if (props.entityRef === DESK_ACTOR) {
    return <>{t('actor.desk')}</>;
  }
  if (isAnonymousReporter(props.entityRef)) {
    return <>{t('actor.anonymous')}</>;
  }
  return props.isPerson ? (
    <PersonName name={primaryTitle} />
  ) : (
    <span title={primaryTitle}>{primaryTitle}</span>
  );
}
