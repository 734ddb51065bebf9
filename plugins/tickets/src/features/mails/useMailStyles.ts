import { makeStyles } from '../../ui';

/** How mails and addresses stand below each other, with their buttons. */
export const useMailStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-3) 0',
      overflowWrap: 'anywhere',
      '& + &': { borderTop: '1px solid var(--bui-border-1)' },
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: 'var(--bui-space-2) var(--bui-space-4)',
    },
    facts: { flex: '1 1 18rem', minWidth: 0 },
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-2)',
    },
    text: {
      margin: 'var(--bui-space-3) 0',
      padding: 'var(--bui-space-3)',
      maxHeight: '24rem',
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontFamily: 'inherit',
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-2)',
    },
  },
  { name: 'PortaldeskMails' },
);
