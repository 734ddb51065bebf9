import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { EntityPicker } from '../../../components';
import { useEntityNames } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Flex, Select, SingleChoice, TextField } from '../../../ui';
import { type BulkKind, type BulkValues, NOBODY } from './bulkChange';

interface Props {
  desk: DeskDescription;
  values: BulkValues;
  onChange: (part: Partial<BulkValues>) => void;
}

/** What has to be chosen for a change of many tickets. */
export function BulkFields(props: Props & { kind: BulkKind }) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { kind, desk, values, onChange } = props;
  switch (kind) {
    case 'assign':
      return <AssigneeField {...props} />;
    case 'move':
      return <TeamField {...props} />;
    case 'status':
      return (
        <Select
          label={t('field.status')}
          placeholder={t('bulk.choose')}
          // postponing asks for a date of each
          options={desk.statuses.filter(({ type }) => type !== 'postponed')}
          value={values.status}
          onChange={status => onChange({ status })}
        />
      );
    case 'priority':
      return (
        <Select
          label={t('field.priority')}
          placeholder={t('bulk.choose')}
          options={desk.priorities}
          value={values.priority}
          onChange={priority => onChange({ priority })}
        />
      );
    case 'tags':
      return (
        <>
          <TextField
            label={t('bulk.addTags')}
            description={t('bulk.tagsHint')}
            value={values.addTags}
            onChange={addTags => onChange({ addTags })}
          />
          <TextField
            label={t('bulk.removeTags')}
            value={values.removeTags}
            onChange={removeTags => onChange({ removeTags })}
          />
        </>
      );
    default:
      return (
        <>
          <SingleChoice
            label={t('bulk.how')}
            isLabelShown
            options={(['solve', 'close'] as const).map(id => ({
              id,
              title: t(`ticket.${id}`),
            }))}
            chosen={values.close}
            onChoose={close => onChange({ close })}
          />
          <SingleChoice
            label={t('bulk.notify')}
            isLabelShown
            options={(['default', 'yes', 'no'] as const).map(id => ({
              id,
              title: t(`bulk.notify.${id}`),
            }))}
            chosen={values.notify}
            onChoose={notify => onChange({ notify })}
          />
        </>
      );
  }
}

function AssigneeField(props: Props) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { desk, values, onChange } = props;
  const { assignee } = values;
  const choices = [
    { id: desk.caller.ref, title: t('bulk.me') },
    { id: NOBODY, title: t('none.assignee') },
  ];
  return (
    <>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {choices.map(({ id, title }) => (
          <Button
            key={id}
            variant={assignee === id ? 'primary' : 'secondary'}
            aria-pressed={assignee === id}
            onPress={() => onChange({ assignee: id })}
          >
            {title}
          </Button>
        ))}
      </Flex>
      <EntityPicker
        label={t('bulk.person')}
        choosable="user"
        value={
          assignee === NOBODY || assignee === desk.caller.ref ? null : assignee
        }
        onChange={ref => onChange({ assignee: ref })}
      />
    </>
  );
}

function TeamField(props: Props) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { desk, values, onChange } = props;
  const nameOf = useEntityNames(desk.teams);
  return desk.teams.length === 0 ? (
    <EntityPicker
      label={t('field.team')}
      choosable="group"
      value={values.team}
      onChange={team => onChange({ team })}
    />
  ) : (
    <Select
      label={t('field.team')}
      description={t('bulk.moveHint')}
      placeholder={t('bulk.choose')}
      options={desk.teams.map(id => ({ id, title: nameOf(id) }))}
      value={values.team}
      onChange={team => onChange({ team })}
    />
  );
}
