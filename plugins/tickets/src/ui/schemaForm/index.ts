export { SchemaForm } from './SchemaForm';
export type {
  FormAnswers,
  FormSchema,
  RefusedAnswer,
  SchemaFormHandle,
} from './types';
