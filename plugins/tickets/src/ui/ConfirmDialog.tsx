import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { ReactNode } from 'react';

/** Asks whether something is really meant, before it is done. */
export function ConfirmDialog(props: {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  /** What may have been meant instead. */
  alternative?: { label: string; onPress: () => void };
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { alternative } = props;
  return (
    <Dialog
      isOpen
      width="min(32rem, 100vw)"
      onOpenChange={isOpen => isOpen || props.onClose()}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Text as="p">{props.children}</Text>
      </DialogBody>
      <DialogFooter>
        <Flex gap="2" justify="end" style={{ flexWrap: 'wrap', width: '100%' }}>
          <Button variant="tertiary" onPress={props.onClose}>
            {props.cancelLabel}
          </Button>
          {alternative && (
            <Button variant="secondary" onPress={alternative.onPress}>
              {alternative.label}
            </Button>
          )}
          <Button onPress={props.onConfirm}>{props.confirmLabel}</Button>
        </Flex>
      </DialogFooter>
    </Dialog>
  );
}
