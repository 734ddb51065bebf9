import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { ticketsMessages } from './en';

/**
 * Every text of the screens. English is built in and German comes along;
 * a portal can replace single messages or add languages.
 * @public
 */
// The type is spelt out, since the compiler would list the messages in the
// declaration in an order that changes with whatever else it compiles.
export const ticketsTranslationRef: TranslationRef<
  'plugin.tickets',
  typeof ticketsMessages
> = createTranslationRef({
  id: 'plugin.tickets',
  messages: ticketsMessages,
  translations: {
    de: () => import('./de'),
  },
});
