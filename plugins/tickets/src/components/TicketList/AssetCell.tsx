import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { TicketAsset } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef } from '../../i18n';
import { RefLink } from '../RefLink';

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
      <RefLink entityRef={primary.entityRef} />
      {assets.length > 1 && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('list.moreAssets', { number: String(assets.length - 1) })}
        </Typography>
      )}
    </>
  );
}

/** What stands where there is nothing. */
export function Missing(props: { text: string }) {
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      {props.text}
    </Typography>
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
