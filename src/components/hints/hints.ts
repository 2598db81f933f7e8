/** @file Says what is wrong with elements: unknown tags, attributes, children that are not shown. */

import { isAstray, takesNone, unknownAttributes } from './suspects.ts';
import { tags } from '../../page/registry.ts';
import { hint } from './hint.ts';
import { nearest } from '../../page/nearest.ts';

/** Slots of an Interface, those included that are not there while nothing is in them. */
const INTERFACE_SLOTS = ['input', 'output', 'both', 'additional', 'description', 'article'];

/** Further attributes that every element may have. */
const GLOBAL =
  /^(item.*|ng-.*|is|dir|lang|nonce|exportparts|inert|popover|tabindex|accesskey|auto(focus|capitalize|correct)|translate|draggable|contenteditable|spellcheck|enterkeyhint|inputmode|virtualkeyboardpolicy|writingsuggestions|xmlns)$/;

/** Says what is wrong with elements; each thing once. */
export function hintAll(elements: Iterable<Element>): void {
  for (const element of elements) for (const [message, about] of mistakes(element)) hint(message, about);
}

/** Says that an element has no such option, and which was meant. */
export function hintOption(host: Element, name: string, known: readonly string[]): void {
  const meant = nearest(name, known);
  const all = `it has: ${known.join(', ')}`;
  hint(
    `<${host.localName}> has no option "${name}"; ${meant ? `did you mean "${meant}"? I${all.slice(1)}` : all}`,
    host,
  );
}

function* mistakes(element: Element): Generator<[message: string, about: Element]> {
  const { localName } = element;
  if (!customElements.get(localName)) {
    if (localName === 'script') return yield* noHandler(element as HTMLScriptElement);
    const meant = nearest(localName, tags());
    const app = element.closest('[slot]')?.closest('riv-interface');
    const stopped = app ? '. The app does not run: the arguments of its handler would be others' : '';
    return yield [
      `<${localName}> is no element of Rivulet${meant ? `; did you mean <${meant}>?` : ''}${meant && stopped ? stopped.slice(1) : stopped}`,
      element,
    ];
  }
  for (const name of unknownAttributes(element)) {
    if (GLOBAL.test(name)) continue;
    const { observedAttributes = [] } = element.constructor as { observedAttributes?: string[] };
    const meant = nearest(name, observedAttributes);
    const words = meant ? `; did you mean ${meant}?` : `; it has: ${observedAttributes.join(', ')}`;
    yield [`<${localName}> has no attribute ${name}${words}`, element];
  }
  for (const child of element.children) if (isAstray(child, element)) yield* astray(child, element);
}

/** A script of another type that was meant to hold handlers: of a module of the page nobody can import. */
function* noHandler(script: HTMLScriptElement): Generator<[message: string, about: Element]> {
  const type = script.getAttribute('type') ?? '';
  const code = /^(module|(text|application)\/javascript|)$/i.test(type);
  if (!(code ? /^\s*export\b/m.test(script.text) : nearest(type.replace('text/', ''), ['handler']))) return;
  const app = script.closest('riv-interface, riv-blocks, riv-chat-interface')!.localName;
  const tag = type ? `<script type="${type}">` : '<script>';
  yield [`${tag} in <${app}> gives it no handler; did you mean <script type="handler">?`, script];
}

function* astray(child: Element, parent: Element): Generator<[message: string, about: Element]> {
  const { localName, slot } = child;
  const outer = parent.localName;
  if (takesNone(parent)) {
    // Of several inside each other the outermost is told of.
    if (!parent.parentElement || !takesNone(parent.parentElement))
      yield [
        `<${outer}> has a <${localName}> inside it, and takes none: HTML does not know <${outer} />, write <${outer}></${outer}>`,
        parent,
      ];
    return;
  }
  if (!slot)
    return yield [
      `<${localName}> in <${outer}> has no slot, and is not shown once the app is ready: give it slot="input" or slot="output"`,
      child,
    ];
  const slots = slotsOf(parent);
  if (slots.includes(slot)) return;
  const app = INTERFACE_SLOTS.includes(slot) && child.closest('riv-interface');
  const meant = nearest(slot, slots);
  yield [
    `<${localName}> is not shown: <${outer}> has no slot "${slot}"` +
      (app
        ? `. Slots are for the children of <riv-interface>: give slot="${slot}" to what stands in it`
        : meant
          ? `; did you mean "${meant}"?`
          : slots.length > 0
            ? `; it has: ${slots.join(', ')}`
            : ': leave it out'),
    child,
  ];
}

function slotsOf(element: Element): string[] {
  if (element.localName === 'riv-interface') return INTERFACE_SLOTS;
  return [...element.shadowRoot!.querySelectorAll('slot')].map(({ name }) => name).filter(Boolean);
}
