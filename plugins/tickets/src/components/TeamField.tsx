import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { useEntityNames } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { Select } from '../ui';
import { EntityPicker } from './EntityPicker';

/** Stands for no team. */
const NONE = '';

interface Props {
  desk: DeskDescription;
  /** A reference; empty: none chosen yet. */
  team: string;
  /** A team that cannot be chosen. */
  without: string | null;
  /** What it means that none is chosen, where that is a choice. */
  noneLabel?: string;
  /** Why the desk did not take what was chosen. */
  error?: string;
  onChoose: (ref: string) => void;
}

/** The team that gets a ticket: one of those configured, else any group. */
export function TeamField(props: Props) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { team } = props;
  const label = t('handOver.team');
  const description =
    props.noneLabel ?? (team === '' ? t('handOver.chooseTeam') : undefined);
  return props.desk.teams.length === 0 ? (
    <EntityPicker
      label={label}
      description={description}
      error={props.error}
      choosable="group"
      value={team || null}
      onChange={ref => props.onChoose(ref ?? '')}
    />
  ) : (
    <ConfiguredTeams
      {...props}
      label={label}
      description={props.noneLabel ? undefined : description}
    />
  );
}

function ConfiguredTeams(
  props: Props & { label: string; description: string | undefined },
) {
  const { desk, team, without, label, description, noneLabel } = props;
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
      error={props.error}
      options={[
        ...(noneLabel ? [{ id: NONE, title: noneLabel }] : []),
        ...teams.map(ref => ({ id: ref, title: nameOf(ref) })),
      ]}
      value={team || (noneLabel ? NONE : null)}
      onChange={props.onChoose}
    />
  );
}
