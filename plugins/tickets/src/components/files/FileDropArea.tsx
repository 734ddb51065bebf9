import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type ClipboardEvent,
  type DragEvent,
  type ReactNode,
  useState,
} from 'react';
import type { DraftUploads } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles } from '../../ui';
import { filesIn } from './filesIn';

const useStyles = makeStyles(
  {
    root: { position: 'relative' },
    overlay: {
      position: 'absolute',
      inset: 0,
      zIndex: 1,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      border: '2px dashed var(--bui-ring)',
      borderRadius: 'var(--bui-radius-3)',
      backgroundColor: 'color-mix(in srgb, var(--bui-bg-app) 85%, transparent)',
      fontWeight: 'bold',
      pointerEvents: 'none',
    },
  },
  { name: 'PortaldeskFileDropArea' },
);

/**
 * Takes files that are dropped or pasted into it. Those who do neither have
 * `AttachButton`.
 */
export function FileDropArea(props: {
  uploads: DraftUploads;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  const { uploads, isDisabled } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  // Entering an element inside comes before leaving the one around it.
  const [depth, setDepth] = useState(0);
  const carriesFiles = ({ dataTransfer }: DragEvent) =>
    !isDisabled && dataTransfer.types.includes('Files');

  const take = (event: { preventDefault(): void }, transfer: DataTransfer) => {
    const { files, folders } = filesIn(transfer, time =>
      t('files.pastedPicture', { time }),
    );
    if (files.length + folders.length > 0) {
      event.preventDefault();
      folders.forEach(uploads.refuseFolder);
      uploads.add(files);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!isDisabled) {
      take(event, event.clipboardData);
    }
  };
  const onDrop = (event: DragEvent) => {
    setDepth(0);
    if (carriesFiles(event)) {
      take(event, event.dataTransfer);
    }
  };

  return (
    <div
      className={classes.root}
      onPaste={onPaste}
      onDragEnter={event => carriesFiles(event) && setDepth(depth + 1)}
      onDragLeave={() => setDepth(Math.max(0, depth - 1))}
      onDragOver={event => carriesFiles(event) && event.preventDefault()}
      onDrop={onDrop}
    >
      {props.children}
      {depth > 0 && (
        <div className={classes.overlay}>{t('files.dropHere')}</div>
      )}
    </div>
  );
}
