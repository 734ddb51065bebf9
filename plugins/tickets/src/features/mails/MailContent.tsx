import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Loaded } from '../../components';
import {
  messageOf,
  type QuarantinedMail,
  useMailClient,
  useQuarantinedMail,
} from '../../data';
import { ticketsTranslationRef, useLocale } from '../../i18n';
import { saveAs } from '../../lib/saveAs';
import { sizeText } from '../../lib/sizeText';
import { Button, Text, useToast } from '../../ui';
import { useMailStyles } from './useMailStyles';

/** What a mail says, as plain text: nothing of it runs, loads or links. */
export function MailContent(props: { mail: QuarantinedMail }) {
  const { mail } = props;
  const classes = useMailStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const toast = useToast();
  const client = useMailClient();
  const download = async () => {
    try {
      const original = await client.downloadQuarantined(mail.id);
      saveAs(`mail-${mail.id}.eml`, original);
    } catch (error) {
      toast.failure(t('mails.downloadFailed', { reason: messageOf(error) }));
    }
  };
  const line = (name: string, value: string) =>
    value && (
      <Text as="div" variant="body-small" color="secondary">
        {name}: {value}
      </Text>
    );
  return (
    <>
      {line(t('mails.detail'), mail.detail ?? '')}
      {line(t('mails.authentication'), mail.authentication ?? '')}
      <Loaded
        query={useQuarantinedMail(mail.id)}
        loading={t('mails.loading')}
        failed={t('mails.failed')}
      >
        {({ content }) =>
          content ? (
            <>
              {line(t('mails.from'), content.from.join(', '))}
              {line(t('mails.to'), content.to.join(', '))}
              {line(t('mails.files'), content.files.join(', '))}
              <pre className={classes.text}>
                {content.text.trim() || t('mails.noText')}
              </pre>
            </>
          ) : (
            <Text as="p">{t('mails.noContent')}</Text>
          )
        }
      </Loaded>
      <Button variant="secondary" onPress={download}>
        {`${t('mails.download')} (${sizeText(mail.size, locale)})`}
      </Button>
    </>
  );
}
