import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreens } from '../../__testUtils__/renderScreens';
import { deskOf, refusal, stubDesk } from '../../__testUtils__/stubDesk';
import { fill } from '../../__testUtils__/typing';

const desk = deskOf({
  categories: [
    {
      id: 'access',
      title: 'Access',
      agentsOnly: false,
      form: {
        required: ['system', 'role', 'production'],
        properties: {
          system: {
            type: 'string',
            title: 'System',
            description: 'As the catalog calls it.',
            maxLength: 10,
          },
          role: { type: 'string', title: 'Role', enum: ['reader', 'admin'] },
          production: { type: 'boolean', title: 'Production?' },
          until: { type: 'string', title: 'Until', format: 'date' },
          reason: {
            type: 'string',
            title: 'Reason',
            default: 'On call',
            'ui:widget': 'textarea',
          },
          areas: {
            type: 'array',
            title: 'Areas',
            uniqueItems: true,
            items: { type: 'string', enum: ['shop', 'orders'] },
          },
          hosts: {
            type: 'array',
            title: 'Hosts',
            items: { type: 'string' },
          },
        },
      },
    },
    { id: 'question', title: 'Question', agentsOnly: false },
  ],
});

const category = (name: string) =>
  userEvent.click(screen.getByRole('radio', { name }));
const systemField = () =>
  screen.findByRole('textbox', { name: 'System (required)' });
const file = () =>
  userEvent.click(screen.getByRole('button', { name: 'File ticket' }));

async function choose(field: RegExp, option: string) {
  await userEvent.click(screen.getByRole('button', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function open(ticketsApi = stubDesk({ desk })) {
  const { unmount } = await renderScreens(ticketsApi, '/new');
  await screen.findByRole('textbox', { name: 'Subject' });
  return { ticketsApi, unmount };
}

describe('the form of a category', () => {
  beforeEach(() => window.localStorage.clear());

  it('appears with its category, and its answers are filed', async () => {
    const { ticketsApi } = await open();
    expect(screen.queryByText('As the catalog calls it.')).toBeNull();
    await fill(screen.getByRole('textbox', { name: 'Subject' }), 'Let me in');
    await category('Access');
    expect(await systemField()).toHaveAccessibleDescription(
      'As the catalog calls it.',
    );
    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue(
      'On call',
    );

    await fill(await systemField(), 'billing');
    await choose(/Role/, 'admin');
    await userEvent.click(
      within(screen.getByRole('radiogroup', { name: /Production/ })).getByRole(
        'radio',
        { name: 'No' },
      ),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'orders' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add to Hosts' }));
    await fill(screen.getByRole('textbox', { name: 'Hosts, 1' }), 'web-1');
    await file();

    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        {
          subject: 'Let me in',
          category: 'access',
          fields: {
            system: 'billing',
            role: 'admin',
            production: false,
            reason: 'On call',
            areas: ['orders'],
            hosts: ['web-1'],
          },
        },
        { idempotencyKey: expect.any(String) },
      ),
    );
  });

  it('marks what is missing or does not fit, and moves there', async () => {
    const { ticketsApi } = await open();
    await fill(screen.getByRole('textbox', { name: 'Subject' }), 'Let me in');
    await category('Access');
    await fill(await systemField(), 'x'.repeat(11));
    await file();

    expect(
      await screen.findByText('This can have at most 10 characters.'),
    ).toBeVisible();
    // the choice, and yes or no
    expect(screen.getAllByText('This is required.')).toHaveLength(2);
    expect(await systemField()).toBeInvalid();
    await waitFor(async () => expect(await systemField()).toHaveFocus());
    expect(ticketsApi.fileTicket).not.toHaveBeenCalled();

    await userEvent.clear(await systemField());
    await fill(await systemField(), 'billing');
    expect(await systemField()).toBeValid();
  });

  it('keeps what was typed over another category and a reload', async () => {
    const first = await open();
    await category('Access');
    await fill(await systemField(), 'billing');
    await userEvent.clear(screen.getByRole('textbox', { name: 'Reason' }));
    await category('Question');
    expect(screen.queryByRole('textbox', { name: /System/ })).toBeNull();
    await category('Access');
    expect(await systemField()).toHaveValue('billing');
    first.unmount();

    await open();
    expect(await systemField()).toHaveValue('billing');
    // emptied on purpose
    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue('');
  });

  it('files nothing of a form that is not chosen any more', async () => {
    const { ticketsApi } = await open();
    await fill(screen.getByRole('textbox', { name: 'Subject' }), 'How?');
    await category('Access');
    await fill(await systemField(), 'billing');
    await category('Question');
    await file();
    await waitFor(() =>
      expect(ticketsApi.fileTicket).toHaveBeenCalledWith(
        { subject: 'How?', category: 'question' },
        { idempotencyKey: expect.any(String) },
      ),
    );
  });

  it('shows what the desk refuses at its field, until that is changed', async () => {
    const error = await refusal(400, {
      name: 'InputError',
      message: 'fields.system: must match format "system"',
      issues: [
        {
          path: 'fields.system',
          message: 'must match format "system"',
          code: 'wrong-format',
          params: { format: 'system' },
        },
        { path: 'fields.budget', message: 'is required', code: 'required' },
      ],
    });
    await open(
      stubDesk({
        desk,
        methods: {
          fileTicket: async () => {
            throw error;
          },
        },
      }),
    );
    await fill(screen.getByRole('textbox', { name: 'Subject' }), 'Let me in');
    await category('Access');
    await fill(await systemField(), 'billing');
    await choose(/Role/, 'reader');
    await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await file();

    const text = 'This does not have the expected format (system).';
    expect(await screen.findByText(text)).toBeVisible();
    expect(await systemField()).toBeInvalid();
    // of a field that this form does not show
    expect(screen.getByText('budget: This is required.')).toBeVisible();
    await fill(await systemField(), '2');
    await waitFor(() => expect(screen.queryByText(text)).toBeNull());
  });
});
