export { ticketsTranslationRef } from './ref';
