import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { useRef } from 'react';
import { useRefusalText } from '../../../components';
import { usePicture } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { makeStyles, Text, useIsInSight } from '../../../ui';

const useStyles = makeStyles(
  {
    tile: {
      display: 'block',
      // Of one height, so that nothing jumps when the picture comes.
      height: '10rem',
      minWidth: '6rem',
      maxWidth: '100%',
      padding: 0,
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'var(--bui-bg-app)',
      color: 'var(--bui-fg-secondary)',
      overflow: 'hidden',
      cursor: 'zoom-in',
      '&:focus-visible': {
        outline: '2px solid var(--bui-ring)',
        outlineOffset: 2,
      },
    },
    picture: {
      display: 'block',
      height: '100%',
      maxWidth: '100%',
      objectFit: 'contain',
    },
    text: { padding: 'var(--bui-space-2)', overflowWrap: 'anywhere' },
  },
  { name: 'PortaldeskPictureTile' },
);

/** A picture of a message, loaded when it comes into sight. */
export function PictureTile(props: { file: Attachment; onOpen: () => void }) {
  const { id, name } = props.file;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const tile = useRef<HTMLButtonElement>(null);
  const isInSight = useIsInSight(tile);
  const picture = usePicture(id, { enabled: isInSight });

  const text = () =>
    picture.isError
      ? t('attachment.failed', { name, reason: refusalText(picture.error) })
      : name;
  return (
    <button
      ref={tile}
      type="button"
      className={classes.tile}
      aria-label={t('attachment.open', { name })}
      title={name}
      onClick={() =>
        picture.isError ? void picture.refetch() : props.onOpen()
      }
    >
      {picture.data ? (
        <img className={classes.picture} src={picture.data} alt="" />
      ) : (
        <Text as="div" variant="body-x-small" className={classes.text}>
          {text()}
        </Text>
      )}
    </button>
  );
}
