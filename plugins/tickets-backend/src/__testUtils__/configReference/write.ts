import { writeFileSync } from 'node:fs';
import { referenceFile, referenceText } from './referenceText';

writeFileSync(referenceFile, referenceText());
