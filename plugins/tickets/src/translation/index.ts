export { ticketsMessages } from './en';
export { ticketsTranslationRef } from './ref';
