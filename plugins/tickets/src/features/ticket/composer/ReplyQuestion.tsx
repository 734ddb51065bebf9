import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef, useLocale } from '../../../i18n';
import { ConfirmDialog } from '../../../ui';

/** Why a reply may have been meant as a note. */
export type ReplyDoubt =
  | { readonly type: 'after-note' }
  /** Names of agents. */
  | { readonly type: 'mention'; readonly people: readonly string[] };

/** Asks whether what was written shall really be a reply. */
export function ReplyQuestion(props: {
  doubt: ReplyDoubt;
  /** The name of the requester. */
  requester: string;
  onReply: () => void;
  onNote: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const locale = useLocale();
  const { doubt, requester } = props;
  return (
    <ConfirmDialog
      title={t('composer.asReply.title', { name: requester })}
      confirmLabel={t('composer.asReply.reply')}
      alternative={{
        label: t('composer.asReply.note'),
        onPress: props.onNote,
      }}
      cancelLabel={t('composer.asReply.cancel')}
      onConfirm={props.onReply}
      onClose={props.onClose}
    >
      {doubt.type === 'after-note'
        ? t('composer.asReply.afterNote', { name: requester })
        : t('composer.asReply.mention', {
            people: new Intl.ListFormat(locale).format(doubt.people),
            name: requester,
          })}
    </ConfirmDialog>
  );
}
