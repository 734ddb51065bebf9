import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { ticketsTranslationRef } from '../i18n';
import { makeStyles } from '../ui';
import { AssetTag } from './AssetTag';
import { EntityPicker } from './EntityPicker';

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

/** Chooses the catalog entities that a ticket is about. */
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
              >
                <EntityDisplayName entityRef={ref} />
              </AssetTag>
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
