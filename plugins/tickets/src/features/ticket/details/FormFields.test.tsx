import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NUMBER, PATH } from '../../../__testUtils__/agentAtWork';
import { renderScreens } from '../../../__testUtils__/renderScreens';
import {
  AGENT,
  agentDesk,
  agentTicket,
  refusal,
  stubDesk,
  ticketOf,
} from '../../../__testUtils__/stubDesk';
import { fill } from '../../../__testUtils__/typing';

const categories = [
  {
    id: 'access',
    title: 'Access',
    agentsOnly: false,
    form: {
      required: ['role'],
      properties: {
        role: { type: 'string', title: 'Role', maxLength: 10 },
        host: { type: 'string', title: 'Host' },
        until: { type: 'string', format: 'date', title: 'Until' },
      },
    },
  },
];
const before = {
  category: 'access',
  fields: { role: 'reader', host: 'web-1' },
};

function deskWith(
  methods: Parameters<typeof stubDesk>[0] = {},
  ticket = agentTicket(before),
) {
  return stubDesk({
    desk: agentDesk({ categories }),
    tickets: [ticket],
    ...methods,
  });
}

const openDialog = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Edit answers' }));
const roleField = () =>
  screen.findByRole('textbox', { name: 'Role (required)' });
const save = () =>
  userEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('the answers to the form of a category', () => {
  beforeEach(() => window.localStorage.clear());

  it('are read by titles, and edited by those who may', async () => {
    const ticketsApi = deskWith();
    await renderScreens(ticketsApi, PATH);
    expect(await screen.findByText('Host')).toBeVisible();
    expect(screen.getByText('web-1')).toBeVisible();
    await openDialog();
    expect(await roleField()).toHaveValue('reader');
    await userEvent.clear(screen.getByRole('textbox', { name: 'Host' }));
    await fill(await roleField(), '!');
    await save();

    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenCalledWith(
        NUMBER,
        { fields: { role: 'reader!', host: null } },
        { version: 3 },
      ),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('are only read by those who may not edit them', async () => {
    const ticketsApi = deskWith({}, ticketOf(before));
    await renderScreens(ticketsApi, PATH);
    expect(await screen.findByText('web-1')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit answers' })).toBeNull();
  });

  it('are not sent while one of them does not fit', async () => {
    const ticketsApi = deskWith();
    await renderScreens(ticketsApi, PATH);
    await openDialog();
    await fill(await roleField(), ' of everything');
    await save();
    expect(
      await screen.findByText('This can have at most 10 characters.'),
    ).toBeVisible();
    await waitFor(async () => expect(await roleField()).toHaveFocus());
    expect(ticketsApi.editTicket).not.toHaveBeenCalled();
  });

  it('are kept when another person changed the same one, and can be saved all the same', async () => {
    let ticket = agentTicket(before);
    const stale = await refusal(412, {
      name: 'PreconditionFailedError',
      message: 'changed',
      code: 'version-mismatch',
      changes: [
        {
          id: 'e9',
          version: 4,
          actor: AGENT,
          at: '2026-03-02T09:31:00.000Z',
          detail: {
            type: 'fields-edited',
            from: { role: 'reader' },
            to: { role: 'owner' },
          },
        },
      ],
    });
    const ticketsApi = deskWith({
      methods: {
        getTicket: async () => ticket,
        editTicket: async (_number, _request, options) => {
          if (options?.version !== 4) {
            ticket = agentTicket({
              ...before,
              fields: { ...before.fields, role: 'owner' },
              version: 4,
            });
            throw stale;
          }
          return ticket;
        },
      },
    });
    await renderScreens(ticketsApi, PATH);
    await openDialog();
    await fill(await roleField(), '!');
    await save();
    expect(await screen.findByText(/role: "owner"/)).toBeVisible();
    expect(await roleField()).toHaveValue('reader!');

    // once more without a word would undo what the other person did
    await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
    await waitFor(() =>
      expect(ticketsApi.editTicket).toHaveBeenLastCalledWith(
        NUMBER,
        { fields: { role: 'reader!' } },
        { version: 4 },
      ),
    );
  });

  it('show at its field what the desk refuses', async () => {
    const error = await refusal(400, {
      name: 'InputError',
      message: 'fields.role',
      issues: [{ path: 'fields.role', message: 'no', code: 'not-configured' }],
    });
    const ticketsApi = deskWith({
      methods: {
        editTicket: async () => {
          throw error;
        },
      },
    });
    await renderScreens(ticketsApi, PATH);
    await openDialog();
    await fill(await roleField(), '!');
    await save();
    expect(
      await screen.findByText('The desk does not have this any longer.'),
    ).toBeVisible();
    expect(await roleField()).toBeInvalid();
    expect(await roleField()).toHaveValue('reader!');
  });
});
