import { deskOf } from '../../__testUtils__/stubDesk';
import { emptyDraft, priorityOf } from './newTicketDraft';

describe('priorityOf', () => {
  const desk = {
    ...deskOf(),
    categories: [
      {
        id: 'incident',
        title: 'Incident',
        priority: 'high',
        agentsOnly: false,
      },
      { id: 'question', title: 'Question', agentsOnly: false },
    ],
    defaultPriority: 'normal',
  };

  it.each([
    ['the default without a category', '', '', 'normal'],
    ['that of the category', 'incident', '', 'high'],
    ['the default where the category names none', 'question', '', 'normal'],
    ['what was chosen, whatever the category', 'incident', 'low', 'low'],
    ['that of the category for one that is gone', 'incident', 'gone', 'high'],
  ])('is %s', (_, category, priority, expected) => {
    expect(priorityOf({ ...emptyDraft([]), category, priority }, desk)).toBe(
      expected,
    );
  });
});
