/** @file Sets a component's value as its user would. */

import { ValueError, describe } from '../../shared/errors.ts';
import { type Part, labelOf } from './parts.ts';
import { within } from './wait.ts';

/**
 * Sets a value: `input` and `change` fire. Files go the way of a file that is picked or dropped.
 *
 * @throws {ValueError} when the user could not set this value, or none at all. What the component says of a file.
 */
export async function edit(part: Part, value: unknown, seconds: number): Promise<void> {
  const name = labelOf(part);
  if (part.editable === false)
    throw new ValueError(`"${name}" cannot be set: it is an output, or not interactive`, { target: name });
  const files = filesOf(value);
  if (files) return give(part, files, seconds);
  // What is none of the choices cannot be chosen.
  if ('choices' in part && value !== null) await part.inputOf?.(value);
  part.message = '';
  part.value = value;
  if (part.message) throw new ValueError(part.message, { target: name });
  for (const event of ['input', 'change'])
    part.dispatchEvent(new CustomEvent(event, { detail: { value }, bubbles: true, composed: true }));
  await part.updateComplete;
}

/** Files, where a value is one or a list of them. A Blob gets a name by its type. */
function filesOf(value: unknown): File[] | null {
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0 || !list.every((each) => each instanceof Blob)) return null;
  return list.map((each: Blob, at) => {
    if (each instanceof File) return each;
    const ending = /^\w+\/(?:x-)?([\w-]+)/.exec(each.type)?.[1] ?? 'bin';
    return new File([each], `file${at || ''}.${ending}`, { type: each.type });
  });
}

/** Picks files where there is something to pick with, else drops them. */
async function give(part: Part, files: readonly File[], seconds: number): Promise<void> {
  await part.updateComplete;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  const root = part.shadowRoot ?? part;
  const picker = root.querySelector<HTMLInputElement>('input[type=file]:not(:disabled)');
  const taken = answer(part);
  if (picker) {
    picker.files = transfer.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));
  } else {
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true, composed: true }), {
      dataTransfer: transfer,
    });
    const refused = (root.querySelector('[part~=surface]') ?? part).dispatchEvent(drop);
    if (refused)
      throw new ValueError(`"${labelOf(part)}" takes no file: ${describe(files[0])} was given`, {
        target: labelOf(part),
      });
  }
  await within(taken, `"${labelOf(part)}" to take ${files.map(({ name }) => name).join(', ')}`, seconds);
  await part.updateComplete;
}

/** Resolves when a component has taken what was given. @throws what it says is wrong with it */
function answer(part: Part): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const listen = (name: string, then: (event: Event) => void) =>
      part.addEventListener(name, (event) => (over.abort(), then(event)), { signal: over.signal });
    listen('change', () => resolve());
    listen('error', (event) => reject((event as CustomEvent<{ error: Error }>).detail?.error ?? event));
  });
}
