import type { MailedEvent } from '../channel/mailedEvents';
import type { Language } from '../config/schema';
import type { Template } from './compileTemplate';
import type { LayoutData, TemplateData } from './TemplateData';
import {
  type Format,
  type PartName,
  eventFile,
  partFile,
} from './templateNames';

/** The templates of one folder, by their paths below it. */
export type TemplateFolder = ReadonlyMap<string, Template>;

/** A mail's texts. */
export interface RenderedMail {
  readonly text: string;
  readonly html: string;
}

/** The templates of mails. */
export class Templates {
  /** @param folders - what one of them has comes before what later ones have */
  constructor(private readonly folders: readonly TemplateFolder[]) {}

  render(data: TemplateData): RenderedMail {
    return {
      text: this.#renderAs('text', data),
      html: this.#renderAs('html', data),
    };
  }

  /** What happened, in one sentence. */
  sentence(data: TemplateData): string {
    return this.#sentence(data.event, data.language)(data);
  }

  #renderAs(format: Format, data: TemplateData): string {
    const { event, language } = data;
    const part = (name: PartName) => this.#part(name, format, language);
    const layout: LayoutData = {
      ...data,
      sentence: this.#sentence(event, language)(data),
      header: part('header')(data),
      footer: part('footer')(data),
    };
    return part('layout')(layout);
  }

  #sentence(event: MailedEvent, language: Language): Template {
    return this.#find([`${language}/${eventFile(event)}`]);
  }

  #part(name: PartName, format: Format, language: Language): Template {
    const file = partFile(name, format);
    return this.#find([`${language}/${file}`, file]);
  }

  #find(paths: readonly string[]): Template {
    const found = this.folders
      .flatMap(folder => paths.map(path => folder.get(path)))
      .find(template => template !== undefined);
    if (!found) {
      throw new Error(`There is no mail template ${paths.join(' or ')}`);
    }
    return found;
  }
}
