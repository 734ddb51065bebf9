import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import {
  type FormEvent,
  type PropsWithChildren,
  useEffect,
  useRef,
} from 'react';
import { focusFirst } from './focusFirst';

/** Asks for something before it is done. */
export function FormDialog(
  props: PropsWithChildren<{
    title: string;
    submitLabel: string;
    cancelLabel: string;
    isSubmitDisabled?: boolean;
    onSubmit: () => void;
    onClose: () => void;
  }>,
) {
  const fields = useRef<HTMLDivElement>(null);
  // one types or chooses at once, instead of passing the button that closes it
  useEffect(() => focusFirst(fields.current), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => isOpen || props.onClose()}>
      <form onSubmit={onSubmit} noValidate>
        <DialogHeader>{props.title}</DialogHeader>
        <DialogBody>
          <Flex ref={fields} direction="column" gap="4">
            {props.children}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={props.onClose}>
            {props.cancelLabel}
          </Button>
          <Button type="submit" isDisabled={props.isSubmitDisabled}>
            {props.submitLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
