/** @file Finds the handlers of an app by name, and runs them from script. */

import type { Binding } from '../../bind/binding/binding.ts';
import { handlerName } from '../../bind/handler/handler-name.ts';
import { bindingsIn } from '../../bind/binding/bindings-in.ts';
import type { RunEvent } from '../../bind/run/submit.ts';
import { ValueError } from '../../shared/errors.ts';

/** What `submit` tells of a run: `status`, `progress`, `data` or `log`. */
export type RunMessage<Outputs = unknown[]> = RunEvent<Outputs>;

/** Returns the handlers of an app by their names. Equal names are told apart by a number: `draw`, `draw_1`. */
function namedBindings(app: HTMLElement): Map<string, Binding> {
  const named = new Map<string, Binding>();
  for (const binding of bindingsIn(app)) {
    const name = binding.apiName;
    if (!name || binding.options.fn == null) continue;
    let free = name;
    for (let number = 1; named.has(free); number++) free = `${name}_${number}`;
    named.set(free, binding);
  }
  return named;
}

/** Runs a handler of an app. @throws {ValueError} naming the handlers there are, when there is none of this name */
export function submitIn<Outputs>(
  app: HTMLElement,
  apiName: string,
  inputs: readonly unknown[],
  options: { signal?: AbortSignal },
): AsyncGenerator<RunMessage<Outputs>, void> {
  const named = namedBindings(app);
  const name = String(apiName).replace(/^\//, '');
  // A default export may also be called that.
  const plain = [...named.values()].find(
    ({ options }) => !options.apiName && handlerName(options.fn ?? null) === name,
  );
  const binding = named.get(apiName) ?? named.get(name) ?? plain;
  if (binding) return binding.submit(inputs, options) as AsyncGenerator<RunMessage<Outputs>, void>;
  const names = [...named.keys()].map((name) => `"${name}"`).join(', ');
  const unbound = !app.isConnected && app.querySelector('riv-on');
  throw new ValueError(
    `This app has no handler "${apiName}"; it has ${names || 'none'}${unbound ? ': riv-on binds once the app is mounted' : ''}`,
    { target: 'apiName' },
  );
}
