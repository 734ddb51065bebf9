import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import type { ReactNode } from 'react';
import { Loaded } from '../../components';
import { useDesk } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { Container } from '../../ui';

/** A page with a list, for which it has to be known who reads it. */
export function ListPage(props: {
  children: (desk: DeskDescription) => ReactNode;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  return (
    <Container>
      <Loaded
        query={useDesk()}
        loading={t('list.loading')}
        failed={t('page.deskFailed')}
      >
        {props.children}
      </Loaded>
    </Container>
  );
}
