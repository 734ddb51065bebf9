import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Ticket,
  TicketParticipant,
} from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useDesk, useEntityNames, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, ButtonIcon, Flex, RemoveIcon } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';

const AddPersonDialog = lazy(() =>
  import('./AddPersonDialog').then(m => ({ default: m.AddPersonDialog })),
);

/** Watches a ticket, and adds others to it. */
export function PeopleActions(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const [isAdding, setIsAdding] = useState(false);
  const caller = desk?.caller.ref;
  const watch = useTicketChange<string>(ticket, (api, ref, options) =>
    api.addPerson(ticket.number, { ref, role: 'watcher' }, options),
  );
  const mayWatch =
    caller !== undefined &&
    ticket.allowedActions.includes('watch') &&
    !ticket.people.some(
      ({ ref, role }) => ref === caller && role === 'watcher',
    );
  const mayShare = ticket.allowedActions.includes('share');
  return (
    <>
      {(mayWatch || mayShare) && (
        <Flex gap="2" mb="3" style={{ flexWrap: 'wrap' }}>
          {mayWatch && (
            <Button
              variant="secondary"
              isDisabled={watch.isUnderWay}
              onPress={() => watch.mutate(caller)}
            >
              {t('people.watch')}
            </Button>
          )}
          {mayShare && (
            <Button variant="secondary" onPress={() => setIsAdding(true)}>
              {t('people.add')}
            </Button>
          )}
        </Flex>
      )}
      <ChangeAlert
        error={watch.error}
        onRetry={() => watch.variables && watch.mutate(watch.variables)}
        onDismiss={watch.reset}
      />
      {isAdding && (
        <Suspense fallback={null}>
          <AddPersonDialog ticket={ticket} onClose={() => setIsAdding(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Takes a person or group away from a ticket. */
export function RemovePerson(props: {
  person: TicketParticipant;
  isDisabled: boolean;
  onRemove: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ref } = props.person;
  const name = useEntityNames(useMemo(() => [ref], [ref]))(ref);
  return (
    <ButtonIcon
      variant="tertiary"
      size="small"
      aria-label={t('people.removePerson', { name })}
      icon={<RemoveIcon fontSize="inherit" />}
      isDisabled={props.isDisabled}
      onPress={props.onRemove}
    />
  );
}
