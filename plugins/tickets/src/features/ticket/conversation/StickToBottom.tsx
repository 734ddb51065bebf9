import {
  type ReactNode,
  type UIEvent,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { makeStyles } from '../../../ui';

const useStyles = makeStyles(
  {
    root: {
      // The newest stays in sight; small screens scroll as a whole.
      '@media (min-width: 1024px)': {
        // what stands above and below it is in sight with it
        maxHeight: 'max(14rem, calc(100vh - 33rem))',
        overflowY: 'auto',
      },
      '@media print': { maxHeight: 'none', overflowY: 'visible' },
    },
  },
  { name: 'PortaldeskStickToBottom' },
);

/** How far from the end counts as reading at the end, in pixels. */
const NEAR_END = 80;

/**
 * Keeps the end of a log in sight until the reader scrolls away from it,
 * while the log grows.
 */
export function StickToBottom(props: {
  label: string;
  /** Names an entry at the end that is shown wherever the reader is. */
  mustShow: string | undefined;
  children: ReactNode;
}) {
  const classes = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastTop = useRef(0);

  useLayoutEffect(() => {
    if (props.mustShow !== undefined) {
      atEnd.current = true;
      showEnd(root.current);
    }
  }, [props.mustShow]);

  useEffect(() => {
    if (!content.current || !('ResizeObserver' in window)) {
      return undefined;
    }
    // Begins with a first report, so that the end is shown at once.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) {
        showEnd(root.current);
      }
    });
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  // What grows before the event comes also puts the end out of sight, but only
  // a reader scrolls upwards.
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) {
      atEnd.current = true;
    } else if (scrollTop < lastTop.current) {
      atEnd.current = false;
    }
    lastTop.current = scrollTop;
  };

  return (
    <div
      ref={root}
      className={classes.root}
      onScroll={onScroll}
      role="log"
      aria-label={props.label}
      // Scrolls, so the keyboard must be able to get there.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <div ref={content}>{props.children}</div>
    </div>
  );
}

function showEnd(element: HTMLElement | null) {
  if (element) {
    element.scrollTop = element.scrollHeight;
  }
}
