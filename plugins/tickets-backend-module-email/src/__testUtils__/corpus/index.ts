import { broken } from './broken';
import { charsets } from './charsets';
import type { CorpusMail } from './CorpusMail';
import { machines } from './machines';
import { quotes } from './quotes';
import { structures } from './structures';

/** Mails as people and programs write them, with what they are to the desk. */
export const corpus: readonly CorpusMail[] = [
  ...charsets,
  ...quotes,
  ...structures,
  ...broken,
  ...machines,
];
