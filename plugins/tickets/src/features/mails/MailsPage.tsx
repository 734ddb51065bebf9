import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Loaded } from '../../components';
import { statusCodeOf, useDesk, useQuarantine } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Container, Empty, Flex } from '../../ui';
import { DeadAddresses } from './DeadAddresses';
import { Quarantine } from './Quarantine';
import { TroubledMails } from './TroubledMails';
import { UndeliveredMails } from './UndeliveredMails';

/** Mails that were not taken in and that did not arrive, for admins. */
export function MailsPage() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Container>
      <Loaded
        query={useDesk()}
        loading={t('mails.loading')}
        failed={t('page.deskFailed')}
      >
        {({ caller }) =>
          caller.admin ? (
            <AllMails />
          ) : (
            <Empty
              title={t('mails.adminsOnly.title')}
              text={t('mails.adminsOnly.text')}
            />
          )
        }
      </Loaded>
    </Container>
  );
}

function AllMails() {
  const { t } = useTranslationRef(ticketsTranslationRef);
  if (statusCodeOf(useQuarantine().error) === 404) {
    return <Empty title={t('mails.none.title')} text={t('mails.none.text')} />;
  }
  return (
    <Flex direction="column" gap="5">
      <Quarantine />
      <UndeliveredMails />
      <TroubledMails />
      <DeadAddresses />
    </Flex>
  );
}
