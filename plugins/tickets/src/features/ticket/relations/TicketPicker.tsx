import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TicketSummary } from '@portaldesk/plugin-tickets-common';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { TicketStatus, useRefusalText } from '../../../components';
import { useTicketSearch } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Combobox, Text } from '../../../ui';

const TYPING_PAUSE = 250;

/** Finds another ticket by its number or by words. */
export function TicketPicker(props: {
  label: string;
  /** The id of the ticket that cannot be chosen. */
  without: string;
  value: TicketSummary | null;
  onChange: (ticket: TicketSummary | null) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const { value, without } = props;
  const [input, setInput] = useState('');
  const [text, setText] = useState('');
  const typed = value && input === titleOf(value) ? '' : input.trim();
  useDebounce(() => setText(typed), TYPING_PAUSE, [typed]);
  const search = useTicketSearch(text);
  const found = (search.data?.items ?? [])
    .map(({ ticket }) => ticket)
    .filter(({ id }) => id !== without);
  const hint = () => {
    if (search.isError) {
      return t('relations.searchFailed', { reason: refusalText(search.error) });
    }
    return search.isSuccess && found.length === 0 && text !== ''
      ? t('relations.nothing')
      : t('relations.searchHint');
  };
  return (
    <Combobox
      label={props.label}
      description={hint()}
      options={found.map(ticket => ({
        id: ticket.id,
        title: titleOf(ticket),
        content: (
          <span>
            <Text as="span" color="secondary">
              {ticket.number}
            </Text>{' '}
            {ticket.subject} <TicketStatus ticket={ticket} />
          </span>
        ),
      }))}
      value={value?.id ?? null}
      input={input}
      isSearching={search.isFetching}
      opensByTyping
      onInput={setInput}
      onOpenChange={() => {}}
      onChange={id => {
        const ticket = found.find(item => item.id === id) ?? null;
        setInput(ticket ? titleOf(ticket) : '');
        props.onChange(ticket);
      }}
    />
  );
}

function titleOf({ number, subject }: TicketSummary): string {
  return `${number} ${subject}`;
}
