import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CannedReply,
  DeskDescription,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { Loaded } from '../../../components';
import { useCannedReplies, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import {
  Combobox,
  FormDialog,
  makeStyles,
  MarkdownText,
  SingleChoice,
  Text,
} from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { cannedReplyChanges, matchingReplies } from './cannedReplies';

const useStyles = makeStyles(
  {
    preview: {
      margin: 0,
      padding: 'var(--bui-space-2) var(--bui-space-3)',
      borderLeft: '3px solid var(--bui-border-2)',
      maxHeight: '40vh',
      overflow: 'auto',
    },
  },
  { name: 'PortaldeskCannedReplyDialog' },
);

type How = 'insert' | 'send';

/**
 * Offers the canned replies that fit the ticket: to be inserted into what is
 * being written, or sent as they are with all that they change beside.
 */
export function CannedReplyDialog(props: {
  ticket: Ticket;
  desk: DeskDescription;
  /** Puts the text of one into the message that is being written. */
  onInsert: (reply: CannedReply) => void;
  onSent: () => void;
  onClose: () => void;
}) {
  const { ticket, desk, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const replies = useCannedReplies(ticket.number);
  const [input, setInput] = useState('');
  const [reply, setReply] = useState<CannedReply>();
  const [how, setHow] = useState<How>('insert');
  const apply = useTicketChange<string>(ticket, async (api, id, options) => {
    const message = await api.applyCannedReply(ticket.number, id, options);
    props.onSent();
    onClose();
    return message;
  });
  const changes = reply && cannedReplyChanges(reply, desk);
  const save = () => {
    if (reply && how === 'insert') {
      props.onInsert(reply);
      onClose();
    } else if (reply) {
      apply.mutate(reply.id);
    }
  };
  return (
    <FormDialog
      title={t('canned.title')}
      submitLabel={t(`canned.${how}`)}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={!reply || apply.isUnderWay}
      onSubmit={save}
      onClose={onClose}
    >
      <Loaded
        query={replies}
        loading={t('canned.loading')}
        failed={t('canned.failed')}
      >
        {({ items }) => (
          <Combobox
            label={t('canned.reply')}
            description={items.length === 0 ? t('canned.none') : undefined}
            options={matchingReplies(items, reply ? '' : input).map(
              ({ id, title, kind }) => ({
                id,
                title,
                content: (
                  <span>
                    {title}{' '}
                    <Text as="span" color="secondary">
                      {t(`composer.${kind}`)}
                    </Text>
                  </span>
                ),
              }),
            )}
            value={reply?.id ?? null}
            input={input}
            isSearching={false}
            onInput={text => {
              setInput(text);
              setReply(items.find(({ title }) => title === text));
            }}
            onOpenChange={() => {}}
            onChange={id => {
              const chosen = items.find(item => item.id === id);
              setReply(chosen);
              setInput(chosen?.title ?? '');
            }}
          />
        )}
      </Loaded>
      {reply && (
        <blockquote className={classes.preview}>
          <MarkdownText content={reply.body} />
        </blockquote>
      )}
      {changes && changes.length > 0 && (
        <>
          <SingleChoice
            label={t('canned.how')}
            isLabelShown
            options={(['insert', 'send'] as const).map(id => ({
              id,
              title: t(`canned.${id}As`),
            }))}
            chosen={how}
            onChoose={setHow}
          />
          <Text as="p" color="secondary">
            {t(how === 'send' ? 'canned.changes' : 'canned.noChanges', {
              changes: changes
                .map(
                  ({ field, value }) =>
                    `${t(field === 'tags' ? 'column.tags' : `field.${field}`)}: ${value}`,
                )
                .join(', '),
            })}
          </Text>
        </>
      )}
      <ChangeAlert error={apply.error} onRetry={save} onDismiss={onClose} />
    </FormDialog>
  );
}
