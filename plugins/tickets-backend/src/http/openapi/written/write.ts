import { writeFileSync } from 'node:fs';
import { openApiFile, openApiJson } from './openApiJson';

writeFileSync(openApiFile, openApiJson());
