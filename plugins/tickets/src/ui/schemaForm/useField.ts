import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { WidgetProps } from '@rjsf/utils';
import { ticketsTranslationRef } from '../../i18n';
import { invalidProps } from '../fieldProps';

/** How each field of a form is named, explained, locked and marked. */
export function useField(
  props: Pick<
    WidgetProps,
    | 'id'
    | 'label'
    | 'required'
    | 'schema'
    | 'options'
    | 'rawErrors'
    | 'disabled'
    | 'readonly'
  >,
) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { id, label, options } = props;
  const explained = [
    options.description ?? props.schema.description,
    options.help,
  ].filter(text => typeof text === 'string' && text !== '');
  const [error] = props.rawErrors ?? [];
  // the last part of the id of a list's row is its number
  const row = /\.(\d+)$/.exec(id)?.[1];
  return {
    name: row
      ? {
          'aria-label': t('form.row', {
            field: label,
            row: String(Number(row) + 1),
          }),
        }
      : {
          label: props.required ? t('form.required', { field: label }) : label,
        },
    description: explained.join(' ') || undefined,
    isLocked: Boolean(props.disabled || props.readonly),
    error,
    invalid: invalidProps(error),
  };
}
