/** @file Makes components from shortcuts, descriptions and elements. */

import { ValueError, describe } from '../shared/errors.ts';
import { PlainElement } from '../components/base/plain.ts';
import { meaningOf, shortcuts } from '../page/registry.ts';
import type { Port } from '../shared/port.ts';
import type { Shortcut } from './shortcut-types.ts';

/** A component of an app: what bindings know of it, and where it stands. */
export type Component = Port &
  HTMLElement & {
    label?: string;
    interactive?: boolean;
    streaming?: boolean;
    value?: unknown;
    clear?(): void;
  };

/** What `inputs` and `outputs` of an Interface may hold: a shortcut, `{ name, ...options }`, or a component. */
export type ComponentOption =
  | Shortcut
  | { readonly name: Shortcut; readonly [option: string]: unknown }
  | Component;

/** Returns true for anything that holds a value for bindings. */
export function isComponent(value: unknown): value is Component {
  return (
    value instanceof HTMLElement &&
    typeof (value as Partial<Port>).toHandler === 'function' &&
    !(value instanceof PlainElement)
  );
}

/** Returns true for what a reader sees. */
export const isShown = (component: Component): boolean => !component.silent;

/** Returns true for a State, which is never shown. */
export function isState(value: unknown): boolean {
  if (typeof value === 'string') return meaningOf(value)?.tag === 'riv-state';
  if (value instanceof Element) return value.localName === 'riv-state';
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' && isState(name);
}

/** Checks an entry of `inputs` or `outputs` without making anything. @throws {ValueError} naming what came */
export function checkComponent(option: unknown): void {
  const name = typeof option === 'string' ? option : (option as { name?: unknown } | null)?.name;
  if (isComponent(option) || (typeof name === 'string' && meaningOf(name))) return;
  const known = `expected a component, or one of ${shortcuts().join(', ')}`;
  throw new ValueError(
    `There is no component ${describe(typeof name === 'string' ? name : option)}; ${known}`,
    {
      target: 'component',
    },
  );
}

/** Makes the component that an entry stands for. @throws {ValueError} naming what came */
export function makeComponent(option: ComponentOption): Component {
  checkComponent(option);
  if (isComponent(option)) return option;
  const { name, ...given } = typeof option === 'string' ? { name: option } : option;
  const { tag, options } = meaningOf(name)!;
  const Component = customElements.get(tag) as unknown as new (options: object) => Component;
  return new Component({ ...options, ...given });
}
