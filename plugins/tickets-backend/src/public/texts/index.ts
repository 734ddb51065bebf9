import type { Language } from '../../config/DeskConfig';
import { de } from './de';
import { type PublicTexts, en } from './en';

export type { PublicTexts } from './en';

/** What the public pages say, by language. */
export const publicTexts: Readonly<Record<Language, PublicTexts>> = { en, de };
