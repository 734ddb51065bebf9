import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { EntityPicker } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles, RemovableTag } from '../../ui';

const useStyles = makeStyles(
  {
    tags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-2)',
      listStyle: 'none',
      margin: '0 0 var(--bui-space-2)',
      padding: 0,
    },
  },
  { name: 'PortaldeskAssetsField' },
);

/** The catalog entities that a new ticket is about. */
export function AssetsField(props: {
  assets: string[];
  error?: string;
  onChange: (assets: string[]) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { assets } = props;
  return (
    <div>
      {assets.length > 0 && (
        <ul className={classes.tags} aria-label={t('field.assets')}>
          {assets.map(ref => (
            <li key={ref}>
              <AssetTag
                entityRef={ref}
                onRemove={() =>
                  props.onChange(assets.filter(other => other !== ref))
                }
              />
            </li>
          ))}
        </ul>
      )}
      <EntityPicker
        // empty again for the next one
        key={assets.length}
        label={t('newTicket.addAsset')}
        description={t('newTicket.addAssetHint')}
        error={props.error}
        choosable="asset"
        value={null}
        exclude={assets}
        onChange={ref => ref && props.onChange([...assets, ref])}
      />
    </div>
  );
}

function AssetTag(props: { entityRef: string; onRemove: () => void }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return (
    <RemovableTag
      removeLabel={t('newTicket.removeAsset', { asset: primaryTitle })}
      onRemove={props.onRemove}
    >
      <EntityDisplayName entityRef={props.entityRef} />
    </RemovableTag>
  );
}
