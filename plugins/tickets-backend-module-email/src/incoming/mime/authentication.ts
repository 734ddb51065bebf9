/** What a mail server found out about where a mail comes from. */
export interface Authentication {
  /** Such as `pass`, `fail`, `none`; absent: the server says nothing of it. */
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
}

const methods = ['spf', 'dkim', 'dmarc'] as const;

/** Longer ones are no server's. */
const MAX_LENGTH = 10_000;

/**
 * Reads what the operator's own mail server says in `Authentication-Results`
 * (RFC 8601). That server took the mail from the internet, knows from which
 * address, and removes lines that pretend to be its own. Lines of other servers
 * prove nothing, nor do further ones of the same name: the newest stands on top.
 *
 * @param lines - all of that header, uppermost first
 * @param server - how the own mail server names itself
 */
export function readAuthentication(
  lines: readonly string[],
  server: string,
): Authentication {
  const values = lines
    .map(line => withoutComments(line.slice(0, MAX_LENGTH)))
    .map(line => line.split(';').map(piece => piece.trim()));
  const own = values.find(([id]) => idOf(id) === server.toLowerCase());
  const results: { [method in (typeof methods)[number]]?: string } = {};
  for (const piece of own?.slice(1) ?? []) {
    const [, name, result] =
      /^(\w+)(?:\s*\/\s*\d+)?\s*=\s*(\w+)/.exec(piece.toLowerCase()) ?? [];
    const method = methods.find(known => known === name);
    // of several signatures one that holds is enough
    if (method && results[method] !== 'pass') {
      results[method] = result;
    }
  }
  return results;
}

/** Such as `spf=pass dkim=pass dmarc=pass`; empty where nothing is known. */
export function authenticationText(results: Authentication): string {
  return methods
    .filter(method => results[method] !== undefined)
    .map(method => `${method}=${results[method]}`.slice(0, 40))
    .join(' ');
}

function idOf(text: string): string {
  return text.split(/\s/)[0].toLowerCase();
}

/** Comments may stand in each other, and contain what looks like a result. */
function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(') {
      depth += 1;
    } else if (character === ')' && depth > 0) {
      depth -= 1;
    } else if (depth === 0) {
      kept += character;
    }
  }
  return kept;
}
