import { makeStyles } from '../styles';

/** How tables look: one line a row, the theme's colours. */
export const useTableStyles = makeStyles(
  {
    frame: { overflowX: 'auto' },
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'collapse',
      color: 'var(--bui-fg-primary)',
      fontFamily: 'var(--bui-font-regular)',
      fontSize: 'var(--bui-font-size-3)',
      lineHeight: 1.3,
      textAlign: 'left',
      '& th, & td': {
        padding: 'var(--bui-space-3) var(--bui-space-2)',
        overflow: 'hidden',
        whiteSpace: 'nowrap',
        textOverflow: 'ellipsis',
        fontWeight: 'inherit',
      },
      '& thead th': {
        fontWeight: 'var(--bui-font-weight-bold)',
        borderBottom: '1px solid var(--bui-border-2)',
      },
    },
    compact: {
      '& tbody th, & tbody td': {
        padding: 'var(--bui-space-1) var(--bui-space-2)',
      },
    },
    row: {
      borderBottom: '1px solid var(--bui-border-1)',
      cursor: 'pointer',
      '&:hover': { backgroundColor: 'var(--bui-bg-neutral-2)' },
      '&[aria-selected="true"]': {
        backgroundColor: 'var(--bui-bg-neutral-2)',
        '& > :first-child': {
          boxShadow: 'inset 3px 0 0 var(--bui-accent-bg)',
        },
      },
      // what is secondary elsewhere is too faint on these backgrounds
      '&:hover, &[aria-selected="true"]': {
        '--bui-fg-secondary': 'var(--bui-fg-primary)',
      },
      '&:focus': { outline: 'none' },
      '&:focus-visible': {
        outline: '2px solid var(--bui-ring)',
        outlineOffset: -2,
      },
    },
    check: { textAlign: 'center' },
    box: {
      width: 16,
      height: 16,
      margin: 0,
      verticalAlign: 'middle',
      cursor: 'pointer',
      accentColor: 'var(--bui-accent-bg)',
    },
    sort: {
      display: 'inline-flex',
      alignItems: 'center',
      maxWidth: '100%',
      padding: 0,
      border: 0,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
      '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
    },
    arrow: { flex: 'none', transition: 'transform 100ms' },
    descending: { transform: 'rotate(180deg)' },
  },
  { name: 'PortaldeskDataTable' },
);
