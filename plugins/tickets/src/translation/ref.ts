import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { english } from './en';

/**
 * Every text of the screens. English is built in and German comes along;
 * a portal can replace single messages or add languages.
 * @public
 */
export const ticketsTranslationRef = createTranslationRef({
  id: 'plugin.tickets',
  messages: english,
  translations: {
    de: () => import('./de'),
  },
});
