import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketAsset } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { Text } from '../../ui';
import { RefLink } from '../RefLink';
import { EntityName } from './EntityName';
import { Missing } from './Missing';

/** The primary asset of a ticket, and how many there are beside it. */
export function AssetCell(props: { assets: TicketAsset[] }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { assets } = props;
  const primary = assets.find(asset => asset.primary) ?? assets[0];
  if (!primary) {
    return <Missing text={t('none.asset')} />;
  }
  return (
    <>
      <EntityName entityRef={primary.entityRef} missing="" />
      {assets.length > 1 && (
        <Text as="span" variant="body-x-small" color="secondary">
          {' '}
          {t('list.moreAssets', { number: String(assets.length - 1) })}
        </Text>
      )}
    </>
  );
}

/** A team or an assignee, or that there is none yet. */
export function RefOrMissing(props: {
  entityRef: string | null;
  missing: string;
}) {
  return props.entityRef === null ? (
    <Missing text={props.missing} />
  ) : (
    <RefLink entityRef={props.entityRef} hideIcon />
  );
}
