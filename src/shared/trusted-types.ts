/** @file The Trusted Types policy of the library, for pages under `require-trusted-types-for 'script'`. */

// The build has what Lit, wavesurfer.js and other libraries do go through here, too: scripts/build/trusted-types.js.

interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface Scope {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

const NAME = 'rivulet';
const ADVICE = `the page's Content-Security-Policy has to allow the Trusted Types policy "${NAME}": trusted-types ${NAME}`;

// A second copy of the library may not make a policy of the same name.
const KEY = Symbol.for('rivulet.trusted-types');
const scope = globalThis as Scope & { [KEY]?: Policy | null };

/** Gives the policy; none where there are no Trusted Types, or where the page does not allow it, which it tells. */
export function trustedPolicy(): Policy | undefined {
  if (!scope.trustedTypes) return undefined;
  if (scope[KEY] === undefined)
    try {
      const same = (text: string) => text;
      scope[KEY] = scope.trustedTypes.createPolicy(NAME, { createHTML: same, createScriptURL: same });
    } catch {
      scope[KEY] = null;
      console.error(`Rivulet may not work: ${ADVICE}`);
    }
  return scope[KEY] ?? undefined;
}

/** Lets markup that is known to be harmless into `innerHTML`. */
export const trustedHTML = (html: string): string => trustedPolicy()?.createHTML(html) ?? html;

/** Starts a worker. Called by `new` in place of `Worker`. @throws naming the policy where that is what is missing */
export function TrustedWorker(url: string | URL, options?: WorkerOptions): Worker {
  const policy = trustedPolicy();
  try {
    return new Worker(policy ? policy.createScriptURL(String(url)) : url, options);
  } catch (error) {
    if (policy || (error as Error).name !== 'TypeError' || !scope.trustedTypes) throw error;
    throw new Error(ADVICE, { cause: error });
  }
}
