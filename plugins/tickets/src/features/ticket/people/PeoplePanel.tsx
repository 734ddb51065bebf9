import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { Away, RefLink, RefOrMissing } from '../../../components';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Flex, Panel, shortcutProps, Text } from '../../../ui';
import { Fact, Facts } from '../Facts';
import { AssetList } from './AssetList';
import { Participants } from './Participants';
import { TakeOverButton } from './TakeOverButton';

const HandOverDialog = lazy(() =>
  import('./HandOverDialog').then(m => ({ default: m.HandOverDialog })),
);

const AssetsDialog = lazy(() =>
  import('./AssetsDialog').then(m => ({ default: m.AssetsDialog })),
);

/** Who has to do with a ticket, and what it is about. */
export function PeoplePanel(props: { ticket: Ticket }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ticket } = props;
  return (
    <Panel title={t('ticket.people')}>
      <Facts>
        <Fact name={t('field.requester')}>
          <RefLink entityRef={ticket.requester} />
        </Fact>
        {ticket.createdBy !== ticket.requester && (
          <Fact name={t('field.createdBy')}>
            <RefLink entityRef={ticket.createdBy} />
          </Fact>
        )}
        {ticket.organisation && (
          <Fact name={t('field.organisation')}>
            <RefLink entityRef={ticket.organisation} />
          </Fact>
        )}
        <Fact name={t('field.team')}>
          <RefOrMissing entityRef={ticket.team} missing={t('none.team')} />
        </Fact>
        <Fact name={t('field.assignee')}>
          <RefOrMissing
            entityRef={ticket.assignee}
            missing={t('none.assignee')}
          />
          <Away person={ticket.assignee} />
          <Assignment ticket={ticket} />
        </Fact>
      </Facts>
      <Participants ticket={ticket} />
      <Assets ticket={ticket} />
    </Panel>
  );
}

function Assets(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [isEditing, setIsEditing] = useState(false);
  const mayEdit = ticket.allowedActions.includes('edit');
  if (ticket.assets.length === 0 && !mayEdit) {
    return null;
  }
  return (
    <>
      <Facts>
        <Fact name={t('field.assets')}>
          {ticket.assets.length > 0 ? (
            <AssetList assets={ticket.assets} />
          ) : (
            <Text as="div" color="secondary">
              {t('none.asset')}
            </Text>
          )}
          {mayEdit && (
            <Button
              variant="secondary"
              size="small"
              onPress={() => setIsEditing(true)}
            >
              {t('assets.change')}
            </Button>
          )}
        </Fact>
      </Facts>
      {isEditing && (
        <Suspense fallback={null}>
          <AssetsDialog ticket={ticket} onClose={() => setIsEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

function Assignment(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { data: desk } = useDesk();
  const [handingOver, setHandingOver] = useState(false);
  const mayTakeOver =
    ticket.allowedActions.includes('take-over') &&
    ticket.assignee !== desk?.caller.ref;
  const mayHandOver = ticket.allowedActions.includes('hand-over');

  return (
    <>
      {(mayTakeOver || mayHandOver) && (
        <Flex gap="2" mt="2" mb="2" style={{ flexWrap: 'wrap' }}>
          {mayTakeOver && <TakeOverButton ticket={ticket} />}
          {mayHandOver && (
            <Button
              variant="secondary"
              {...shortcutProps('a')}
              onPress={() => setHandingOver(true)}
            >
              {t('ticket.handOver')}
            </Button>
          )}
        </Flex>
      )}
      {handingOver && desk && (
        <Suspense fallback={null}>
          <HandOverDialog
            ticket={ticket}
            desk={desk}
            onClose={() => setHandingOver(false)}
          />
        </Suspense>
      )}
    </>
  );
}
