import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  NewTicketButton,
  type TicketListState,
  useListState,
} from '../../components';
import { ticketsTranslationRef } from '../../i18n';
import { Button, Empty, Flex } from '../../ui';
import { useStateCounts } from './useStateCounts';

const IN_STATE = {
  open: 'entityOpen',
  closed: 'entityClosed',
  archived: 'entityArchived',
  all: 'entity',
} as const;

/** Says whether there is no ticket at all, or none in this state, and leads to the others. */
export function NoEntityTickets(props: {
  asset: string;
  state: TicketListState;
}) {
  const { asset, state } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  const { change } = useListState();
  const { counted = { open: 0, closed: 0 } } = useStateCounts(asset);
  const others = (['open', 'closed'] as const).filter(
    other => other !== state && counted[other] > 0,
  );
  const which = others.length > 0 ? IN_STATE[state] : 'entity';
  return (
    <Empty
      title={t(`empty.${which}.title`)}
      text={t(`empty.${which}.text`)}
      action={
        <Flex gap="2" justify="center" style={{ flexWrap: 'wrap' }}>
          {others.map(other => (
            <Button
              key={other}
              variant="secondary"
              onPress={() => change({ state: other })}
            >
              {t(`entity.${other}Count`, { count: counted[other] })}
            </Button>
          ))}
          <NewTicketButton asset={asset} />
        </Flex>
      }
    />
  );
}
