import { mailedEvents } from '../channel/mailedEvents';

const TEXT = '.txt.hbs';
const HTML = '.html.hbs';

/** What stands around that which happened; the last one puts all together. */
export const partNames = ['header', 'footer', 'layout'] as const;

export type PartName = (typeof partNames)[number];
export type Format = 'text' | 'html';

/** The file of a template for what happened, which is plain text. */
export function eventFile(event: string): string {
  return `${event}${TEXT}`;
}

export function partFile(part: PartName, format: Format): string {
  return `${part}${format === 'html' ? HTML : TEXT}`;
}

/** Whether what a template makes is HTML. */
export function isHtml(file: string): boolean {
  return file.endsWith(HTML);
}

const parts = partNames.flatMap(part => [
  partFile(part, 'text'),
  partFile(part, 'html'),
]);

/** All files that a folder of templates can have; outside of a language's folder only parts. */
export const fileNames = {
  everywhere: parts,
  inLanguage: [...parts, ...mailedEvents.map(eventFile)],
};
