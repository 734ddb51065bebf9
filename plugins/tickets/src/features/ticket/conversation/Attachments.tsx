import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { ticketsTranslationRef } from '../../../i18n';
import {
  isPicture,
  isReadable,
  MAX_PICTURE_SIZE,
} from '../../../lib/fileTypes';
import { makeStyles } from '../../../ui';
import { FileRow } from './FileRow';
import { PictureTile } from './PictureTile';

const FilePreview = lazy(() =>
  import('./FilePreview').then(m => ({ default: m.FilePreview })),
);

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 'var(--bui-space-2) 0 0', padding: 0 },
    pictures: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-2)',
    },
  },
  { name: 'PortaldeskAttachments' },
);

/**
 * The files of a message: pictures to be seen, texts to be read, everything else
 * to be saved.
 */
export function Attachments(props: { files: readonly Attachment[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { files } = props;
  const [openId, setOpenId] = useState<string>();
  if (files.length === 0) {
    return null;
  }
  const pictures = files.filter(
    ({ mediaType, size }) => isPicture(mediaType) && size <= MAX_PICTURE_SIZE,
  );
  const others = files.filter(file => !pictures.includes(file));
  const shown = [...pictures, ...others.filter(isReadable)];

  return (
    <>
      {pictures.length > 0 && (
        <ul
          className={`${classes.list} ${classes.pictures}`}
          aria-label={t('attachment.pictures')}
        >
          {pictures.map(file => (
            <li key={file.id}>
              <PictureTile file={file} onOpen={() => setOpenId(file.id)} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={classes.list} aria-label={t('attachment.files')}>
          {others.map(file => (
            <li key={file.id}>
              <FileRow
                file={file}
                onOpen={isReadable(file) ? () => setOpenId(file.id) : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      {openId !== undefined && (
        <Suspense fallback={null}>
          <FilePreview
            files={shown}
            openId={openId}
            onOpen={setOpenId}
            onClose={() => setOpenId(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
