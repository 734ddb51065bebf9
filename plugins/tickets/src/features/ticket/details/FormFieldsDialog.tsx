import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EditTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useMemo, useRef, useState } from 'react';
import { isStale, refusedAnswersOf, useTicketChange } from '../../../data';
import { ticketsTranslationRef, useIssueText } from '../../../i18n';
import {
  type FormAnswers,
  FormDialog,
  type FormSchema,
  SchemaForm,
  type SchemaFormHandle,
  useToast,
} from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

interface Edit {
  fields: FormAnswers;
  /** Of the ticket that the answers were written for. */
  version: number;
}

/** Changes what was filled into the category's form. */
export function FormFieldsDialog(props: {
  ticket: Ticket;
  schema: FormSchema;
  onClose: () => void;
}) {
  const { ticket, schema, onClose } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const issueText = useIssueText();
  const toast = useToast();
  // What others change now does not get into what is being written.
  const [opened] = useState(ticket);
  const [answers, setAnswers] = useState<FormAnswers>(opened.fields);
  const [saved, setSaved] = useState<FormAnswers>(opened.fields);
  const [checking, setChecking] = useState(false);
  const handle = useRef<SchemaFormHandle>(null);
  const edit = useTicketChange<Edit>(ticket, (api, { fields, version }) =>
    api.editTicket(ticket.number, { fields } as EditTicketRequest, { version }),
  );

  const save = (overrule = false) => {
    setChecking(true);
    const form = handle.current;
    if (!form?.checkAnswers()) {
      form?.focusMistake();
      return;
    }
    const fields = form.changes(opened.fields);
    if (Object.keys(fields).length === 0) {
      onClose();
      return;
    }
    // A reply in between is no reason to ask; another answer to the same is.
    const isContested = Object.keys(fields).some(
      name =>
        JSON.stringify(ticket.fields[name]) !==
        JSON.stringify(opened.fields[name]),
    );
    const { version } = isContested && !overrule ? opened : ticket;
    setSaved(answers);
    edit.mutate(
      { fields, version },
      {
        onSuccess: () => {
          toast.success(t('ticket.saved'));
          onClose();
        },
        onError: error => isStale(error) || form.focusMistake(),
      },
    );
  };

  const refused = useMemo(
    () =>
      refusedAnswersOf(edit.error, issueText).filter(
        // an answer that was changed since is not judged yet
        ({ path: [field] }) =>
          field === undefined ||
          JSON.stringify(answers[field]) === JSON.stringify(saved[field]),
      ),
    [edit.error, issueText, answers, saved],
  );
  // what stands at its field is not said again
  const isMarked = refusedAnswersOf(edit.error, issueText).length > 0;

  return (
    <FormDialog
      title={t('form.editTitle', { number: ticket.number })}
      submitLabel={t('ticket.save')}
      cancelLabel={t('ticket.cancel')}
      isSubmitDisabled={edit.isUnderWay}
      onSubmit={() => save()}
      onClose={onClose}
    >
      <SchemaForm
        id="tickets-form"
        schema={schema}
        value={answers}
        isChecking={checking}
        isDisabled={edit.isPending}
        refused={refused}
        handle={handle}
        onChange={setAnswers}
      />
      <ChangeAlert
        error={isMarked ? null : edit.error}
        retryLabel={t('stale.saveMine')}
        dismissLabel={t('stale.takeTheirs')}
        onRetry={() => save(true)}
        onDismiss={onClose}
      />
    </FormDialog>
  );
}
