import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DeskDescription,
  HandOverRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { type FormEvent, useState } from 'react';
import { EntityPicker, useAwayText } from '../../../components';
import { useTeamMembers, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ChangeAlert } from '../ChangeAlert';
import { useAnnounce } from '../useAnnounce';

const useStyles = makeStyles(
  theme => ({
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      paddingTop: theme.spacing(1),
    },
  }),
  { name: 'PortaldeskHandOverDialog' },
);

/** Stands for nobody: the ticket waits in the queue of its team. */
const QUEUE = '';

/** Gives a ticket to a team, and to one of its people or to its queue. */
export function HandOverDialog(props: {
  ticket: Ticket;
  desk: DeskDescription;
  onClose: () => void;
}) {
  const { ticket, desk, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const announce = useAnnounce();
  // Agents of another team may move the ticket, not choose within its team.
  const mayStay = ticket.allowedActions.includes('classify');
  const [team, setTeam] = useState((mayStay && ticket.team) || '');
  const [person, setPerson] = useState(QUEUE);
  const handOver = useTicketChange<HandOverRequest>(
    ticket,
    (api, request, options) => api.handOver(ticket.number, request, options),
  );

  const chooseTeam = (ref: string) => {
    setTeam(ref);
    setPerson(QUEUE);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    handOver.mutate(
      {
        assignee: person === QUEUE ? null : person,
        team: team === ticket.team ? undefined : team,
      },
      {
        onSuccess: () => {
          announce(t('ticket.handedOver'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      onClose={onClose}
      aria-labelledby="hand-over-title"
    >
      <form onSubmit={onSubmit}>
        <DialogTitle id="hand-over-title">
          {t('handOver.title', { number: ticket.number })}
        </DialogTitle>
        <DialogContent className={classes.content}>
          <TeamField
            desk={desk}
            team={team}
            without={mayStay ? null : ticket.team}
            onChoose={chooseTeam}
          />
          <PersonField team={team} person={person} onChoose={setPerson} />
          <ChangeAlert error={handOver.error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('handOver.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={team === '' || handOver.isUnderWay}
          >
            {t('handOver.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function TeamField(props: {
  desk: DeskDescription;
  team: string;
  /** A team that cannot be chosen. */
  without: string | null;
  onChoose: (ref: string) => void;
}) {
  const { desk, team, without } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  if (desk.teams.length === 0) {
    return (
      <EntityPicker
        id="hand-over-team"
        label={t('handOver.team')}
        helperText={team === '' ? t('handOver.chooseTeam') : undefined}
        choosable="group"
        value={team || null}
        onChange={ref => props.onChoose(ref ?? '')}
      />
    );
  }
  // The team that has the ticket may be none of those that are configured now.
  const teams = [
    ...(team === '' || desk.teams.includes(team) ? [] : [team]),
    ...desk.teams,
  ].filter(ref => ref !== without);
  return (
    <TextField
      select
      id="hand-over-team"
      label={t('handOver.team')}
      helperText={team === '' ? t('handOver.chooseTeam') : undefined}
      value={team}
      onChange={event => props.onChoose(event.target.value)}
      variant="outlined"
      size="small"
    >
      {teams.map(ref => (
        <MenuItem key={ref} value={ref}>
          <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
        </MenuItem>
      ))}
    </TextField>
  );
}

function PersonField(props: {
  team: string;
  person: string;
  onChoose: (ref: string) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const members = useTeamMembers(props.team);
  const awayText = useAwayText();
  const hint = () => {
    if (members.isError) {
      return t('handOver.peopleFailed');
    }
    if (members.isFetching) {
      return t('handOver.loadingPeople');
    }
    return members.data?.length === 0 ? t('handOver.noPeople') : undefined;
  };
  return (
    <TextField
      select
      id="hand-over-person"
      label={t('handOver.person')}
      value={props.person}
      onChange={event => props.onChoose(event.target.value)}
      error={members.isError}
      helperText={hint()}
      SelectProps={{ displayEmpty: true }}
      InputLabelProps={{ shrink: true }}
      variant="outlined"
      size="small"
    >
      <MenuItem value={QUEUE}>{t('handOver.queue')}</MenuItem>
      {members.data?.map(ref => (
        <MenuItem key={ref} value={ref}>
          <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
          <AwayMark text={awayText(ref)} />
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Stands beside the name of somebody who is away. */
function AwayMark(props: { text: string | undefined }) {
  return props.text === undefined ? null : (
    <Typography variant="caption" color="textSecondary">
      {'\u00a0· '}
      {props.text}
    </Typography>
  );
}
