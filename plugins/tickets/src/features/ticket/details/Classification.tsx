import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EditTicketRequest,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useTitles } from '../../../components';
import { useDesk, useTicketChange } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { ChangeAlert } from '../ChangeAlert';
import { useAnnounce } from '../useAnnounce';

const useStyles = makeStyles(
  theme => ({ field: { marginBottom: theme.spacing(1.5) } }),
  { name: 'PortaldeskClassification' },
);

interface Option {
  id: string;
  title: string;
}

/** Category and priority of a ticket, to be chosen. */
export function Classification(props: { ticket: Ticket }) {
  const { ticket } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const titles = useTitles();
  const announce = useAnnounce();
  const { data: desk } = useDesk();
  const classify = useTicketChange<EditTicketRequest>(
    ticket,
    (api, request, options) => api.editTicket(ticket.number, request, options),
  );
  const choose = (request: EditTicketRequest) =>
    classify.mutate(request, { onSuccess: () => announce(t('ticket.saved')) });

  const categories: Option[] = [
    { id: '', title: t('none.category') },
    ...withCurrent(desk?.categories, ticket.category, titles.category),
  ];
  const priorities = withCurrent(
    desk?.priorities,
    ticket.priority,
    titles.priority,
  );

  return (
    <>
      {(desk?.categories.length ?? 0) > 0 && (
        <TextField
          select
          id="ticket-category"
          className={classes.field}
          label={t('field.category')}
          value={ticket.category ?? ''}
          onChange={event => choose({ category: event.target.value || null })}
          disabled={classify.isUnderWay}
          SelectProps={{ displayEmpty: true }}
          InputLabelProps={{ shrink: true }}
          size="small"
          fullWidth
        >
          {categories.map(asItem)}
        </TextField>
      )}
      <TextField
        select
        id="ticket-priority"
        className={classes.field}
        label={t('field.priority')}
        value={ticket.priority}
        onChange={event => choose({ priority: event.target.value })}
        disabled={classify.isUnderWay}
        size="small"
        fullWidth
      >
        {priorities.map(asItem)}
      </TextField>
      <ChangeAlert error={classify.error} />
    </>
  );
}

function asItem({ id, title }: Option) {
  return (
    <MenuItem key={id} value={id}>
      {title}
    </MenuItem>
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
