import { LANGUAGES, type Language } from '../config/DeskConfig';

/** The language in which a person wants a page, if it says one of ours. */
export function chosenLanguage(value: unknown): Language | undefined {
  return LANGUAGES.find(language => language === value);
}

/**
 * The first of our languages among those that a browser asks for.
 *
 * @param header - `Accept-Language`, such as `fr, de-CH;q=0.8, en;q=0.5`
 */
export function acceptedLanguage(
  header: string | undefined,
  otherwise: Language,
): Language {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map(part => {
      const [tag, ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map(parameter => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
        .find(Boolean);
      return { tag: tag.split('-')[0], quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return (
    wanted.map(({ tag }) => chosenLanguage(tag)).find(Boolean) ?? otherwise
  );
}
