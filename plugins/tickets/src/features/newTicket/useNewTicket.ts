import { useRouteRef } from '@backstage/core-plugin-api';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  refusedAnswersOf,
  useAssets,
  useFileTicket,
  useUploads,
} from '../../data';
import { useIssueText } from '../../i18n';
import { useDraft } from '../../lib/useDraft';
import { ticketRouteRef } from '../../routes';
import type { FormAnswers, SchemaFormHandle } from '../../ui';
import {
  emptyDraft,
  readDraft,
  requestOf,
  validateDraft,
} from './newTicketDraft';
import { offeredCategories } from './offeredCategories';

export const SUBJECT_FIELD = 'tickets-new-subject';

const NOTHING: FormAnswers = {};

/** A ticket that is being written, until it is filed. */
export function useNewTicket(desk: DeskDescription, assets: string[]) {
  const navigate = useNavigate();
  const ticketPath = useRouteRef(ticketRouteRef);
  const issueText = useIssueText();
  const name = newTicketDraftName(desk, assets);
  const draft = useDraft(name, emptyDraft(assets), readDraft);
  const uploads = useUploads(name, desk);
  const [checking, setChecking] = useState(false);
  const formHandle = useRef<SchemaFormHandle>(null);
  const [isFormMissing, setFormMissing] = useState(false);
  const [filedAnswers, setFiledAnswers] = useState(NOTHING);
  const { value, change } = draft;
  const [primary] = value.assets;
  const assetsKnown = useAssets(primary === undefined ? [] : [primary]);
  const categories = offeredCategories(
    desk.categories,
    assetsKnown.data?.get(primary),
  );
  // What was chosen before the asset may not be offered for it.
  const chosen = categories.find(({ id }) => id === value.category);
  const category = chosen?.id ?? '';
  const form = chosen?.form;
  const answers = value.answers[category] ?? NOTHING;

  const filing = useFileTicket(({ number }) => {
    draft.clear();
    uploads.forget(uploads.attachmentIds);
    // Its page tells that it is filed, and so does the portal's notification.
    navigate(ticketPath({ number }));
  });

  const problems = validateDraft(value);
  // Known at once, where isPending is known after the next render only.
  const filingNow = useRef(false);

  const submit = () => {
    setChecking(true);
    setFormMissing(form !== undefined && formHandle.current === null);
    const isFilledIn = !form || formHandle.current?.checkAnswers() === true;
    if (problems.subject) {
      document.getElementById(SUBJECT_FIELD)?.focus();
    } else if (!isFilledIn) {
      formHandle.current?.focusMistake();
    }
    if (
      Object.keys(problems).length > 0 ||
      !isFilledIn ||
      uploads.isUploading ||
      uploads.hasFailed ||
      filingNow.current
    ) {
      return;
    }
    filingNow.current = true;
    setFiledAnswers(answers);
    const { attachmentIds } = uploads;
    const filled = form && formHandle.current?.answers();
    filing.mutate(
      requestOf({ ...value, category }, desk, attachmentIds, filled),
      {
        onError: error => uploads.markRefused(error, attachmentIds),
        onSettled: () => {
          filingNow.current = false;
        },
      },
    );
  };

  const discard = () => {
    draft.clear();
    uploads.removeAll();
  };

  const { error, variables: filed } = filing;
  const refusedAnswers = useMemo(
    () =>
      filed?.category === category
        ? refusedAnswersOf(error, issueText).filter(
            // an answer that was changed since is not judged yet
            ({ path: [field] }) =>
              field === undefined ||
              isSame(answers[field], filedAnswers[field]),
          )
        : [],
    [error, issueText, filed, category, answers, filedAnswers],
  );

  return {
    draft,
    uploads,
    filing,
    checking,
    problems,
    /** Whether it was to be filed before its form was loaded. */
    isFormMissing,
    categories,
    /** Empty: none. */
    category,
    form: form && {
      schema: form,
      value: answers,
      refused: refusedAnswers,
      handle: formHandle,
      onChange: (changed: FormAnswers) =>
        change({ answers: { ...value.answers, [category]: changed } }),
    },
    submit,
    discard,
  };
}

/** A draft belongs to a person and to what the form was opened for. */
export function newTicketDraftName(desk: DeskDescription, assets: string[]) {
  return [desk.caller.ref, 'new', ...[...assets].sort()].join(' ');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
