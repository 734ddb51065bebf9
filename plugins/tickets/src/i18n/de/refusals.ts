/** Why the desk refused, by its stable code, in German. */
export const refusals = {
  'refusal.invalid-request': 'Etwas an der Anfrage ist nicht gültig.',
  'refusal.not-signed-in': 'Melden Sie sich neu an.',
  'refusal.not-allowed': 'Das dürfen Sie nicht.',
  'refusal.permission-denied':
    'Die Berechtigungen des Portals lassen das nicht zu.',
  'refusal.action-not-allowed': 'Das dürfen Sie an diesem Ticket nicht tun.',
  'refusal.admins-only': 'Das dürfen nur Admins des Helpdesks.',
  'refusal.agents-only': 'Das dürfen nur Agenten.',
  'refusal.other-ticket-not-allowed':
    'Das andere Ticket dürfen Sie nicht verknüpfen.',
  'refusal.assignment-not-allowed':
    'Sie dürfen das Ticket in ein anderes Team geben, aber dort niemandem zuweisen.',
  'refusal.watchers-not-allowed':
    'Wer das Ticket beobachtet, dürfen Sie nicht bestimmen.',
  'refusal.organisation-access-not-allowed':
    'Über den Zugriff der Organisation dürfen Sie nicht bestimmen.',
  'refusal.absence-not-allowed':
    'Die Abwesenheit dieser Person dürfen Sie nicht eintragen.',
  'refusal.not-found': 'Das gibt es nicht, oder nicht für Sie.',
  'refusal.ticket-not-found':
    'Dieses Ticket gibt es nicht, oder nicht für Sie.',
  'refusal.message-not-found':
    'Diese Nachricht gibt es nicht, oder nicht für Sie.',
  'refusal.file-not-found': 'Diese Datei gibt es nicht, oder nicht für Sie.',
  'refusal.view-not-found': 'Diese Ansicht gibt es nicht, oder nicht für Sie.',
  'refusal.canned-reply-not-found':
    'Für das Ticket gibt es diesen Textbaustein nicht.',
  'refusal.failed-notification-not-found':
    'Diese fehlgeschlagene Benachrichtigung gibt es nicht mehr.',
  'refusal.address-not-found': 'Unter dieser Adresse hat der Helpdesk nichts.',
  'refusal.method-not-allowed':
    'Unter dieser Adresse macht der Helpdesk das nicht.',
  'refusal.conflict': 'Der jetzige Stand lässt das nicht zu.',
  'refusal.action-not-possible': 'Der Stand des Tickets lässt das nicht zu.',
  'refusal.status-not-reachable':
    'Dieser Status kann nicht auf den jetzigen folgen.',
  'refusal.category-of-ended-ticket':
    'Die Kategorie eines beendeten Tickets lässt sich nicht ändern.',
  'refusal.ticket-merged-meanwhile':
    'Das Ticket wurde gerade zusammengeführt. Laden Sie es neu.',
  'refusal.ticket-moved-meanwhile':
    'Das Ticket ging gerade an ein anderes Team. Laden Sie es neu.',
  'refusal.parent-of-parent':
    'Ein Ticket kann nicht seinem eigenen übergeordneten Ticket übergeordnet sein.',
  'refusal.merge-into-itself':
    'Ein Ticket lässt sich nicht mit sich selbst zusammenführen.',
  'refusal.merge-of-visibilities':
    'Tickets mit diesen Sichtbarkeiten lassen sich nicht zusammenführen.',
  'refusal.merge-shows-confidential':
    'Damit würde ein vertraulicher Verlauf mehr Menschen gezeigt.',
  'refusal.merge-into-ended': 'Das andere Ticket ist beendet.',
  'refusal.merge-into-postponed': 'Das andere Ticket ist zurückgestellt.',
  'refusal.idempotency-key-reused':
    'Das wurde schon mit anderem Inhalt gesendet.',
  'refusal.too-many-tags': 'Das Ticket hätte zu viele Tags.',
  'refusal.too-many-people': 'Das Ticket hätte zu viele Personen und Gruppen.',
  'refusal.too-many-views':
    'Es gibt schon zu viele gespeicherte Ansichten. Löschen Sie erst eine.',
  'refusal.view-name-taken': 'Eine Ansicht mit diesem Namen gibt es schon.',
  'refusal.too-many-uploads':
    'Zu viele Ihrer hochgeladenen Dateien sind noch nirgends angehängt. Senden oder entfernen Sie sie erst.',
  'refusal.upload-too-slow': 'Das Hochladen hat zu lange gedauert.',
  'refusal.stale-ticket':
    'Das Ticket wurde gerade von jemand anderem geändert.',
  'refusal.stale-view': 'Die Ansicht wurde gerade von jemand anderem geändert.',
  'refusal.body-too-large': 'Das ist zu groß.',
  'refusal.file-too-large': 'Die Datei ist zu groß.',
  'refusal.media-type-not-supported':
    'Diese Art von Inhalt nimmt der Helpdesk nicht an.',
  'refusal.file-type-not-allowed': 'Dateien dieser Art sind nicht erlaubt.',
  'refusal.too-many-requests':
    'Sie haben zu viel auf einmal angefragt. Versuchen Sie es gleich noch einmal.',
  'refusal.internal-error':
    'Etwas ist schiefgegangen. Versuchen Sie es noch einmal; passiert es wieder, sagen Sie es denen, die das Portal betreiben.',
  'refusal.unavailable':
    'Das geht im Moment nicht. Versuchen Sie es gleich noch einmal.',
  'refusal.unreachable':
    'Der Helpdesk war nicht zu erreichen. Versuchen Sie es gleich noch einmal.',
};
