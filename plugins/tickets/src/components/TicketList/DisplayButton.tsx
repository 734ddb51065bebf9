import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense, useState } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { Button } from '../../ui';
import { useTableSettings } from './useTableSettings';

const DisplayDialog = lazy(() =>
  import('./DisplayDialog').then(m => ({ default: m.DisplayDialog })),
);

/** Opens what one chooses the look of the tables by. */
export function DisplayButton() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const settings = useTableSettings();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {t('columns.label')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <DisplayDialog settings={settings} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
