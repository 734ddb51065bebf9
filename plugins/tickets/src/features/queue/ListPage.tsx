import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import type { ReactNode } from 'react';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Container, ErrorState, Loading } from '../../ui';

/** A page with a list, for which it has to be known who reads it. */
export function ListPage(props: {
  children: (desk: DeskDescription) => ReactNode;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const desk = useDesk();
  return (
    <Container>
      {desk.isPending && <Loading label={t('list.loading')} />}
      {desk.isError && !desk.data && (
        <ErrorState
          title={t('page.deskFailed')}
          error={desk.error}
          onRetry={() => desk.refetch()}
        />
      )}
      {desk.data && props.children(desk.data)}
    </Container>
  );
}
