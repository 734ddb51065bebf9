import { markup } from '../markup';
import { type PageContext, page } from './layout';

/** A page that says one thing. */
export function plainPage(
  context: PageContext,
  {
    title,
    text,
    link,
  }: {
    readonly title: string;
    readonly text: string;
    readonly link?: { readonly to: string; readonly text: string };
  },
): string {
  const { language, root } = context;
  return page(
    context,
    { title },
    markup`<p>${text}</p>
      ${
        link &&
        markup`<p><a href="${root}${link.to}?lang=${language}">${link.text}</a></p>`
      }`,
  );
}
