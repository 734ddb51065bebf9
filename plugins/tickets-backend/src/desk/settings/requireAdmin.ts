import type { Caller } from '../Caller';
import { type DeskContext, callersScope } from '../context';
import { refusal } from '../refusal';

/** @throws NotAllowedError unless the caller is an admin of the desk */
export function requireAdmin(context: DeskContext, caller: Caller): void {
  if (!callersScope(context, caller).admin) {
    throw refusal('admins-only', 'Only admins of the desk see its settings');
  }
}
