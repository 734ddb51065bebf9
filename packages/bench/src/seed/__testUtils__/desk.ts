export { testDatabases } from '../../../../../plugins/tickets-backend/src/__testUtils__/databases';
export { replay } from '../../../../../plugins/tickets-backend/src/__testUtils__/replay';
export { testDesk } from '../../../../../plugins/tickets-backend/src/__testUtils__/testDesk';
export { runScheduledWork } from '../../../../../plugins/tickets-backend/src/desk/scheduled/runScheduledWork';
export { evaluateSla } from '../../../../../plugins/tickets-backend/src/domain/sla/evaluateSla';
export { traceOf } from '../../../../../plugins/tickets-backend/src/domain/traces';
