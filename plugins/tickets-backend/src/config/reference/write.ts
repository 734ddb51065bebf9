import { writeFileSync } from 'node:fs';
import { configSchemaFile, configSchemaJson } from './configSchema';
import { referenceFile, referenceText } from './referenceText';

writeFileSync(configSchemaFile, configSchemaJson());
writeFileSync(referenceFile, referenceText());
