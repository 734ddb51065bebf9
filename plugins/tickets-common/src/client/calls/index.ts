export * from './absences';
export * from './conversation';
export * from './files';
export * from './life';
export * from './parkedNotices';
export * from './people';
export * from './relations';
export * from './tickets';
