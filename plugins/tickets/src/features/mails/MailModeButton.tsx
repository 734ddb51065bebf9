import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense, useState } from 'react';
import { useMailMode } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { ButtonIcon, MailIcon } from '../../ui';

const MailModeDialog = lazy(() =>
  import('./MailModeDialog').then(m => ({ default: m.MailModeDialog })),
);

/** Asks how the reader wants to be mailed; absent where the desk has no mail. */
export function MailModeButton() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  const { data: mode } = useMailMode();
  if (mode === undefined) {
    return null;
  }
  return (
    <>
      <ButtonIcon
        variant="secondary"
        aria-label={t('mailMode.label')}
        icon={<MailIcon fontSize="small" />}
        onPress={() => setIsOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <MailModeDialog mode={mode} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
