import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../i18n';
import { Button, CheckboxList, InfoDialog, OrderedChoice } from '../../ui';
import type { TableColumn } from './columns';
import type { TableSettings } from './useTableSettings';

const COMPACT = 'compact';

/** Chooses the columns of the tables, their order, and whether their rows are low. */
export function DisplayDialog(props: {
  settings: TableSettings;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { settings } = props;
  const titleOf = (id: TableColumn) => t(`column.${id}`);
  return (
    <InfoDialog
      title={t('columns.label')}
      closeLabel={t('columns.done')}
      onClose={props.onClose}
      actions={
        <Button
          variant="tertiary"
          onPress={() => {
            settings.reset();
            props.onClose();
          }}
        >
          {t('columns.reset')}
        </Button>
      }
    >
      <CheckboxList
        label={t('columns.rows')}
        options={[{ id: COMPACT, title: t('columns.compact') }]}
        chosen={settings.isCompact ? [COMPACT] : []}
        onChange={chosen => settings.setCompact(chosen.includes(COMPACT))}
      />
      <OrderedChoice
        label={t('columns.columns')}
        options={settings.available.map(id => ({
          id,
          title: titleOf(id),
          // it leads to the ticket
          isFixed: id === 'subject',
        }))}
        chosen={settings.columns}
        onChange={settings.setColumns}
        texts={{
          up: column => t('columns.forward', { column }),
          down: column => t('columns.back', { column }),
          place: (column, place) =>
            t('columns.place', { column, place: String(place) }),
        }}
      />
    </InfoDialog>
  );
}
