import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Ticket,
  TicketParticipant,
} from '@portaldesk/plugin-tickets-common';
import { useNavigate } from 'react-router-dom';
import { RefLink } from '../../../components';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { rootRouteRef } from '../../../routes';
import { Button, Flex, makeStyles, Text, useToast } from '../../../ui';
import { ChangeAlert } from '../ChangeAlert';
import { Fact, Facts } from '../Facts';
import { PeopleActions, RemovePerson } from './PeopleActions';

const useStyles = makeStyles(
  { person: { flex: '1 1 8rem', minWidth: 0 } },
  { name: 'PortaldeskParticipants' },
);

const ROLES = ['to', 'cc', 'watcher'] as const;

/** The people and groups who take part in a ticket, by what they are to it. */
export function Participants(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const classes = useStyles();
  const toast = useToast();
  const navigate = useNavigate();
  const listPath = useRouteRef(rootRouteRef);
  const { data: desk } = useDesk();
  const leave = useTicketChange<TicketParticipant>(
    ticket,
    async (api, { ref, role }, options) => {
      const left = await api.removePerson(
        ticket.number,
        { ref, role },
        options,
      );
      if (ref === desk?.caller.ref) {
        toast.success(t('people.left', { number: ticket.number }));
      }
      if (left.allowedActions.length === 0) {
        // nothing else gives access: the ticket can no longer be shown
        navigate(listPath());
      }
      return left;
    },
  );
  const mayShare = ticket.allowedActions.includes('share');
  const mayLeave = ticket.allowedActions.includes('watch');

  return (
    <>
      <Facts>
        {ROLES.map(role => {
          const people = ticket.people.filter(person => person.role === role);
          return (
            people.length > 0 && (
              <Fact key={role} name={t(`people.${role}`)}>
                {people.map(person => (
                  <Flex
                    key={person.ref}
                    align="center"
                    gap="2"
                    style={{ flexWrap: 'wrap' }}
                  >
                    <div className={classes.person}>
                      <RefLink entityRef={person.ref} />
                    </div>
                    {person.canRead === false && (
                      <Text
                        variant="body-x-small"
                        color="warning"
                        title={t('people.noAccessMeans')}
                      >
                        {t('people.noAccess')}
                      </Text>
                    )}
                    {mayShare && person.ref !== desk?.caller.ref && (
                      <RemovePerson
                        person={person}
                        isDisabled={leave.isUnderWay}
                        onRemove={() => leave.mutate(person)}
                      />
                    )}
                    {mayLeave && person.ref === desk?.caller.ref && (
                      <Button
                        variant="tertiary"
                        isDisabled={leave.isUnderWay}
                        onPress={() => leave.mutate(person)}
                      >
                        {t(
                          role === 'watcher'
                            ? 'people.unwatch'
                            : 'people.leave',
                        )}
                      </Button>
                    )}
                  </Flex>
                ))}
              </Fact>
            )
          );
        })}
      </Facts>
      <PeopleActions ticket={ticket} />
      <ChangeAlert
        error={leave.error}
        onRetry={() => leave.variables && leave.mutate(leave.variables)}
        onDismiss={leave.reset}
      />
    </>
  );
}
