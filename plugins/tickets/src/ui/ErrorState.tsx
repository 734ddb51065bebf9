import { ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Box, Button } from '@backstage/ui';
import { ticketsTranslationRef } from '../i18n';

/** What failed, why, and a button that tries again. */
export function ErrorState(props: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Box maxWidth="100%" style={{ overflow: 'auto' }}>
      <ResponseErrorPanel title={props.title} error={props.error} />
      <Box mt="3">
        <Button variant="secondary" onPress={props.onRetry}>
          {t('page.retry')}
        </Button>
      </Box>
    </Box>
  );
}
