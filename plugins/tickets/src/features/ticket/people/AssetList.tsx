import {
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import type { TicketAsset } from '@portaldesk/plugin-tickets-common';
import { type ReactNode, useMemo } from 'react';
import { RefLink } from '../../../components';
import { useAssets } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { makeStyles, Text } from '../../../ui';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    asset: { marginBottom: 'var(--bui-space-2)' },
  },
  { name: 'PortaldeskAssetList' },
);

/** What a ticket is about, with who owns it and what it is part of. */
export function AssetList(props: { assets: TicketAsset[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refs = useMemo(
    () => props.assets.map(({ entityRef }) => entityRef),
    [props.assets],
  );
  const entities = useAssets(refs);
  return (
    <ul className={classes.list}>
      {refs.map(ref => (
        <li key={ref} className={classes.asset}>
          <RefLink entityRef={ref} />
          {entities.data && <Origin entity={entities.data.get(ref)} />}
        </li>
      ))}
      {entities.isError && (
        <li>
          <Text variant="body-x-small" color="secondary">
            {t('ticket.assetsFailed')}
          </Text>
        </li>
      )}
    </ul>
  );
}

function Origin(props: { entity: Entity | undefined }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { entity } = props;
  if (!entity) {
    return <Line>{t('ticket.noSuchAsset')}</Line>;
  }
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const systems = getEntityRelations(entity, RELATION_PART_OF, {
    kind: 'system',
  });
  return (
    <>
      {owners.length > 0 && (
        <Line>
          {t('field.owner')}: <EntityRefLinks entityRefs={owners} hideIcons />
        </Line>
      )}
      {systems.length > 0 && (
        <Line>
          {t('field.system')}: <EntityRefLinks entityRefs={systems} hideIcons />
        </Line>
      )}
    </>
  );
}

function Line(props: { children: ReactNode }) {
  return (
    <Text as="div" variant="body-x-small" color="secondary">
      {props.children}
    </Text>
  );
}
