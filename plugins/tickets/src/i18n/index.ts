export { ticketsMessages } from './en';
export { ticketsTranslationRef } from './ref';
export { useLocale } from './useLocale';
export { type Issue, useIssueText } from './useIssueText';
