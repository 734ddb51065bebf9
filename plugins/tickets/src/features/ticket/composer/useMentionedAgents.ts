import type {
  DeskDescription,
  Ticket,
} from '@portaldesk/plugin-tickets-common';
import { useMemo } from 'react';
import { useEntityNames, useTeamMembers } from '../../../data';
import { mayMention, mentionedIn } from './mentions';

const NOBODY: string[] = [];

/**
 * The names of the other agents of a ticket's team whom an agent mentions. The
 * team is looked up when a person may be mentioned, and for agents alone.
 */
export function useMentionedAgents(
  ticket: Ticket,
  desk: DeskDescription,
  text: string,
): string[] {
  const asked = ticket.allowedActions.includes('note') && mayMention(text);
  const members = useTeamMembers(asked ? (ticket.team ?? '') : '');
  const { assignee, requester } = ticket;
  const caller = desk.caller.ref;
  const agents = useMemo(() => {
    const team = members.data ?? NOBODY;
    const known = assignee === null ? team : [...team, assignee];
    return [...new Set(known)].filter(
      ref => ref !== caller && ref !== requester,
    );
  }, [members.data, assignee, requester, caller]);
  const nameOf = useEntityNames(asked ? agents : NOBODY);
  return asked
    ? mentionedIn(
        text,
        agents.map(ref => ({ ref, name: nameOf(ref) })),
      ).map(({ name }) => name)
    : NOBODY;
}
