import { writeFileSync } from 'node:fs';
import { notificationTable, notificationTableFile } from './notificationTable';

writeFileSync(notificationTableFile, notificationTable());
