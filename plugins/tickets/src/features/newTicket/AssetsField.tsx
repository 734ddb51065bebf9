import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import { EntityPicker } from '../../components';
import { ticketsTranslationRef } from '../../i18n';

const useStyles = makeStyles(
  theme => ({
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      '& .MuiChip-root': { margin: 0, maxWidth: '100%' },
    },
  }),
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
        <ul className={classes.chips} aria-label={t('field.assets')}>
          {assets.map(ref => (
            <li key={ref}>
              <AssetChip
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
        id="tickets-new-assets"
        label={t('newTicket.addAsset')}
        helperText={props.error ?? t('newTicket.addAssetHint')}
        error={props.error !== undefined}
        choosable="asset"
        value={null}
        exclude={assets}
        onChange={ref => ref && props.onChange([...assets, ref])}
      />
    </div>
  );
}

function AssetChip(props: { entityRef: string; onRemove: () => void }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return (
    <Chip
      label={<EntityDisplayName entityRef={props.entityRef} />}
      onDelete={props.onRemove}
      // Only its button does anything.
      role={undefined}
      tabIndex={undefined}
      // A button of its own, so that it can be reached and read out.
      deleteIcon={
        <IconButton
          size="small"
          aria-label={t('newTicket.removeAsset', { asset: primaryTitle })}
        >
          <CancelIcon fontSize="small" />
        </IconButton>
      }
    />
  );
}
