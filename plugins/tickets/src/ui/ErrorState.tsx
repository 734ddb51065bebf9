import { ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { ticketsTranslationRef } from '../i18n';

/** What failed, why, and a button that tries again. */
export function ErrorState(props: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Box maxWidth="100%" overflow="auto">
      <ResponseErrorPanel title={props.title} error={props.error} />
      <Box mt={2}>
        <Button variant="outlined" onClick={props.onRetry}>
          {t('page.retry')}
        </Button>
      </Box>
    </Box>
  );
}
