import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { EntityPicker } from '../../../components';
import { useEntityNames } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Select } from '../../../ui';

interface Props {
  desk: DeskDescription;
  /** A reference; empty: none chosen yet. */
  team: string;
  /** A team that cannot be chosen. */
  without: string | null;
  onChoose: (ref: string) => void;
}

/** The team that gets a ticket: one of those configured, else any group. */
export function TeamField(props: Props) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { team } = props;
  const label = t('handOver.team');
  const description = team === '' ? t('handOver.chooseTeam') : undefined;
  return props.desk.teams.length === 0 ? (
    <EntityPicker
      label={label}
      description={description}
      choosable="group"
      value={team || null}
      onChange={ref => props.onChoose(ref ?? '')}
    />
  ) : (
    <ConfiguredTeams {...props} label={label} description={description} />
  );
}

function ConfiguredTeams(
  props: Props & { label: string; description: string | undefined },
) {
  const { desk, team, without, label, description } = props;
  // The team that has the ticket may be none of those that are configured now.
  const teams = [
    ...(team === '' || desk.teams.includes(team) ? [] : [team]),
    ...desk.teams,
  ].filter(ref => ref !== without);
  const nameOf = useEntityNames(teams);
  return (
    <Select
      label={label}
      description={description}
      options={teams.map(ref => ({ id: ref, title: nameOf(ref) }))}
      value={team || null}
      onChange={props.onChoose}
    />
  );
}
