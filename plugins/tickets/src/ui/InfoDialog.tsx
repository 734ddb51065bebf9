import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import type { PropsWithChildren, ReactNode } from 'react';

/** Says something, and is closed again. */
export function InfoDialog(
  props: PropsWithChildren<{
    title: string;
    closeLabel: string;
    /** Beside the button that closes it. */
    actions?: ReactNode;
    onClose: () => void;
  }>,
) {
  return (
    <Dialog
      isOpen
      width="min(36rem, 100vw)"
      onOpenChange={isOpen => isOpen || props.onClose()}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {props.children}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {props.actions}
        <Button variant="secondary" onPress={props.onClose}>
          {props.closeLabel}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
