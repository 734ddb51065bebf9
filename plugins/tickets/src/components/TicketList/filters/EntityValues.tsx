import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { ticketsTranslationRef } from '../../../i18n';
import { CheckboxList, Flex } from '../../../ui';
import { AssetTag } from '../../AssetTag';
import { EntityPicker } from '../../EntityPicker';
import type { FilterField } from './useFilterFields';

/** Stands for tickets that have no such entity. */
export const NONE = 'none';

/** Entities of the catalog, any of which is looked for. */
export function EntityValues(props: {
  field: Extract<FilterField, { kind: 'entity' }>;
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { field, values, onChange } = props;
  const refs = values.filter(value => value !== NONE);
  const none = values.filter(value => value === NONE);
  return (
    <>
      {field.none && (
        <CheckboxList
          label={field.title}
          options={[{ id: NONE, title: field.none }]}
          chosen={none}
          onChange={chosen => onChange([...chosen, ...refs])}
        />
      )}
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {refs.map(ref => (
          <AssetTag
            key={ref}
            entityRef={ref}
            onRemove={() => onChange(values.filter(other => other !== ref))}
          >
            <EntityDisplayName entityRef={ref} />
          </AssetTag>
        ))}
      </Flex>
      <EntityPicker
        key={values.length}
        label={t('filters.choose', { field: field.title })}
        choosable={field.choosable}
        value={null}
        exclude={refs}
        onChange={ref => ref && onChange([...values, ref])}
      />
    </>
  );
}
