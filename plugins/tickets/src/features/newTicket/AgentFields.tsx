import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  type DeskDescription,
  type Visibility,
  visibilitySchema,
} from '@portaldesk/plugin-tickets-common';
import { EntityPicker, PersonField, QUEUE, TeamField } from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { CheckboxList, makeStyles, Select, Text } from '../../ui';
import type { AgentChoices } from './newTicketDraft';

const useStyles = makeStyles(
  {
    fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(15rem, 100%), 1fr))',
      gap: 'var(--bui-space-4)',
      marginTop: 'var(--bui-space-3)',
      alignItems: 'start',
    },
  },
  { name: 'PortaldeskAgentFields' },
);

/** Stands for what rules and categories decide. */
const BY_RULES = '';

const SILENT = 'silent';

/** What only agents say when they file a ticket; all of it can be left to the desk. */
export function AgentFields(props: {
  desk: DeskDescription;
  choices: AgentChoices;
  errors: Record<string, string>;
  onChange: (part: Partial<AgentChoices>) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { desk, choices, errors, onChange } = props;
  return (
    <fieldset className={classes.fieldset}>
      <Text as="legend" weight="bold">
        {t('newTicket.forAgents')}
      </Text>
      <div className={classes.fields}>
        <EntityPicker
          label={t('newTicket.onBehalfOf')}
          description={t('newTicket.onBehalfOfHint')}
          error={errors.onBehalfOf}
          choosable="user"
          value={choices.onBehalfOf || null}
          onChange={ref => onChange({ onBehalfOf: ref ?? '' })}
        />
        <TeamField
          desk={desk}
          team={choices.team}
          without={null}
          noneLabel={t('newTicket.byRules')}
          error={errors.team}
          onChoose={team => onChange({ team, assignee: '' })}
        />
        {choices.team !== '' && (
          <PersonField
            team={choices.team}
            without={null}
            queueLabel={t('handOver.teamDecides')}
            person={choices.assignee || QUEUE}
            error={errors.assignee}
            onChoose={person =>
              onChange({ assignee: person === QUEUE ? '' : person })
            }
          />
        )}
        <Select
          label={t('field.visibility')}
          error={errors.visibility}
          options={[
            { id: BY_RULES, title: t('newTicket.byRules') },
            ...visibilitySchema.options.map(id => ({
              id,
              title: t(`visibility.${id}`),
            })),
          ]}
          value={choices.visibility}
          onChange={id => onChange({ visibility: id as Visibility | '' })}
        />
        <CheckboxList
          label={t('newTicket.notifications')}
          options={[{ id: SILENT, title: t('newTicket.silent') }]}
          chosen={choices.silent ? [SILENT] : []}
          onChange={chosen => onChange({ silent: chosen.includes(SILENT) })}
        />
      </div>
    </fieldset>
  );
}
