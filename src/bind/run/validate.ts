/** @file Checks the inputs of a run, and says at each what is wrong with it. */

import { ValueError, describe } from '../../shared/errors.ts';
import type { Port } from '../../shared/port.ts';
import { type BindingOptions, keyOf } from '../options.ts';
import { functionOf } from '../handler/handler.ts';
import { say } from '../../words/core.ts';

/** What says whether a value will do: true or nothing, or what is wrong. */
type Verdict = string | boolean | null | undefined;

/** A component that checks its own value, and shows words. */
interface Checked extends Port {
  validate?: ((value: unknown) => Verdict | Promise<Verdict>) | null;
  message?: string;
}

interface Validated {
  readonly inputs: readonly Port[];
  readonly options: BindingOptions;
  readonly near: EventTarget;
}

/** What was said of each input; another word of somebody else is left alone. */
const said = new WeakMap<Port, string>();

/**
 * Asks the inputs, then the binding, what is wrong with these values: one text for each input, empty where nothing is.
 *
 * @throws {ValueError} for a verdict that is none; what a validator throws.
 */
export async function complaints(
  { inputs, options, near }: Validated,
  values: readonly unknown[],
): Promise<string[]> {
  const own = await Promise.all(
    inputs.map(async (port, at) => wordsFor(await (port as Checked).validate?.(values[at]))),
  );
  const { validator } = options;
  if (validator == null || own.some(Boolean)) return own;
  const check = typeof validator === 'function' ? validator : await functionOf(validator as string, near);
  return verdictsOf(await check(...values), inputs).map(wordsFor);
}

/** Shows what is wrong at each input, and takes back what was said before. Returns true where something is. */
export function tell(inputs: readonly Port[], problems: readonly string[]): boolean {
  inputs.forEach((port: Checked, at) => {
    const words = problems[at] ?? '';
    if (words || port.message === said.get(port)) port.message = words;
    said.set(port, words);
  });
  return problems.some(Boolean);
}

/** One verdict for each input, of a list, of an object keyed by ids or labels, or of one for all. */
function verdictsOf(given: unknown, inputs: readonly Port[]): Verdict[] {
  if (Array.isArray(given)) return inputs.map((_, at) => given[at] as Verdict);
  if (typeof given === 'object' && given !== null)
    return inputs.map((port, at) => (given as Record<string, Verdict>)[keyOf(port, at)]);
  return inputs.map((_, at) => (at === 0 ? (given as Verdict) : true));
}

function wordsFor(verdict: Verdict): string {
  if (verdict === true || verdict === null || verdict === undefined) return '';
  if (verdict === false) return say('willNotDo');
  if (typeof verdict === 'string') return verdict;
  throw new ValueError(`A validator gave ${describe(verdict)}, expected true, or what is wrong as a text`, {
    target: 'validator',
  });
}
