import { PageFrame } from '../ui';
import { FramedPage } from './FramedPage';
import { defaultLists } from './lists';

/** The page Tickets of the classic frontend system. */
export function TicketsPage() {
  return <FramedPage frame={PageFrame} lists={defaultLists} />;
}
