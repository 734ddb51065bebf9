import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { canRetry, type DraftUploads, type Upload } from '../../data';
import { ticketsTranslationRef, useLocale } from '../../i18n';
import { sizeText } from '../../lib/sizeText';
import {
  ButtonIcon,
  makeStyles,
  ProgressBar,
  RemoveIcon,
  RetryIcon,
  Text,
} from '../../ui';
import { Thumbnail } from './Thumbnail';
import { useFailureText } from './useFailureText';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
      padding: 'var(--bui-space-1) var(--bui-space-2)',
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-2)',
      backgroundColor: 'var(--bui-bg-app)',
    },
    failed: {
      borderColor: 'var(--bui-negative-border)',
      backgroundColor: 'var(--bui-negative-bg-subdued)',
    },
    reason: { color: 'var(--bui-negative-fg-subdued)' },
    about: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  },
  { name: 'PortaldeskUploadRow' },
);

/** One file of a draft. */
export function UploadRow(props: {
  upload: Upload;
  uploads: DraftUploads;
  isDisabled?: boolean;
}) {
  const { upload, uploads, isDisabled } = props;
  const { key, name, size, state, progress, failure } = upload;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const failureText = useFailureText(uploads.limits);
  const isOnItsWay = state === 'waiting' || state === 'sending';

  return (
    <li
      className={failure ? `${classes.root} ${classes.failed}` : classes.root}
    >
      <Thumbnail upload={upload} />
      <div className={classes.about}>
        <Text as="div" variant="body-small">
          {name}{' '}
          <Text as="span" variant="body-x-small" color="secondary">
            {sizeText(size, locale)}
          </Text>
        </Text>
        {isOnItsWay && (
          <ProgressBar
            label={t('files.uploading', { name })}
            // all is sent long before the desk has looked at all of it
            value={progress === 1 ? undefined : progress}
          />
        )}
        {failure && (
          <Text
            as="div"
            variant="body-small"
            role="alert"
            className={classes.reason}
          >
            {failureText(failure)}
          </Text>
        )}
      </div>
      {canRetry(upload) && (
        <ButtonIcon
          variant="tertiary"
          size="small"
          isDisabled={isDisabled}
          aria-label={t('files.retry', { name })}
          icon={<RetryIcon fontSize="small" />}
          onPress={() => uploads.retry(key)}
        />
      )}
      <ButtonIcon
        variant="tertiary"
        size="small"
        isDisabled={isDisabled}
        aria-label={t(isOnItsWay ? 'files.cancel' : 'files.remove', { name })}
        icon={<RemoveIcon fontSize="small" />}
        onPress={() => uploads.remove(key)}
      />
    </li>
  );
}
