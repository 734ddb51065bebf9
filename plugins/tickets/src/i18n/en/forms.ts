/** The fields that a category's form asks for, in English. */
export const forms = {
  'form.loading': 'The form is being loaded',
  'form.failed':
    'The form could not be loaded. Reload the page; what you typed is kept.',
  'form.notLoaded': 'The ticket was not filed, since its form is not loaded.',
  'form.required': '{{field}} (required)',
  'form.row': '{{field}}, {{row}}',
  'form.choose': 'Choose…',
  'form.none': 'None',
  'form.add': 'Add',
  'form.addTo': 'Add to {{field}}',
  'form.removeRow': 'Remove {{field}}, {{row}}',
  'form.option': 'Option {{number}}',
  'form.edit': 'Edit answers',
  'form.fillIn': 'Fill in the form',
  'form.editTitle': 'Edit the answers of {{number}}',
} as const;
