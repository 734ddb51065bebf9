import { useEffect, useState } from 'react';

const HOUR = 3_600_000;

/** The beginning of the present hour in milliseconds since 1970, as time goes on. */
export function useHour(): number {
  const [hour, setHour] = useState(currentHour);
  useEffect(() => {
    const timer = setTimeout(
      () => setHour(currentHour()),
      hour + HOUR - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [hour]);
  return hour;
}

function currentHour(): number {
  return Math.floor(Date.now() / HOUR) * HOUR;
}
