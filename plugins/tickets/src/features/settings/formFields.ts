/** One of the fields of a category's form. */
export interface FormField {
  name: string;
  title: string;
  isRequired: boolean;
}

/** The fields at the top of a form's JSON Schema, in their order. */
export function formFields(schema: Record<string, unknown>): FormField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(Object(schema.properties)).map(([name, field]) => {
    const { title } = Object(field);
    return {
      name,
      title: typeof title === 'string' ? title : name,
      isRequired: required.includes(name),
    };
  });
}
