import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Ticket } from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { useDesk } from '../../../data';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, Link, makeStyles } from '../../../ui';
import { Fact, Facts } from '../Facts';
import { type FormValue, formValues, valueText } from './formValues';
import { useValueWords } from './useValueWords';

const FormDialog = lazy(() =>
  import('./FormFieldsDialog').then(module => ({
    default: module.FormFieldsDialog,
  })),
);

const useStyles = makeStyles(
  {
    // texts of several lines keep them
    value: { whiteSpace: 'pre-wrap' },
    edit: { marginBottom: 'var(--bui-space-3)' },
  },
  { name: 'PortaldeskFormFields' },
);

/** What the category's form asked for, in the order of the form. */
export function FormFields(props: { ticket: Ticket }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { ticket } = props;
  const { data: desk } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const form = desk?.categories.find(({ id }) => id === ticket.category)?.form;
  const values = formValues(ticket, desk);
  return (
    <>
      {values.length > 0 && (
        <Facts>
          {values.map(field => (
            <Fact key={field.name} name={field.title}>
              <span className={classes.value}>
                <Value {...field} />
              </span>
            </Fact>
          ))}
        </Facts>
      )}
      {form && ticket.allowedActions.includes('edit') && (
        <Button
          className={classes.edit}
          variant="secondary"
          onPress={() => setEditing(true)}
        >
          {t(values.length > 0 ? 'form.edit' : 'form.fillIn')}
        </Button>
      )}
      {form && isEditing && (
        <Suspense fallback={null}>
          <FormDialog
            ticket={ticket}
            schema={form}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function Value(props: FormValue) {
  const words = useValueWords();
  const { value, schema } = props;
  const text = valueText(value, schema, words);
  return schema.format === 'uri' && /^https?:\/\//i.test(text) ? (
    <Link href={text}>{text}</Link>
  ) : (
    <>{text}</>
  );
}
