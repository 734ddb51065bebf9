import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { RateRequest, Ticket } from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import { useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Flex, Stars, Text, TextArea } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

/** Asks for stars and a comment. */
export function RatingForm(props: {
  ticket: Ticket;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [stars, setStars] = useState(ticket.rating?.stars ?? 0);
  const [comment, setComment] = useState(ticket.rating?.comment ?? '');
  const rate = useTicketChange<RateRequest>(ticket, (api, request, options) =>
    api.rateTicket(ticket.number, request, options),
  );
  const send = () =>
    rate.mutate(
      { stars, comment: comment.trim() === '' ? undefined : comment },
      { onSuccess: props.onDone },
    );
  return (
    <>
      <Text weight="bold">{t('rating.howWas')}</Text>
      <Stars
        label={t('rating.howWas')}
        titleOf={number => t('filters.stars', { stars: String(number) })}
        value={stars}
        onChange={setStars}
      />
      <TextArea
        label={t('rating.comment')}
        value={comment}
        rows={2}
        onChange={setComment}
      />
      <Flex gap="2">
        <Button isDisabled={stars === 0 || rate.isUnderWay} onPress={send}>
          {t('rating.send')}
        </Button>
        <Button variant="secondary" onPress={props.onCancel}>
          {t('ticket.cancel')}
        </Button>
      </Flex>
      <ChangeAlert
        error={rate.error}
        onRetry={send}
        onDismiss={props.onCancel}
      />
    </>
  );
}
