import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lazy, Suspense } from 'react';
import { ticketsTranslationRef } from '../../i18n';
import { Alert } from '../Alert';
import { ErrorBoundary } from '../ErrorBoundary';
import { Loading } from '../Loading';
import type { SchemaFormProps } from './types';

// The library behind it is large, and most tickets have no form.
const LoadedForm = lazy(() =>
  import('./LoadedForm').then(module => ({ default: module.LoadedForm })),
);

/** A form that JSON Schema describes. */
export function SchemaForm(props: SchemaFormProps) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <ErrorBoundary
      content={props.schema}
      fallback={<Alert status="danger">{t('form.failed')}</Alert>}
    >
      <Suspense fallback={<Loading label={t('form.loading')} />}>
        <LoadedForm {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
