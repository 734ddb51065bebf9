import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { useRefusalText } from '../../../components';
import { TEXT_PREVIEW_SIZE, usePicture, useTextFile } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { isPicture } from '../../../lib/fileTypes';
import { Alert, Loading, makeStyles, Text, Viewer } from '../../../ui';
import { useSaveFile } from './useSaveFile';

const useStyles = makeStyles(
  {
    picture: {
      minHeight: 0,
      maxWidth: '100%',
      maxHeight: '100%',
      objectFit: 'contain',
    },
    text: {
      flex: '1 1 auto',
      alignSelf: 'stretch',
      minHeight: 0,
      margin: 0,
      padding: 'var(--bui-space-2)',
      overflow: 'auto',
      fontSize: 'var(--bui-font-size-2)',
      fontFamily: 'var(--bui-font-monospace)',
      textAlign: 'left',
    },
  },
  { name: 'PortaldeskFilePreview' },
);

/** The pictures and texts of a message, large, one at a time. */
export function FilePreview(props: {
  files: readonly Attachment[];
  openId: string;
  onOpen: (id: string) => void;
  onClose: () => void;
}) {
  const { files, openId, onOpen } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const save = useSaveFile();
  const index = files.findIndex(({ id }) => id === openId);
  const file = files[index];
  const go = (step: number) =>
    onOpen(files[(index + step + files.length) % files.length].id);
  return (
    <Viewer
      title={file.name}
      position={
        files.length > 1
          ? t('attachment.position', {
              number: String(index + 1),
              all: String(files.length),
            })
          : undefined
      }
      labels={{
        previous: t('attachment.previous'),
        next: t('attachment.next'),
        save: t('attachment.saveShort'),
      }}
      onPrevious={() => go(-1)}
      onNext={() => go(1)}
      onSave={() => save(file)}
      onClose={props.onClose}
    >
      {isPicture(file.mediaType) ? (
        <LargePicture key={file.id} file={file} />
      ) : (
        <TextFile key={file.id} file={file} />
      )}
    </Viewer>
  );
}

function LargePicture(props: { file: Attachment }) {
  const { id, name } = props.file;
  const classes = useStyles();
  const picture = usePicture(id, { enabled: true });
  return picture.data ? (
    <img className={classes.picture} src={picture.data} alt={name} />
  ) : (
    <NotThereYet name={name} error={picture.error} />
  );
}

function TextFile(props: { file: Attachment }) {
  const { id, name, size } = props.file;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const text = useTextFile(id);
  return text.data === undefined ? (
    <NotThereYet name={name} error={text.error} />
  ) : (
    <>
      {size > TEXT_PREVIEW_SIZE && (
        <Text variant="body-small">{t('attachment.beginning')}</Text>
      )}
      <pre
        className={classes.text}
        aria-label={name}
        // Scrolls, so the keyboard must be able to get there.
        tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
      >
        {text.data}
      </pre>
    </>
  );
}

function NotThereYet(props: { name: string; error: Error | null }) {
  const { name, error } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  return error ? (
    <Alert status="danger">
      {t('attachment.failed', { name, reason: refusalText(error) })}
    </Alert>
  ) : (
    <Loading label={t('attachment.loading', { name })} />
  );
}
