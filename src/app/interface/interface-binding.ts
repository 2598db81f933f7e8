/** @file Binds an Interface: Submit, live changes, streams. */

import type { Binding } from '../../bind/binding/binding.ts';
import { on } from '../../bind/binding/on.ts';
import type { BindingOptions, HandlerOption } from '../../bind/options.ts';
import type { Trigger } from '../../bind/binding/triggers.ts';
import { hint } from '../../components/hints/hint.ts';
import type { InterfaceParts } from './placement.ts';
import { type Component, isShown } from '../shortcuts.ts';

/** Options of a binding that are properties of an Interface too. */
const HANDED_ON = [
  'streamEvery',
  'timeLimit',
  'concurrencyLimit',
  'concurrencyId',
  'showProgress',
  'thread',
  'apiName',
  'validator',
] as const;

/** What an Interface hands on to its binding. */
export type RunOptions = Pick<BindingOptions, (typeof HANDED_ON)[number]> & { fn: HandlerOption };

/** Reads them from an Interface; what is not set is not handed on. */
export function runOptions(from: Omit<RunOptions, 'fn'>, fn: HandlerOption): RunOptions {
  const set = HANDED_ON.filter((name) => from[name] !== undefined && from[name] !== '');
  return { fn, ...Object.fromEntries(set.map((name) => [name, from[name]])) };
}

/** Events of the Interface itself: it is ready, and the user asks for a run. */
export const [LOAD, SUBMIT] = ['load', 'submit'] as const;

/** Binds an Interface that runs when the user asks for it: one run at a time. */
export function bindSubmit(
  host: HTMLElement,
  { inputs, outputs }: InterfaceParts,
  options: RunOptions,
): Binding {
  for (const input of inputs)
    if (input.streaming && knows(input, 'stream'))
      hint(
        `Streaming components are only supported in live interfaces: <${input.localName}> "${input.label ?? ''}" ` +
          'does not stream here. Set `live`, or bind its "stream" event in Blocks.',
        input as unknown as Element,
      );
  const enter = inputs.filter((input) => knows(input, 'submit')).map((input): Trigger => [input, 'submit']);
  return on([[host, SUBMIT], ...enter], { ...options, inputs, outputs, triggerMode: 'once' });
}

/**
 * Binds an Interface that runs with each change. A streaming input streams, each other one counts with its changes;
 * a State, which changes with the run itself, does not. Without inputs the run comes with the page and with Generate.
 */
export function bindLive(
  host: HTMLElement,
  { inputs, outputs, kind }: InterfaceParts,
  options: RunOptions,
): Binding {
  if (kind === 'output-only')
    return on(
      [
        [host, LOAD],
        [host, SUBMIT],
      ],
      { ...options, inputs, outputs, triggerMode: 'alwaysLast' },
    );
  const triggers = inputs.filter(isShown).flatMap((input) => liveTrigger(input, outputs));
  const streams = triggers.some(([, event]) => event === 'stream');
  return on(triggers, {
    ...options,
    inputs,
    outputs,
    triggerMode: streams ? 'multiple' : 'alwaysLast',
    showProgress: streams ? 'hidden' : options.showProgress,
  });
}

function liveTrigger(input: Component, outputs: readonly Component[]): Trigger[] {
  if (input.streaming && knows(input, 'stream')) return [[input, 'stream']];
  if (feedsItself(input, outputs)) return [[input, 'input']];
  return knows(input, 'change') ? [[input, 'change']] : [];
}

/**
 * Returns true for media that the handler reads and writes: its results cannot be compared with what it was given, so
 * each would make one more run. Only what the user does counts there.
 */
export function feedsItself(input: Component, outputs: readonly Component[]): boolean {
  return outputs.includes(input) && knows(input, 'input') && 'toBlob' in input && !input.streaming;
}

function knows(component: Component, event: string): boolean {
  return (component.constructor as { events?: readonly string[] }).events?.includes(event) ?? false;
}
