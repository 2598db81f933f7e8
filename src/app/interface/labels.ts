/** @file Labels what has no label after the handler's parameters. */

import { traitsOf } from '../../page/registry.ts';
import { handlersOf } from '../../page/code/handler-blocks.ts';
import { parameterNames } from '../../page/code/parameters.ts';
import type { HandlerOption } from '../../bind/options.ts';
import { type Component, isShown } from '../shortcuts.ts';

/** The labels that were given here, and so may be given anew. */
const given = new WeakMap<Component, string>();

/**
 * Labels what has no label: inputs after the handler's parameters, outputs `output` or `output 0`, `output 1`, ….
 *
 * @param app - Holds the inline scripts that `fn` may name.
 */
export function labelParts(app: Element, fn: HandlerOption, inputs: Component[], outputs: Component[]): void {
  const names = namesOf(app, fn);
  inputs.forEach((input, index) => label(input, names[index] || `input ${index}`));
  const shown = outputs.filter(isShown);
  shown.forEach((output, index) => {
    if (!inputs.includes(output)) label(output, shown.length === 1 ? 'output' : `output ${index}`);
  });
}

function label(component: Component, text: string): void {
  if (component.silent || traitsOf(component).unlabelled) return;
  if (component.label === undefined || component.hasAttribute('label')) return;
  if (component.label !== '' && component.label !== given.get(component)) return;
  component.label = text;
  given.set(component, text);
}

/** The names of a handler's parameters; none for modules, whose text is not here. */
function namesOf(app: Element, fn: HandlerOption): string[] {
  if (typeof fn === 'function') return parameterNames(fn);
  if (typeof fn !== 'string' || !fn.startsWith('#')) return [];
  for (const { text } of handlersOf(app)) {
    const names = parameterNames(text, fn.slice(1) || 'default');
    if (names.length > 0) return names;
  }
  return [];
}
