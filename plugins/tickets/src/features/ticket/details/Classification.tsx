import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type EditTicketRequest,
  isAnonymousReporter,
  type Ticket,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import { useTitles } from '../../../components';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Flex, Select, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { TagsField } from './TagsField';

/** Stands for no category: the ids of categories are never empty. */
const NONE = '';

interface Option {
  id: string;
  title: string;
}

/** What is to be changed of a ticket. */
type Edit = (ticket: Ticket) => EditTicketRequest;

/** Category, priority, visibility and tags of a ticket, to be changed. */
export function Classification(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const toast = useToast();
  const { data: desk } = useDesk();
  // of the ticket as it is when it is sent, also for the second time
  const classify = useTicketChange<Edit>(ticket, (api, edit, options) =>
    api.editTicket(ticket.number, edit(ticket), options),
  );
  const change = (edit: Edit) =>
    classify.mutateAsync(edit).then(
      () => {
        toast.success(t('ticket.saved'));
        return true;
      },
      // the alert says why
      () => false,
    );
  const choose = (request: EditTicketRequest) => change(() => request);

  const categories: Option[] = [
    { id: NONE, title: t('none.category') },
    ...withCurrent(desk?.categories, ticket.category, titles.category),
  ];
  const priorities = withCurrent(
    desk?.priorities,
    ticket.priority,
    titles.priority,
  );

  return (
    <Flex direction="column" gap="3" pt="2" mb="3">
      {(desk?.categories.length ?? 0) > 0 && (
        <Select
          label={t('field.category')}
          options={categories}
          value={ticket.category ?? NONE}
          onChange={id => choose({ category: id === NONE ? null : id })}
          isDisabled={classify.isUnderWay}
        />
      )}
      <Select
        label={t('field.priority')}
        options={priorities}
        value={ticket.priority}
        onChange={priority => choose({ priority })}
        isDisabled={classify.isUnderWay}
      />
      <Select
        label={t('field.visibility')}
        description={t(`visibility.hint.${ticket.visibility}`)}
        options={visibilitySchema.options.map(id => ({
          id,
          title: t(`visibility.${id}`),
        }))}
        value={ticket.visibility}
        onChange={id =>
          choose({
            visibility: visibilitySchema.options.find(known => known === id),
          })
        }
        isDisabled={
          classify.isUnderWay ||
          // what was reported anonymously stays confidential
          isAnonymousReporter(ticket.requester)
        }
      />
      <TagsField
        tags={ticket.tags ?? []}
        isDisabled={classify.isUnderWay}
        onChange={edit => change(({ tags = [] }) => ({ tags: edit(tags) }))}
      />
      <ChangeAlert
        error={classify.error}
        onRetry={() => classify.variables && change(classify.variables)}
        onDismiss={classify.reset}
      />
    </Flex>
  );
}

/** What a ticket has stays on offer, also when it is no longer configured. */
function withCurrent(
  configured: Option[] | undefined,
  current: string | null,
  titleOf: (id: string) => string,
): Option[] {
  const options = configured ?? [];
  return current === null || options.some(({ id }) => id === current)
    ? options
    : [...options, { id: current, title: titleOf(current) }];
}
