/** Files of messages, in German. */
export const files = {
  'files.attach': 'Dateien anhängen',
  'files.hint': 'oder hierher ziehen oder einfügen',
  'files.dropHere': 'Dateien hier ablegen',
  'files.label': 'Angehängte Dateien',
  'files.progress': '{{uploaded}} von {{all}} Dateien sind hochgeladen.',
  'files.pastedPicture': 'Bild {{time}}',
  'files.uploading': '{{name}} wird hochgeladen',
  'files.retry': '{{name}} erneut hochladen',
  'files.cancel': 'Hochladen von {{name}} abbrechen',
  'files.remove': '{{name}} entfernen',
  'files.wait': 'Warten Sie, bis alle Dateien hochgeladen sind.',
  'files.hasFailed':
    'Einige Dateien sind nicht hochgeladen. Laden Sie sie erneut hoch, oder entfernen Sie sie.',
  'files.failed.tooLarge':
    'Dateien dürfen höchstens {{max}} groß sein. Komprimieren Sie die Datei, oder schreiben Sie, wo sie liegt.',
  'files.failed.empty': 'Die Datei ist leer. Wählen Sie eine andere.',
  'files.failed.folder':
    'Ordner lassen sich nicht anhängen. Hängen Sie die Dateien darin an, oder packen Sie sie in ein Archiv.',
  'files.failed.type':
    'Dateien dieses Typs werden nicht angenommen. Hängen Sie sie in einem anderen Format an.',
  'files.failed.typeZip':
    'Dateien dieses Typs werden nicht angenommen. Packen Sie sie in ein ZIP-Archiv, und hängen Sie das an.',
  'files.failed.tooManyInMessage':
    'Eine Nachricht hat höchstens {{max}} Dateien. Entfernen Sie andere, oder senden Sie diese mit der nächsten Nachricht.',
  'files.failed.tooManyUnsent':
    'Sie haben zu viele Dateien, die noch nicht gesendet sind. Senden oder entfernen Sie welche, auch in anderen Tickets, und versuchen Sie es erneut.',
  'files.failed.noRoom':
    'Ihre noch nicht gesendeten Dateien dürfen zusammen höchstens {{max}} groß sein. Senden oder entfernen Sie welche, auch in anderen Tickets, und versuchen Sie es erneut.',
  'files.failed.tooSlow':
    'Das Hochladen hat zu lange gedauert. Versuchen Sie es erneut.',
  'files.failed.noConnection':
    'Der Service-Desk hat nicht geantwortet. Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.',
  'files.failed.gone':
    'Der Service-Desk hat diese Datei verworfen, da sie nicht innerhalb eines Tages gesendet wurde. Hängen Sie sie erneut an.',
  'attachment.save': '{{name}} speichern',
  'attachment.failed': '{{name}} konnte nicht geladen werden: {{reason}}',
  'attachment.open': '{{name}} öffnen',
  'attachment.saveShort': 'Speichern',
  'attachment.pictures': 'Bilder',
  'attachment.files': 'Dateien',
  'attachment.loading': '{{name}} wird geladen',
  'attachment.beginning':
    'Nur der Anfang ist zu sehen. Speichern Sie die Datei, um alles zu lesen.',
  'attachment.previous': 'Vorherige Datei',
  'attachment.next': 'Nächste Datei',
  'attachment.position': '{{number}} von {{all}}',
};
