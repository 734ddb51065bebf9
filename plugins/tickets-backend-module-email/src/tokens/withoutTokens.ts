import { TOKEN_LENGTH } from './MailTokens';

/** Where a token stands: in the link that mutes, and in a reply address. */
const TOKENS = new RegExp(
  `(?<=/mute/)[a-z2-7]{${TOKEN_LENGTH}}|(?<![a-z2-7])[a-z2-7]{${TOKEN_LENGTH}}(?=[^\\s@<>]{0,24}(?:@|%40))`,
  'gi',
);

/**
 * A text without the tokens that are one person's own, which answers quote:
 * others who read it could use them.
 */
export function withoutTokens(text: string): string {
  return text.replace(TOKENS, '...');
}
