import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AttachFileIcon from '@material-ui/icons/AttachFile';
import type { Attachment } from '@portaldesk/plugin-tickets-common';
import { messageOf, ticketsApiRef } from '../../../data';
import { ticketsTranslationRef, useLocale } from '../../../i18n';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
    },
    file: {
      textAlign: 'left',
      textTransform: 'none',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'PortaldeskAttachments' },
);

/** The files of a message, to be saved by the reader. */
export function Attachments(props: { files: readonly Attachment[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const ticketsApi = useApi(ticketsApiRef);
  const alertApi = useApi(alertApiRef);

  const save = async ({ id, name }: Attachment) => {
    try {
      saveAs(name, await ticketsApi.downloadFile(id));
    } catch (error) {
      alertApi.post({
        message: t('attachment.failed', { name, reason: messageOf(error) }),
        severity: 'error',
      });
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
            size="small"
            className={classes.file}
            startIcon={<AttachFileIcon fontSize="inherit" />}
            aria-label={t('attachment.save', { name: file.name })}
            onClick={() => save(file)}
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
