import { type Html, markup } from '../markup';

/** What is wrong, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly error?: string;
}

/** A field with its label, hint and error, which screen readers read with it. */
function field(
  { name, label, hint, error }: Field,
  control: (attributes: Html) => Html,
): Html {
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(error === undefined ? [] : [`${name}-error`]),
  ].join(' ');
  return markup`<div class="field">
    <label for="${name}">${label}</label>
    ${hint !== undefined && markup`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${
      error !== undefined &&
      markup`<p class="error" id="${name}-error">${error}</p>`
    }
    ${control(
      markup`id="${name}" name="${name}"
      ${described !== '' && markup`aria-describedby="${described}"`}
      ${error !== undefined && markup`aria-invalid="true"`} `,
    )}
  </div>`;
}

/** One line of text. */
export function lineField(
  of: Field & { readonly max: number; readonly required?: boolean },
): Html {
  return field(
    of,
    attributes =>
      markup`<input
        ${attributes}
        type="text"
        value="${of.value ?? ''}"
        maxlength="${of.max}"
        autocomplete="off"
        ${of.required === true && markup`required`}
      />`,
  );
}

/** A longer text. */
export function textField(of: Field & { readonly required?: boolean }): Html {
  // browsers drop the first line break
  return field(
    of,
    attributes =>
      markup`<textarea ${attributes} autocomplete="off" ${
        of.required === true && markup`required`
      }>
${of.value ?? ''}</textarea>`,
  );
}

/** One of several. */
export function choiceField(
  of: Field & {
    readonly placeholder: string;
    readonly options: readonly {
      readonly id: string;
      readonly title: string;
    }[];
  },
): Html {
  return field(
    of,
    attributes =>
      markup`<select ${attributes} required>
        <option value="">${of.placeholder}</option>
        ${of.options.map(
          ({ id, title }) =>
            markup`<option
              value="${id}"
              ${id === of.value && markup`selected`}
            >
              ${title}
            </option>`,
        )}
      </select>`,
  );
}

/** Files of this computer. */
export function filesField(of: Field): Html {
  return field(
    of,
    attributes =>
      markup`<input
        ${attributes}
        type="file"
        multiple
        accept=".txt,.csv,.md,text/plain,text/csv,text/markdown"
      />`,
  );
}

/** Something that the page carries along. */
export function hidden(name: string, value: string): Html {
  return markup`<input type="hidden" name="${name}" value="${value}" />`;
}

/** What programs fill in that fill in everything; people do not see it. */
export function trap(label: string, value: string): Html {
  return markup`<div class="trap" aria-hidden="true">
    <label for="website">${label}</label>
    <input
      id="website"
      name="website"
      type="text"
      value="${value}"
      tabindex="-1"
      autocomplete="off"
    />
  </div>`;
}

/** All that is wrong in a form, with ways to the fields. */
export function errorSummary(heading: string, errors: FieldErrors): Html {
  const items = Object.entries(errors).flatMap(([name, error]) =>
    error === undefined
      ? []
      : [markup`<li><a href="#${name}">${error}</a></li>`],
  );
  return markup`${
    items.length > 0 &&
    markup`<div class="card alert" role="alert">
    <p class="label">${heading}</p>
    <ul>
      ${items}
    </ul>
  </div>`
  }`;
}
