import { readFileSync, writeFileSync } from 'node:fs';
import { configSchemaFile, configSchemaJson } from './configSchema';
import { readmeFile, withSettings } from './settingsTable';

writeFileSync(configSchemaFile, configSchemaJson());
writeFileSync(readmeFile, withSettings(readFileSync(readmeFile, 'utf8')));
