import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DeskDescription } from '@portaldesk/plugin-tickets-common';
import { lazy, Suspense, useState } from 'react';
import { type ListSelection, useKeys } from '../../../components';
import { ticketsTranslationRef } from '../../../i18n';
import {
  Box,
  Button,
  ButtonIcon,
  makeStyles,
  MenuButton,
  RemoveIcon,
  Text,
  useIsNarrow,
} from '../../../ui';
import { BULK_KINDS, type BulkKind } from './bulkChange';

const BulkDialog = lazy(() =>
  import('./BulkDialog').then(m => ({ default: m.BulkDialog })),
);

const useStyles = makeStyles(
  {
    root: {
      position: 'sticky',
      bottom: 0,
      zIndex: 2,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 'var(--bui-space-2)',
      padding: 'var(--bui-space-2) var(--bui-space-3)',
      border: '1px solid var(--bui-border-2)',
      borderRadius: 'var(--bui-radius-3)',
      // above the bar with which the portal is navigated on a phone
      '@media (max-width: 599.95px)': { bottom: 56 },
    },
  },
  { name: 'PortaldeskBulkBar' },
);

/** What can be done to the tickets that are selected in a list. */
export function BulkBar(props: { desk: DeskDescription; list: ListSelection }) {
  const classes = useStyles();
  const { t } = useTranslationRef(ticketsTranslationRef);
  const narrow = useIsNarrow();
  const { desk, list } = props;
  const { selection, current, total, hasMore } = list;
  const [open, setOpen] = useState<{
    kind: BulkKind;
    what: ListSelection['selection']['what'];
  }>();
  const start = (kind: BulkKind) => setOpen({ kind, what: selection.what });
  // by a key, what the keyboard is at is meant where nothing is selected
  const startByKey = (kind: BulkKind) => {
    if (selection.count > 0) {
      start(kind);
    } else if (current) {
      setOpen({ kind, what: { type: 'some', tickets: [current] } });
    }
  };
  useKeys({
    a: () => startByKey('assign'),
    s: () => startByKey('status'),
    e: () => startByKey('close'),
  });
  const kinds = BULK_KINDS.map(id => ({ id, title: t(`bulk.${id}`) }));
  return (
    <>
      {selection.count > 0 && (
        <Box
          bg="neutral"
          className={classes.root}
          role="region"
          aria-label={t('bulk.label')}
        >
          <ButtonIcon
            variant="tertiary"
            aria-label={t('bulk.clear')}
            icon={<RemoveIcon fontSize="small" />}
            onPress={selection.clear}
          />
          <Text weight="bold" aria-live="polite">
            {t(
              selection.what.type === 'all'
                ? 'bulk.allSelected'
                : 'bulk.selected',
              { count: selection.count },
            )}
          </Text>
          {hasMore &&
            selection.page === 'all' &&
            selection.what.type === 'some' && (
              <Button variant="tertiary" onPress={selection.selectAll}>
                {t('bulk.selectAll', { number: total })}
              </Button>
            )}
          {narrow ? (
            <MenuButton
              label={t('bulk.change')}
              options={kinds}
              onChoose={id => {
                const kind = BULK_KINDS.find(known => known === id);
                if (kind) {
                  start(kind);
                }
              }}
            />
          ) : (
            kinds.map(({ id, title }) => (
              <Button key={id} variant="secondary" onPress={() => start(id)}>
                {title}
              </Button>
            ))
          )}
        </Box>
      )}
      {open && (
        <Suspense fallback={null}>
          <BulkDialog
            desk={desk}
            kind={open.kind}
            what={open.what}
            onClose={isDone => {
              setOpen(undefined);
              if (isDone) {
                selection.clear();
              }
            }}
          />
        </Suspense>
      )}
    </>
  );
}
