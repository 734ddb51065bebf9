import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { ticketsTranslationRef, useLocale } from '../../../i18n';
import { sizeText } from '../../../lib/sizeText';
import {
  AttachmentIcon,
  Button,
  ButtonIcon,
  DownloadIcon,
  Flex,
  makeStyles,
} from '../../../ui';
import { useSaveFile } from './useSaveFile';

const useStyles = makeStyles(
  {
    file: {
      flexShrink: 1,
      minWidth: 0,
      height: 'auto',
      minHeight: '2rem',
      textAlign: 'left',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'PortaldeskFileRow' },
);

/** A file of a message; what cannot be opened here is saved. */
export function FileRow(props: { file: Attachment; onOpen?: () => void }) {
  const { file, onOpen } = props;
  const { name, size } = file;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const save = useSaveFile();
  const text = `${name} (${sizeText(size, locale)})`;
  return (
    <Flex align="center" gap="1">
      <Button
        variant="tertiary"
        className={classes.file}
        iconStart={<AttachmentIcon fontSize="small" />}
        aria-label={t(onOpen ? 'attachment.open' : 'attachment.save', {
          name: text,
        })}
        onPress={onOpen ?? (() => save(file))}
      >
        {text}
      </Button>
      {onOpen && (
        <ButtonIcon
          variant="tertiary"
          aria-label={t('attachment.save', { name })}
          icon={<DownloadIcon fontSize="small" />}
          onPress={() => save(file)}
        />
      )}
    </Flex>
  );
}
