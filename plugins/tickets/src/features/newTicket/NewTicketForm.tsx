import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import type { FormEvent } from 'react';
import {
  asSentence,
  AssetsField,
  AttachButton,
  FileDropArea,
  UploadList,
  useRefusalText,
} from '../../components';
import { fieldErrorsOf } from '../../data';
import { ticketsTranslationRef, useIssueText } from '../../i18n';
import { rootRouteRef } from '../../routes';
import {
  Alert,
  Button,
  ButtonLink,
  Flex,
  makeStyles,
  MarkdownField,
  SchemaForm,
  Select,
  Text,
  TextField,
} from '../../ui';
import { AgentFields } from './AgentFields';
import { CategoryChips } from './CategoryChips';
import { limitOf, priorityOf } from './newTicketDraft';
import { SimilarTickets } from './SimilarTickets';
import { SUBJECT_FIELD, useNewTicket } from './useNewTicket';

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
  const { desk } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const refusalText = useRefusalText();
  const issueText = useIssueText();
  const listPath = useRouteRef(rootRouteRef)();
  const {
    draft,
    uploads,
    filing,
    checking,
    problems,
    isFormMissing,
    categories,
    category,
    form,
    submit,
    discard,
  } = useNewTicket(desk, props.assets);
  const { value, change } = draft;

  const refused = fieldErrorsOf(filing.error, issueText);
  const errorOf = (field: 'subject' | 'message' | 'assets') => {
    const problem = checking ? problems[field] : undefined;
    return problem
      ? t(`newTicket.${problem}`, { max: String(limitOf[problem]) })
      : refused[field];
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
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
      <TextField
        id={SUBJECT_FIELD}
        label={t('field.subject')}
        description={t('newTicket.subjectHint')}
        error={errorOf('subject')}
        value={value.subject}
        onChange={subject => change({ subject })}
        isRequired
      />
      <SimilarTickets
        desk={desk}
        subject={value.subject}
        asset={value.assets[0]}
      />
      {desk.categories.length > 0 && (
        <CategoryChips
          categories={categories}
          chosen={category}
          error={refused.category}
          onChoose={id => change({ category: id })}
        />
      )}
      {form && (
        <SchemaForm
          // what is typed belongs to one category
          key={category}
          id="tickets-new-form"
          isChecking={checking}
          isDisabled={filing.isPending}
          {...form}
        />
      )}
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
        value={priorityOf({ ...value, category }, desk)}
        onChange={priority => change({ priority })}
      />
      <AssetsField
        assets={value.assets}
        error={errorOf('assets')}
        onChange={changed => change({ assets: changed })}
      />
      {(desk.caller.agent || desk.caller.admin) && (
        <AgentFields
          desk={desk}
          choices={value.agent}
          errors={refused}
          onChange={part => change({ agent: { ...value.agent, ...part } })}
        />
      )}
      {checking && (uploads.isUploading || uploads.hasFailed) && (
        <Alert status="warning">
          {t(uploads.hasFailed ? 'files.hasFailed' : 'files.wait')}
        </Alert>
      )}
      {isFormMissing && <Alert status="warning">{t('form.notLoaded')}</Alert>}
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
