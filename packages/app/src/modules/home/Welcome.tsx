import { MarkdownContent } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';

const textWith = (inbox: string) => `
A service desk that lives where engineers already are. Some things to try:

- **File a ticket** — open [CI runners](/catalog/default/component/ci-runners)
  or [Billing service](/catalog/default/component/billing-service), choose the
  tab *Tickets* and then *New ticket*. The right support team has it at once.
- **Work on a queue** — sign in as Noor Haddad or Maya Lindqvist and open
  [Tickets](/tickets). Take one over, write a note, answer, set it waiting.
- **Change sides** — [sign out](/settings), choose the person who filed the
  ticket, and see the answer, but not the note.
- **Answer by mail** — the desk mails people what happens to their tickets.
  Read it in [their inboxes](${inbox}), answer there, and find the answer in
  the ticket.

Everybody here is invented, and so are some two hundred tickets of the last
half year.
`;

export const Welcome = () => {
  const port = useApi(configApiRef).getOptionalNumber('demo.mail.inboxPort');
  return (
    <MarkdownContent content={textWith(`http://localhost:${port ?? 7008}`)} />
  );
};
