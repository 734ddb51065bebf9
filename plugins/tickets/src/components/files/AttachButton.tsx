import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useRef } from 'react';
import type { DraftUploads } from '../../data';
import { ticketsTranslationRef } from '../../i18n';
import { AttachmentIcon, Button } from '../../ui';

/** Lets people choose files of their computer. */
export function AttachButton(props: {
  uploads: DraftUploads;
  isDisabled?: boolean;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="secondary"
        isDisabled={props.isDisabled}
        iconStart={<AttachmentIcon fontSize="small" aria-hidden />}
        onPress={() => input.current?.click()}
      >
        {t('files.attach')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="tickets-files"
        onChange={({ target }) => {
          props.uploads.add([...(target.files ?? [])]);
          // the same file can be chosen again
          target.value = '';
        }}
      />
    </>
  );
}
