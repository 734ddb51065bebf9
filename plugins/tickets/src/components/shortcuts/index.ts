export * from './ShortcutHelp';
export * from './useKeys';
