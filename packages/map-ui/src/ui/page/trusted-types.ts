// Owns the one `default` policy of trusted types; imported first by every entry. MapLibre's worker address, ECharts
// and Ant Design assign strings and would throw without it. It refuses scripts from anywhere but this origin.

interface PolicyFactory {
  createPolicy(name: string, rules: Readonly<Record<string, (input: string) => string>>): unknown;
}

function ownScript(input: string): string {
  const address = new URL(input, document.baseURI);
  if (address.origin !== location.origin && address.protocol !== 'blob:') {
    throw new TypeError(`A script from ${address.origin} was refused.`);
  }
  return input;
}

/** Markup libraries build themselves; nothing a person typed goes through `innerHTML` anywhere in this page. */
function libraryMarkup(input: string): string {
  if (/<script|<iframe|\son\w+\s*=/i.test(input)) throw new TypeError('Markup with a script was refused.');
  return input;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
trustedTypes?.createPolicy('default', { createHTML: libraryMarkup, createScriptURL: ownScript });
