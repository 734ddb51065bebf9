import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  asSentence,
  AttachButton,
  FileDropArea,
  UploadList,
  useRefusalText,
} from '../../components';
import { fieldErrorsOf, useFileTicket, useUploads } from '../../data';
import { ticketsTranslationRef, useIssueText } from '../../i18n';
import { useDraft } from '../../lib/useDraft';
import { rootRouteRef, ticketRouteRef } from '../../routes';
import {
  Alert,
  Button,
  ButtonLink,
  Flex,
  makeStyles,
  MarkdownField,
  Select,
  Text,
  TextField,
} from '../../ui';
import { AssetsField } from './AssetsField';
import { CategoryTiles } from './CategoryTiles';
import {
  validateDraft,
  emptyDraft,
  limitOf,
  priorityOf,
  readDraft,
  requestOf,
} from './newTicketDraft';

const useStyles = makeStyles(
  {
    form: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-5)',
      maxWidth: '55rem',
    },
    priority: { maxWidth: '15rem' },
  },
  { name: 'PortaldeskNewTicketForm' },
);

/** Files a ticket; what is typed outlives errors and reloads. */
export function NewTicketForm(props: {
  desk: DeskDescription;
  /** The entities that the form was opened for. */
  assets: string[];
}) {
  const { desk, assets } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const issueText = useIssueText();
  const navigate = useNavigate();
  const listPath = useRouteRef(rootRouteRef)();
  const ticketPath = useRouteRef(ticketRouteRef);
  const name = newTicketDraftName(desk, assets);
  const draft = useDraft(name, emptyDraft(assets), readDraft);
  const uploads = useUploads(name, desk);
  const { value, change } = draft;
  const [checking, setChecking] = useState(false);

  const filing = useFileTicket(({ number }) => {
    draft.clear();
    uploads.forget(uploads.attachmentIds);
    // Its page tells that it is filed, and so does the portal's notification.
    navigate(ticketPath({ number }));
  });

  const problems = validateDraft(value);
  const refused = fieldErrorsOf(filing.error, issueText);
  const errorOf = (field: 'subject' | 'message' | 'assets') => {
    const problem = checking ? problems[field] : undefined;
    return problem
      ? t(`newTicket.${problem}`, { max: String(limitOf[problem]) })
      : refused[field];
  };

  // Known at once, where isPending is known after the next render only.
  const filingNow = useRef(false);
  const submit = () => {
    setChecking(true);
    const hasAllFiles = !uploads.isUploading && !uploads.hasFailed;
    if (
      Object.keys(problems).length === 0 &&
      hasAllFiles &&
      !filingNow.current
    ) {
      filingNow.current = true;
      const { attachmentIds } = uploads;
      filing.mutate(requestOf(value, desk, attachmentIds), {
        onError: error => uploads.markRefused(error, attachmentIds),
        onSettled: () => {
          filingNow.current = false;
        },
      });
    } else if (problems.subject) {
      document.getElementById('tickets-new-subject')?.focus();
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };

  const discard = () => {
    draft.clear();
    uploads.removeAll();
  };

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {(draft.restored || uploads.restored) && (
        <Alert
          status="info"
          action={
            <Button variant="tertiary" onPress={discard}>
              {t('newTicket.discardDraft')}
            </Button>
          }
        >
          {t('newTicket.draftRestored')}
        </Alert>
      )}
      {desk.categories.length > 0 && (
        <CategoryTiles
          categories={desk.categories}
          chosen={value.category}
          error={refused.category}
          onChoose={category => change({ category })}
        />
      )}
      <TextField
        id="tickets-new-subject"
        label={t('field.subject')}
        description={t('newTicket.subjectHint')}
        error={errorOf('subject')}
        value={value.subject}
        onChange={subject => change({ subject })}
        isRequired
      />
      <FileDropArea uploads={uploads} isDisabled={filing.isPending}>
        <MarkdownField
          label={t('field.message')}
          description={t('newTicket.messageHint')}
          error={errorOf('message')}
          value={value.message}
          onChange={message => change({ message })}
          rows={8}
          onSubmit={submit}
        />
        <UploadList uploads={uploads} isDisabled={filing.isPending} />
        <Flex align="center" gap="2" mt="2">
          <AttachButton uploads={uploads} isDisabled={filing.isPending} />
          <Text variant="body-x-small" color="secondary">
            {t('files.hint')}
          </Text>
        </Flex>
      </FileDropArea>
      <Select
        className={classes.priority}
        label={t('field.priority')}
        error={refused.priority}
        options={desk.priorities}
        value={priorityOf(value, desk)}
        onChange={priority => change({ priority })}
      />
      <AssetsField
        assets={value.assets}
        error={errorOf('assets')}
        onChange={changed => change({ assets: changed })}
      />
      {checking && (uploads.isUploading || uploads.hasFailed) && (
        <Alert status="warning">
          {t(uploads.hasFailed ? 'files.hasFailed' : 'files.wait')}
        </Alert>
      )}
      {filing.isError && (
        <Alert status="danger">
          {Object.keys(refused).length > 0
            ? t('newTicket.checkFields')
            : t('newTicket.failed', {
                reason: asSentence(refusalText(filing.error)),
              })}
        </Alert>
      )}
      <Flex gap="2">
        <Button type="submit" isDisabled={filing.isPending}>
          {filing.isPending ? t('newTicket.filing') : t('newTicket.file')}
        </Button>
        <ButtonLink variant="secondary" href={listPath}>
          {t('newTicket.cancel')}
        </ButtonLink>
      </Flex>
    </form>
  );
}

/** A draft belongs to a person and to what the form was opened for. */
export function newTicketDraftName(desk: DeskDescription, assets: string[]) {
  return [desk.caller.ref, 'new', ...[...assets].sort()].join(' ');
}
