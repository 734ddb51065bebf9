import { screen } from '@testing-library/react';
import { ANONYMOUS_REPORTER_PREFIX } from '@portaldesk/plugin-tickets-common';
import { agentAtWork, PATH } from '../../__testUtils__/agentAtWork';
import { renderScreens } from '../../__testUtils__/renderScreens';
import { agentTicket, MESSAGES } from '../../__testUtils__/stubDesk';

it('says of an anonymous reporter no more than that, and links to nobody', async () => {
  window.localStorage.clear();
  const requester = `${ANONYMOUS_REPORTER_PREFIX}3f9c1a`;
  await renderScreens(
    agentAtWork(
      {
        listMessages: async () => ({
          items: [{ ...MESSAGES[0], author: requester, body: 'I saw it' }],
        }),
      },
      agentTicket({ requester, createdBy: requester, channel: 'public' }),
    ),
    PATH,
  );
  const message = (await screen.findByText('I saw it')).closest('article');
  expect(message).toHaveTextContent('Anonymous reporter');
  await screen.findByRole('button', { name: 'Reply to Anonymous reporter' });
  // as requester and as author
  expect(screen.getAllByText('Anonymous reporter').length).toBeGreaterThan(1);
  expect(screen.queryByRole('link', { name: /Anonymous/ })).toBeNull();
  expect(document.body).not.toHaveTextContent('3f9c1a');
});
