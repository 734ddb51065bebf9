import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { ticketsTranslationRef } from '../i18n';
import { RemovableTag } from '../ui';

/** An asset that was chosen and can be taken away again. */
export function AssetTag(props: {
  entityRef: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return (
    <RemovableTag
      removeLabel={t('newTicket.removeAsset', { asset: primaryTitle })}
      onRemove={props.onRemove}
    >
      {props.children}
    </RemovableTag>
  );
}
