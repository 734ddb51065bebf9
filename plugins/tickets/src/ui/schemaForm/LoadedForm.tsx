import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Form from '@rjsf/core';
import {
  englishStringTranslator,
  ErrorSchemaBuilder,
  TranslatableString,
} from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ticketsTranslationRef, useIssueText } from '../../i18n';
import { choiceWidgets } from './choiceWidgets';
import { PreparedForm, storedAnswers, WHAT_IS_A_DEFAULT } from './PreparedForm';
import { templates } from './templates';
import { textWidgets } from './textWidgets';
import type { RefusedAnswer, SchemaFormProps } from './types';

const widgets = { ...choiceWidgets, ...textWidgets };

/** A point is in no name of a field, so that ids tell rows from fields. */
const SEPARATOR = '.';

/** What can be reached within a field that is marked as wrong. */
const INVALID = [
  'input[aria-invalid="true"]',
  'textarea[aria-invalid="true"]',
  '[data-invalid] input',
  '[data-invalid] button',
].join(', ');

/** The form of a schema, once what shows it is loaded. */
export function LoadedForm(props: SchemaFormProps) {
  const { id, schema, value, isChecking, refused, onChange } = props;
  const translateString = useLibraryTexts();
  const issueText = useIssueText();
  const fields = useRef<HTMLDivElement>(null);
  const form = useMemo(() => new PreparedForm(schema), [schema]);
  const filled = useMemo(() => form.fill(value), [form, value]);
  const answers = useMemo(() => form.answers(filled), [form, filled]);

  const [mistakes, setMistakes] = useState(0);
  useEffect(() => {
    // the library draws the marks in a rendering of its own, after this one
    const timer = window.setTimeout(() => {
      if (mistakes > 0) {
        fields.current?.querySelector<HTMLElement>(INVALID)?.focus();
      }
    });
    return () => window.clearTimeout(timer);
  }, [mistakes]);

  useImperativeHandle(
    props.handle,
    () => ({
      answers: () => answers,
      changes: before => form.changes(before, answers),
      checkAnswers: () => {
        const tidied = storedAnswers(form.withoutBlankRows(filled));
        if (JSON.stringify(tidied) !== JSON.stringify(storedAnswers(filled))) {
          onChange(tidied);
        }
        return form.issuesIn(answers).length === 0;
      },
      focusMistake: () => setMistakes(count => count + 1),
    }),
    [form, filled, answers, onChange],
  );

  const errors = useMemo(() => {
    const found = isChecking ? form.issuesIn(answers) : [];
    const marked = [
      ...found.map(issue => ({ path: issue.path, text: issueText(issue) })),
      ...refused,
    ];
    return errorTree(marked, name => form.shows(name, filled));
  }, [form, filled, answers, isChecking, refused, issueText]);

  return (
    <div ref={fields}>
      <Form
        // it stands within the form of the screen
        tagName="div"
        idPrefix={id}
        idSeparator={SEPARATOR}
        schema={form.schema}
        uiSchema={form.uiSchema}
        formData={filled}
        validator={validator}
        widgets={widgets}
        experimental_defaultFormStateBehavior={WHAT_IS_A_DEFAULT}
        templates={templates}
        translateString={translateString}
        // each field shows its own; they are found here, in the words of the desk
        noValidate
        showErrorList={false}
        extraErrors={errors}
        disabled={props.isDisabled}
        onChange={({ formData }) => onChange(storedAnswers(formData))}
      >
        {/* without a button of its own */}
        <></>
      </Form>
    </div>
  );
}

/** One error a field; those of fields that nobody sees stand above all. */
function errorTree(
  errors: readonly RefusedAnswer[],
  isShown: (name: string) => boolean,
) {
  const builder = new ErrorSchemaBuilder();
  for (const { path, text } of errors) {
    if (path.length === 0 || isShown(path[0])) {
      builder.addErrors(text, path);
    } else {
      builder.addErrors(`${path.join('.')}: ${text}`);
    }
  }
  return builder.ErrorSchema;
}

/** The words that the library itself puts on the screen. */
function useLibraryTexts() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return useMemo(
    () => (name: TranslatableString, params?: string[]) => {
      switch (name) {
        case TranslatableString.YesLabel:
          return t('filters.flag.true');
        case TranslatableString.NoLabel:
          return t('filters.flag.false');
        case TranslatableString.OptionPrefix:
        case TranslatableString.TitleOptionPrefix:
          return t('form.option', { number: params?.at(-1) ?? '' });
        default:
          return englishStringTranslator(name, params);
      }
    },
    [t],
  );
}
