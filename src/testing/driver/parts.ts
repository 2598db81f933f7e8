/** @file Finds the components and the buttons of an app by their names. */

import type { Port, StreamPort } from '../../shared/port.ts';
import { ValueError } from '../../shared/errors.ts';
import { type Name, isNamed, listed, nameOf } from './names.ts';

/** A component, as a test knows it. */
export type Part = HTMLElement &
  Port &
  Partial<Pick<StreamPort, 'streamState' | 'streamStats'>> & {
    readonly label?: string;
    readonly editable?: boolean;
    readonly updateComplete?: Promise<unknown>;
    message?: string;
    value: unknown;
  };

/** What is wanted of a component that is looked for. */
export type Use = 'set' | 'read' | 'record';

const FITS: Record<Use, (part: Part) => boolean> = {
  set: ({ editable }) => editable !== false,
  read: ({ editable }) => !editable,
  record: ({ streamState }) => streamState !== undefined,
};

/** All elements in a tree, those of shadow trees too where `into` says so. */
function* all(root: ParentNode, into: (element: Element) => boolean): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot && into(element)) yield* all(element.shadowRoot, into);
  }
}

const isPart = (element: Element): boolean => typeof (element as Partial<Part>).fromHandler === 'function';

/** All components of an app, in order, the app itself included. What a component is made of counts for none. */
export function partsOf(root: Element): Part[] {
  const own = (element: Element) => isPart(element) || element.localName.startsWith('riv-');
  return [root, ...all(root, (element) => !own(element))].filter(isPart) as Part[];
}

/** What a component is called: its label, or what kind it is. */
export const labelOf = (part: Part): string =>
  part.label || (part.constructor as { kind?: string }).kind || part.localName;

/** Finds a component by its label or `id`. @throws {ValueError} saying which there are, or that there are several */
export function partOf(root: Element, wanted: Name, use: Use): Part {
  const parts = partsOf(root).filter((part) => !part.silent);
  const named = parts.filter((part) => isNamed(labelOf(part), wanted) || (part.id && part.id === wanted));
  const fitting = named.length > 1 ? named.filter(FITS[use]) : named;
  const [part] = fitting;
  if (part && fitting.length === 1) return part;
  const words = typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);
  const { length } = named;
  throw new ValueError(
    length > 0
      ? `${length} components are called ${words}: give them an id each, and name that`
      : `No component is called ${words}; there are ${listed(parts.map(labelOf))}`,
    { target: root.id || root.localName },
  );
}

const PRESSED =
  'button, a[href], summary, input:is([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio]), ' +
  ':is([role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=checkbox], [role=radio], [role=switch])';

/** All that can be seen and pressed. */
function pressable(root: Element): HTMLElement[] {
  const roots = [root, ...(root.shadowRoot ? [root.shadowRoot] : [])];
  return roots
    .flatMap((each) => [...all(each, () => true)])
    .concat(root)
    .filter((each): each is HTMLElement => each.matches(PRESSED) && each.getClientRects().length > 0);
}

const isOff = (control: Element): boolean =>
  control.matches(':disabled') || control.getAttribute('aria-disabled') === 'true';

/** Finds what can be pressed by its name; `null` while there is none. @throws {ValueError} when there are several */
export function buttonOf(root: Element, wanted: Name): HTMLElement | null {
  const found = pressable(root).filter((each) => !isOff(each) && isNamed(nameOf(each), wanted));
  if (found.length > 1)
    throw new ValueError(
      `${found.length} buttons are called ${wanted}: ${listed(found.map(nameOf))}; drive() the element in which yours is`,
      { target: root.id || root.localName },
    );
  return found[0] ?? null;
}

/** The names of all that can be pressed, for messages. */
export function buttonNames(root: Element): string {
  return listed(pressable(root).map((each) => `${nameOf(each)}${isOff(each) ? ' (disabled)' : ''}`));
}
