import { writeFileSync } from 'node:fs';
import { tellingTable, tellingTableFile } from './tellingTable';

writeFileSync(tellingTableFile, tellingTable());
