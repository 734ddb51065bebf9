import type { Mistake } from './Mistake';
import { attachmentMistakes } from './attachments';
import { cacheMistakes } from './cache';
import { categoryMistakes } from './categories';
import { deadlineMistakes } from './deadlines';
import { formMistakes } from './forms';
import { peopleMistakes } from './people';
import { publicPageMistakes } from './publicPages';
import { replyMistakes } from './replies';
import { routingMistakes } from './routing';
import { shapeMistakes } from './shape';
import { statusMistakes } from './statuses';
import { workflowMistakes } from './workflow';

/** One mistake after the other that a configuration can have. */
export const mistakes: readonly Mistake[] = [
  ...attachmentMistakes,
  ...cacheMistakes,
  ...categoryMistakes,
  ...deadlineMistakes,
  ...formMistakes,
  ...peopleMistakes,
  ...publicPageMistakes,
  ...replyMistakes,
  ...routingMistakes,
  ...shapeMistakes,
  ...statusMistakes,
  ...workflowMistakes,
];
