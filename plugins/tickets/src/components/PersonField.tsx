import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { useEntityNames, useTeamMembers } from '../data';
import { ticketsTranslationRef } from '../i18n';
import { Select } from '../ui';
import { useAwayText } from './Away';

/** Stands for nobody: the ticket waits in the queue of its team. */
export const QUEUE = 'queue';

const NOBODY: string[] = [];

/** Who of a team gets a ticket, with those who are away marked. */
export function PersonField(props: {
  team: string;
  /** A person who cannot be chosen. */
  without: string | null;
  /** What it means that nobody is chosen. */
  queueLabel: string;
  /** A reference, or {@link QUEUE}; empty: not chosen yet. */
  person: string;
  /** Why the desk did not take who was chosen. */
  error?: string;
  onChoose: (person: string) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const members = useTeamMembers(props.team);
  const people = useMemo(
    () => (members.data ?? NOBODY).filter(ref => ref !== props.without),
    [members.data, props.without],
  );
  const nameOf = useEntityNames(people);
  const awayText = useAwayText();
  const titleOf = (ref: string) =>
    [nameOf(ref), awayText(ref)].filter(Boolean).join(' · ');

  const hint = () => {
    if (members.isFetching) {
      return t('handOver.loadingPeople');
    }
    return members.data?.length === 0 ? t('handOver.noPeople') : undefined;
  };
  return (
    <Select
      label={t('handOver.person')}
      description={hint()}
      error={members.isError ? t('handOver.peopleFailed') : props.error}
      placeholder={t('handOver.choosePerson')}
      options={[
        ...people.map(ref => ({ id: ref, title: titleOf(ref) })),
        { id: QUEUE, title: props.queueLabel },
      ]}
      value={props.person || null}
      onChange={props.onChoose}
    />
  );
}
