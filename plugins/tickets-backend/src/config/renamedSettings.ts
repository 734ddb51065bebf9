/** Settings that have another name since, by their path below `tickets`. */
export const renamedSettings: Readonly<Record<string, string>> = {
  'tickets.closing.tellInvolved': 'notifyParticipants',
  'tickets.closing.reclassify': 'allowReclassify',
  'tickets.workflow.ownTicketsRead': 'markOwnTicketsRead',
};
