/** Files of messages, in English. */
export const files = {
  'files.attach': 'Attach files',
  'files.hint': 'or drop or paste them here',
  'files.dropHere': 'Drop the files here',
  'files.label': 'Attached files',
  'files.progress': '{{uploaded}} of {{all}} files are uploaded.',
  'files.pastedPicture': 'Picture {{time}}',
  'files.uploading': 'Uploading {{name}}',
  'files.retry': 'Upload {{name}} again',
  'files.cancel': 'Cancel the upload of {{name}}',
  'files.remove': 'Remove {{name}}',
  'files.wait': 'Wait until all files are uploaded.',
  'files.hasFailed':
    'Some files are not uploaded. Upload them again or remove them.',
  'files.failed.tooLarge':
    'Files can be at most {{max}}. Compress the file, or write where it can be found.',
  'files.failed.empty': 'The file is empty. Choose another one.',
  'files.failed.folder':
    'Folders cannot be attached. Attach the files in it, or put them into an archive.',
  'files.failed.type':
    'Files of this type are not accepted. Attach it in another format.',
  'files.failed.typeZip':
    'Files of this type are not accepted. Put it into a ZIP archive and attach that.',
  'files.failed.tooManyInMessage':
    'A message has at most {{max}} files. Remove others, or send this one in the next message.',
  'files.failed.tooManyUnsent':
    'You have too many files that are not sent yet. Send or remove some, also in other tickets, and try again.',
  'files.failed.noRoom':
    'Your files that are not sent yet can be at most {{max}} together. Send or remove some, also in other tickets, and try again.',
  'files.failed.tooSlow': 'The upload took too long. Try again.',
  'files.failed.noConnection':
    'The service desk did not answer. Check your connection and try again.',
  'files.failed.gone':
    'The service desk has discarded this file, since it was not sent within a day. Attach it again.',
  'attachment.save': 'Save {{name}}',
  'attachment.failed': '{{name}} could not be loaded: {{reason}}',
  'attachment.open': 'Open {{name}}',
  'attachment.saveShort': 'Save',
  'attachment.pictures': 'Pictures',
  'attachment.files': 'Files',
  'attachment.loading': 'Loading {{name}}',
  'attachment.beginning':
    'Only the beginning is shown. Save the file to read all of it.',
  'attachment.previous': 'Previous file',
  'attachment.next': 'Next file',
  'attachment.position': '{{number}} of {{all}}',
} as const;
