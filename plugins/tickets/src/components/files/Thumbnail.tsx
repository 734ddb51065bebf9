import { useEffect, useState } from 'react';
import { type Upload, usePicture } from '../../data';
import { isPicture, MAX_PICTURE_SIZE } from '../../lib/fileTypes';
import { dataUrlOf } from '../../lib/readBlob';
import { AttachmentIcon, makeStyles } from '../../ui';

const useStyles = makeStyles(
  {
    picture: {
      width: '2.5rem',
      height: '2.5rem',
      flex: 'none',
      objectFit: 'cover',
      borderRadius: 'var(--bui-radius-2)',
    },
    icon: {
      width: '2.5rem',
      flex: 'none',
      textAlign: 'center',
      lineHeight: 1,
      color: 'var(--bui-fg-secondary)',
    },
  },
  { name: 'PortaldeskThumbnail' },
);

/** What a file of a draft looks like; its name stands beside it. */
export function Thumbnail(props: { upload: Upload }) {
  const classes = useStyles();
  const { upload } = props;
  const { attachment, file } = upload;
  const mediaType = attachment?.mediaType ?? file?.type ?? '';
  const shown = isPicture(mediaType) && upload.size <= MAX_PICTURE_SIZE;
  const [local, setLocal] = useState<string>();
  // after a reload only the desk has it
  const kept = usePicture(attachment?.id ?? '', {
    enabled: shown && !file && attachment !== undefined,
  });

  useEffect(() => {
    let isShown = true;
    if (shown && file) {
      dataUrlOf(file).then(
        url => isShown && setLocal(url),
        () => {},
      );
    }
    return () => {
      isShown = false;
    };
  }, [shown, file]);

  const source = local ?? kept.data;
  return source ? (
    <img className={classes.picture} src={source} alt="" />
  ) : (
    <span className={classes.icon}>
      <AttachmentIcon fontSize="small" aria-hidden />
    </span>
  );
}
