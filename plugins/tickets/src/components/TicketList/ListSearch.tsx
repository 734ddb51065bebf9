import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import useDebounce from 'react-use/esm/useDebounce';
import { useFindTicket } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ticketRouteRef } from '../../routes';
import { makeStyles, SearchField } from '../../ui';
import { useListState } from './useListState';

const useStyles = makeStyles(
  { root: { flex: '1 1 12rem', maxWidth: '26rem' } },
  { name: 'PortaldeskListSearch' },
);

/** The element around the input. */
export const SEARCH_FIELD = 'tickets-search';

const TYPING_PAUSE = 350;

/** A number has digits, and no blanks. */
const LIKE_A_NUMBER = /^#?\S*\d\S*$/;

/** Searches the list while a person types; Enter opens the ticket of a number. */
export function ListSearch() {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { state, change } = useListState();
  const ticketPath = useRouteRef(ticketRouteRef);
  const navigate = useNavigate();
  const findTicket = useFindTicket();
  const searched = state.filter.text ?? '';
  const [input, setInput] = useState(searched);
  // the address may change otherwise: a filter is cleared, a view is opened
  const lastSearched = useRef(searched);
  useEffect(() => {
    if (searched !== lastSearched.current) {
      lastSearched.current = searched;
      setInput(searched);
    }
  }, [searched]);

  const search = (text: string) => {
    const trimmed = text.trim();
    if (trimmed !== searched) {
      lastSearched.current = trimmed;
      change({ text: trimmed || undefined });
    }
  };
  useDebounce(() => search(input), TYPING_PAUSE, [input]);

  const submit = async (text: string) => {
    const name = text.trim().replace(/^#/, '');
    const ticket = LIKE_A_NUMBER.test(name) ? await findTicket(name) : null;
    if (ticket) {
      navigate(ticketPath({ number: ticket.number }));
    } else {
      search(text);
    }
  };
  return (
    <SearchField
      id={SEARCH_FIELD}
      className={classes.root}
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={input}
      onChange={setInput}
      onSubmit={submit}
    />
  );
}
