import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import type {
  Ticket,
  TicketParticipant,
} from '@portaldesk/plugin-tickets-common';
import { useNavigate } from 'react-router-dom';
import { RefLink } from '../../../components';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { rootRouteRef } from '../../../routes';
import { ChangeAlert } from '../ChangeAlert';
import { Fact } from '../Facts';
import { useAnnounce } from '../useAnnounce';

const ROLES = ['to', 'cc', 'watcher'] as const;

/** The people and groups who take part in a ticket, by what they are to it. */
export function Participants(props: { ticket: Ticket }) {
  const { ticket } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const announce = useAnnounce();
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
      announce(t('people.left', { number: ticket.number }));
      if (left.allowedActions.length === 0) {
        // nothing else gives access: the ticket is not there any more
        navigate(listPath());
      }
      return left;
    },
  );
  const mayLeave = ticket.allowedActions.includes('watch');

  return (
    <>
      {ROLES.map(role => {
        const people = ticket.people.filter(person => person.role === role);
        return (
          people.length > 0 && (
            <Fact key={role} name={t(`people.${role}`)}>
              {people.map(person => (
                <Box key={person.ref} display="flex" alignItems="center">
                  <Box flexGrow={1} minWidth={0}>
                    <RefLink entityRef={person.ref} />
                  </Box>
                  {person.canRead === false && (
                    <Chip
                      size="small"
                      variant="outlined"
                      label={t('people.noAccess')}
                      title={t('people.noAccessMeans')}
                      style={{ margin: 0 }}
                    />
                  )}
                  {mayLeave && person.ref === desk?.caller.ref && (
                    <Button
                      size="small"
                      disabled={leave.isUnderWay}
                      onClick={() => leave.mutate(person)}
                    >
                      {t(
                        role === 'watcher' ? 'people.unwatch' : 'people.leave',
                      )}
                    </Button>
                  )}
                </Box>
              ))}
            </Fact>
          )
        );
      })}
      <ChangeAlert error={leave.error} />
    </>
  );
}
