import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { messageOf, ticketsApiRef } from '../../../data';
import { ticketsTranslationRef, useLocale } from '../../../i18n';
import { AttachmentIcon, Button, makeStyles, useToast } from '../../../ui';

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 'var(--bui-space-1) 0 0',
      padding: 0,
    },
    file: { height: 'auto', textAlign: 'left', overflowWrap: 'anywhere' },
  },
  { name: 'PortaldeskAttachments' },
);

/** The files of a message, to be saved by the reader. */
export function Attachments(props: { files: readonly Attachment[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const ticketsApi = useApi(ticketsApiRef);
  const toast = useToast();

  const save = async ({ id, name }: Attachment) => {
    try {
      saveAs(name, await ticketsApi.downloadFile(id));
    } catch (error) {
      toast.failure(t('attachment.failed', { name, reason: messageOf(error) }));
    }
  };

  if (props.files.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list}>
      {props.files.map(file => (
        <li key={file.id}>
          <Button
            variant="tertiary"
            className={classes.file}
            iconStart={<AttachmentIcon fontSize="small" />}
            aria-label={t('attachment.save', { name: file.name })}
            onPress={() => save(file)}
          >
            {file.name} ({sizeText(file.size, locale)})
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The answer to a request with a token cannot be linked to: it is kept first. */
function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** @param bytes - 12345 reads as 12.3 kB */
function sizeText(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(
    Math.floor(Math.log10(Math.max(bytes, 1)) / 3),
    units.length - 1,
  );
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
