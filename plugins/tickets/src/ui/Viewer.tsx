import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { DownloadIcon, NextIcon, PreviousIcon } from './icons';
import { makeStyles } from './styles';

const useStyles = makeStyles(
  {
    content: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      gap: 'var(--bui-space-2)',
      height: 'min(75vh, 60rem)',
      outline: 'none',
    },
    footer: {
      display: 'flex',
      flex: 1,
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
    },
    save: { marginLeft: 'auto' },
  },
  { name: 'PortaldeskViewer' },
);

/** Shows one of several things as large as the window; arrow keys lead to the others. */
export function Viewer(props: {
  title: string;
  /** Which of how many; undefined: there is only one. */
  position: string | undefined;
  labels: { previous: string; next: string; save: string };
  children: ReactNode;
  onPrevious: () => void;
  onNext: () => void;
  onSave: () => void;
  onClose: () => void;
}) {
  const { position, labels, onPrevious, onNext } = props;
  const classes = useStyles();
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => content.current?.focus(), []);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (position !== undefined && key === 'ArrowLeft') {
        onPrevious();
      } else if (position !== undefined && key === 'ArrowRight') {
        onNext();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [position, onPrevious, onNext]);
  return (
    <Dialog
      isOpen
      width="96rem"
      onOpenChange={isOpen => isOpen || props.onClose()}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <div
          ref={content}
          className={classes.content}
          role="group"
          aria-label={props.title}
          tabIndex={-1}
        >
          {props.children}
        </div>
      </DialogBody>
      <DialogFooter>
        <div className={classes.footer}>
          {position !== undefined && (
            <>
              <ButtonIcon
                variant="secondary"
                aria-label={labels.previous}
                icon={<PreviousIcon />}
                onPress={onPrevious}
              />
              <Text variant="body-small" aria-live="polite">
                {position}
              </Text>
              <ButtonIcon
                variant="secondary"
                aria-label={labels.next}
                icon={<NextIcon />}
                onPress={onNext}
              />
            </>
          )}
          <Button
            variant="secondary"
            className={classes.save}
            iconStart={<DownloadIcon fontSize="small" aria-hidden />}
            onPress={props.onSave}
          >
            {labels.save}
          </Button>
        </div>
      </DialogFooter>
    </Dialog>
  );
}
