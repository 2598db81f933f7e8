import { expect } from '@esm-bundle/chai';
import type { PropertyDeclaration } from 'lit';
import type { RivElement } from '../../../src/components/base/base.ts';
import * as rv from '../../../src/index.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { anything, pick, seeded, text } from './anything.ts';
import { until } from '../wait.ts';
import { clearPage } from '../page.ts';

/** How many values of each way are given to each component. */
const VALUES = 300;
/** How many of them are given before the element draws. */
const AT_ONCE = 6;

/** A component that is given anything. */
export interface Fuzzed {
  make(): RivElement;
  /** What it takes, and shows, afterwards. */
  good: unknown;
  /** True when that is to be seen. */
  shows(host: RivElement): unknown;
}

/** Set by bindings alone. */
const INTERNAL = new Set<string>(['status', 'stale', 'message', 'key', 'streamState']);

/** The properties that a page may set, with what is declared of each. */
function propertiesOf(host: RivElement): Map<string, PropertyDeclaration> {
  const all = (host.constructor as typeof RivElement).elementProperties as Map<string, PropertyDeclaration>;
  return new Map([...all].filter(([name, { state }]) => !state && !INTERNAL.has(name)));
}

/** The names of a component's properties; half of what is picked is its value. */
function namesOf(host: RivElement, random: () => number): () => string {
  const names = [...propertiesOf(host).keys()];
  return () => (random() < 0.5 ? 'value' : pick(random, names));
}

/** All that goes wrong on the page without being told of as it should be. */
function watchFaults(): { faults: string[]; restore(): void } {
  const faults: string[] = [];
  const off = new AbortController();
  const { error, warn } = console;
  const note = (event: Event) => {
    const { message, reason } = event as ErrorEvent & PromiseRejectionEvent;
    if (message?.includes('ResizeObserver loop')) return; // a browser's note, no error
    faults.push(`${event.type}: ${message ?? (reason as Error)?.stack ?? reason}`);
    event.preventDefault();
  };
  for (const name of ['error', 'unhandledrejection']) addEventListener(name, note, { signal: off.signal });
  console.error = (problem: unknown) => {
    const { name, message } = (problem ?? {}) as Partial<Error>;
    if (name === 'ValueError' && message!.includes('cannot be shown'))
      faults.push(`${message} ${((problem as Error).cause as Error)?.stack}`);
  };
  console.warn = () => undefined;
  return { faults, restore: () => (off.abort(), Object.assign(console, { error, warn })) };
}

/** Gives a component values of all kinds, and then one that fits. */
export function fuzz(name: string, { make, good, shows }: Fuzzed): void {
  describe(`${name} is given values of all kinds`, () => {
    let host: RivElement;
    let random: () => number;
    let watch: ReturnType<typeof watchFaults>;
    const values = () => host as unknown as Record<string, unknown>;

    beforeEach(async () => {
      random = seeded(name.length * 7919 + name.charCodeAt(0));
      watch = watchFaults();
      host = make();
      document.body.append(host);
      await host.updateComplete;
    });
    afterEach(() => {
      watch.restore();
      clearPage();
      localStorage.clear();
    });

    /** The page works: what is given now is shown. */
    async function works(give: () => void): Promise<void> {
      const { defaults } = host.constructor as typeof RivElement & { defaults: Map<string, unknown> };
      for (const key of propertiesOf(host).keys()) values()[key] = defaults.get(key);
      const fresh = make() as unknown as Record<string, unknown>;
      if ('choices' in fresh) values().choices = fresh.choices;
      give();
      await host.updateComplete;
      await until(() => shows(host), `a good value to be shown: ${shows}`).catch((error: Error) =>
        watch.faults.push(`${error.message}; ${host.message}`),
      );
      await new Promise((resolve) => setTimeout(resolve)); // rejections are told of in a task of their own
      expect([...new Set(watch.faults)].slice(0, 8)).to.deep.equal([]);
    }

    it('through its properties', async () => {
      const nameOf = namesOf(host, random);
      for (let at = 0; at < VALUES; at++) {
        const key = nameOf();
        const value = anything(random);
        try {
          values()[key] = value;
          void values().value;
        } catch (error) {
          watch.faults.push(`${key} threw ${(error as Error)?.stack ?? error}`);
        }
        if (at % AT_ONCE === 0) await host.updateComplete;
      }
      await works(() => (values().value = good));
    });

    it('through its attributes', async () => {
      const attributes = [...propertiesOf(host).values()]
        .map(({ attribute }) => attribute)
        .filter((each) => typeof each === 'string');
      for (let at = 0; at < VALUES; at++) {
        const key = attributes.includes('value') && random() < 0.5 ? 'value' : pick(random, attributes);
        host.setAttribute(key, asText(random));
        if (at % AT_ONCE === 0) await host.updateComplete;
      }
      for (const key of attributes) host.removeAttribute(key);
      await works(() => (values().value = good));
    });

    for (const [way, updates] of [
      ['as results of a handler', false],
      ['through ctx.update', true],
    ] as const)
      it(way, async () => {
        const nameOf = namesOf(host, random);
        let given = 0;
        let right = false;
        const fn = function* (ctx: HandlerContext): Generator<unknown> {
          if (right) return yield good;
          for (let at = 0; at < AT_ONCE && given < VALUES; at++) {
            given += 1;
            const value = anything(random);
            yield updates ? ctx.update({ [nameOf()]: value }) : value;
          }
        };
        const go = new rv.Button();
        const binding = rv.on(go, 'click', { fn, outputs: host, thread: 'main' });
        const run = () =>
          new Promise((resolve) => {
            binding.addEventListener('end', resolve, { once: true });
            go.click();
          });
        while (given < VALUES) await run();
        right = true;
        await works(() => void run());
        binding.remove();
      });
  });
}

/** Any value as the text of an attribute. */
function asText(random: () => number): string {
  if (random() < 0.5) return text(random);
  const value = anything(random);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return text(random);
  }
}
