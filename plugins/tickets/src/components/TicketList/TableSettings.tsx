import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { MultipleChoiceButton } from '../../ui';
import { readColumns } from './columns';
import { useTableSettings } from './useTableSettings';

const COMPACT = 'compact';

/** Chooses the columns of the tables, and whether their rows are low. */
export function TableSettings() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const settings = useTableSettings();
  // the subject leads to the ticket
  const columns = settings.available.filter(id => id !== 'subject');
  return (
    <MultipleChoiceButton
      label={t('columns.label')}
      menuLabel={t('columns.label')}
      isQuiet
      options={[
        { id: COMPACT, title: t('columns.compact') },
        ...columns.map(id => ({ id, title: t(`column.${id}`) })),
      ]}
      chosen={[
        ...(settings.isCompact ? [COMPACT] : []),
        ...settings.columns.filter(id => id !== 'subject'),
      ]}
      onChange={chosen => {
        settings.setCompact(chosen.includes(COMPACT));
        settings.setColumns(readColumns(['subject', ...chosen]) ?? ['subject']);
      }}
    />
  );
}
