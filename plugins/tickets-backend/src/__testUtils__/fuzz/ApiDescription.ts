/** A JSON Schema, as far as those of the document go. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A parameter of a path, a query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface OperationObject {
  readonly operationId: string;
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly content?: Content; readonly $ref?: string }>
  >;
}

/** How an operation answers with one status. */
interface DescribedAnswer {
  readonly mediaTypes: readonly string[];
  /** Pointer to the schema of an answer in JSON. */
  readonly json?: string;
}

/** One operation of the document. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Absent: it takes none. */
  readonly body?: {
    /** Absent: any bytes. */
    readonly schema?: Schema;
  };
  /** By their status. */
  readonly answers: Readonly<Record<string, DescribedAnswer>>;
}

/** An OpenAPI document, read as something to make requests of. */
export class ApiDescription {
  readonly operations: readonly DescribedOperation[];

  /** @param document - as it is served */
  constructor(
    readonly document: {
      readonly paths: Readonly<Record<string, Record<string, OperationObject>>>;
    },
  ) {
    this.operations = Object.entries(document.paths).flatMap(
      ([path, operations]) =>
        Object.entries(operations).map(([method, operation]) =>
          this.#describe(path, method, operation),
        ),
    );
  }

  /** What a reference leads to, or the schema itself. */
  resolve(schema: Schema): Schema {
    return schema.$ref ? this.resolve(this.#follow(schema.$ref)) : schema;
  }

  #describe(
    path: string,
    method: string,
    { operationId, parameters, requestBody, responses }: OperationObject,
  ): DescribedOperation {
    const answers = Object.entries(responses).map(([status, response]) => [
      status,
      {
        mediaTypes: Object.keys(response.content ?? {}),
        json:
          response.content?.['application/json']?.schema &&
          `#/paths/${escaped(path)}/${method}/responses/${status}/content/application~1json/schema`,
      },
    ]);
    return {
      operationId,
      method: method.toUpperCase(),
      path,
      parameters: parameters.map(parameter =>
        '$ref' in parameter
          ? this.#follow<Parameter>(parameter.$ref)
          : parameter,
      ),
      body: requestBody && {
        schema: requestBody.content['application/json']?.schema,
      },
      answers: Object.fromEntries(answers),
    };
  }

  #follow<T = Schema>(ref: string): T {
    const found = ref
      .slice('#/'.length)
      .split('/')
      .reduce<unknown>(
        (part, key) => (part as Record<string, unknown>)[key],
        this.document,
      );
    return found as T;
  }
}

function escaped(path: string): string {
  return path.replaceAll('~', '~0').replaceAll('/', '~1');
}
