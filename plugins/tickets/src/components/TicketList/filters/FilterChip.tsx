import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../../i18n';
import { makeStyles, RemovableTag } from '../../../ui';

const useStyles = makeStyles(
  {
    text: {
      padding: 0,
      border: 0,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
      textAlign: 'left',
      '&:hover': { textDecoration: 'underline' },
    },
  },
  { name: 'PortaldeskFilterChip' },
);

/** A filter that is set; pressing it changes its values. */
export function FilterChip(props: {
  text: string;
  onPress: () => void;
  onRemove: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <RemovableTag
      removeLabel={t('filters.remove', { filter: props.text })}
      onRemove={props.onRemove}
    >
      <button type="button" className={classes.text} onClick={props.onPress}>
        {props.text}
      </button>
    </RemovableTag>
  );
}
