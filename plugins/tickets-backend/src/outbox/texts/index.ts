import type { Language } from '../../config/DeskConfig';
import type { NotificationTexts } from './NotificationTexts';
import { german } from './de';
import { english } from './en';

export type { NotificationTexts } from './NotificationTexts';

/** What the portal's notifications say, in each language of the desk. */
export const notificationTexts: Readonly<Record<Language, NotificationTexts>> =
  { en: english, de: german };
