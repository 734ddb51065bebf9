import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ticketsTranslationRef } from '../../../i18n';
import { Button, MenuButton } from '../../../ui';

/** Solves or closes a ticket; those who may decide it choose who hears of that. */
export function EndButton(props: {
  label: string;
  /** Whether it can be chosen that nobody is notified. */
  offersQuiet: boolean;
  isDisabled: boolean;
  /** The key that presses it. */
  shortcut?: string;
  /** @param notify - undefined: as the desk is configured */
  onEnd: (notify?: boolean) => void;
}) {
  const { label, isDisabled, onEnd } = props;
  const { t } = useTranslationRef(ticketsTranslationRef);
  return props.offersQuiet ? (
    <MenuButton
      label={label}
      isDisabled={isDisabled}
      shortcut={props.shortcut}
      options={[
        { id: 'notify', title: t('end.tell') },
        { id: 'quiet', title: t('end.quiet') },
      ]}
      onChoose={id => onEnd(id === 'notify')}
    />
  ) : (
    <Button variant="secondary" isDisabled={isDisabled} onPress={() => onEnd()}>
      {label}
    </Button>
  );
}
