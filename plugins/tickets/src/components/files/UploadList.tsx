import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DraftUploads } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { makeStyles, VisuallyHidden } from '../../ui';
import { UploadRow } from './UploadRow';

const useStyles = makeStyles(
  {
    list: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-1)',
      listStyle: 'none',
      margin: 'var(--bui-space-2) 0 0',
      padding: 0,
    },
  },
  { name: 'PortaldeskUploadList' },
);

/** The files of a draft, with how far each of them got. */
export function UploadList(props: {
  uploads: DraftUploads;
  isDisabled?: boolean;
}) {
  const { uploads } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { items } = uploads;
  const uploaded = items.filter(({ state }) => state === 'uploaded').length;
  return (
    <>
      {items.length > 0 && (
        <ul className={classes.list} aria-label={t('files.label')}>
          {items.map(upload => (
            <UploadRow
              key={upload.key}
              upload={upload}
              uploads={uploads}
              isDisabled={props.isDisabled}
            />
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">
        {items.length > 0 &&
          t('files.progress', {
            uploaded: String(uploaded),
            all: String(items.length),
          })}
      </VisuallyHidden>
    </>
  );
}
