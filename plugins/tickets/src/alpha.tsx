export { default } from './frontendPlugin';
export { ticketsMessages, ticketsTranslationRef } from './i18n';
