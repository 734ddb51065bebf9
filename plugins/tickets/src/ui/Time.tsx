import { DateTime } from 'luxon';
import { useLocale } from '../i18n';

/** An instant, as people say it; the exact one on hovering. */
export function Time(props: { at: string; absolute?: boolean }) {
  const locale = useLocale();
  const instant = DateTime.fromISO(props.at).setLocale(locale);
  const exact = instant.toLocaleString(DateTime.DATETIME_MED);
  return (
    <time dateTime={props.at} title={exact}>
      {props.absolute ? exact : (instant.toRelative() ?? exact)}
    </time>
  );
}
