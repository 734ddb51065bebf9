export const ENGINEER = 'user:default/elena';
export const AGENT = 'user:default/amir';
export const TEAM = 'group:default/platform-support';
export const ASSET = 'component:default/payments';
