import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { type FormEvent, useState } from 'react';
import { ticketsTranslationRef } from '../../../i18n';

const FORMAT = "yyyy-MM-dd'T'HH:mm";

function tomorrowMorning(): string {
  return DateTime.local()
    .plus({ days: 1 })
    .set({ hour: 9, minute: 0 })
    .toFormat(FORMAT);
}

/** Asks for the time at which a postponed ticket comes back. */
export function PostponeDialog(props: {
  onClose: () => void;
  /** @param until - ISO 8601 in UTC */
  onPostpone: (until: string) => void;
}) {
  const { t } = useTranslationRef(ticketsTranslationRef);
  const [chosen, setChosen] = useState(tomorrowMorning);
  const [tooEarly, setTooEarly] = useState(false);

  const postpone = (event: FormEvent) => {
    event.preventDefault();
    const until = new Date(chosen);
    if (until.getTime() > Date.now()) {
      props.onPostpone(until.toISOString());
    } else {
      setTooEarly(true);
    }
  };

  return (
    <Dialog open onClose={props.onClose} aria-labelledby="postpone-title">
      <form onSubmit={postpone} noValidate>
        <DialogTitle id="postpone-title">{t('postpone.title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('postpone.text')}</DialogContentText>
          <TextField
            id="postpone-until"
            type="datetime-local"
            label={t('postpone.until')}
            value={chosen}
            onChange={event => {
              setChosen(event.target.value);
              setTooEarly(false);
            }}
            error={tooEarly}
            helperText={tooEarly ? t('postpone.past') : undefined}
            InputLabelProps={{ shrink: true }}
            variant="outlined"
            fullWidth
            required
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('handOver.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {t('postpone.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
