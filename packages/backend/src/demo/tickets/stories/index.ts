import { accessStories } from './access';
import { infrastructureStories } from './infrastructure';
import { logisticsStories } from './logistics';
import { paymentStories } from './payments';
import { pipelineStories } from './pipelines';
import { shopStories } from './shop';

export type { Pace, Story, Turn } from './story';

export const stories = [
  ...shopStories,
  ...paymentStories,
  ...logisticsStories,
  ...pipelineStories,
  ...infrastructureStories,
  ...accessStories,
];
