/** @file The wiring of a binding: its triggers, inputs and outputs, and what follows from them. */

import { ValueError } from '../../shared/errors.ts';
import type { Port, ShowProgress } from '../../shared/port.ts';
import { handlerName } from '../handler/handler-name.ts';
import { checkOptions, keyOf, list, type BindingOptions } from '../options.ts';
import { defaultProgress, isStream, type Trigger } from './triggers.ts';

/** What a binding joins: its triggers, inputs and outputs, and what follows from them. */
export abstract class Wiring extends EventTarget {
  options: BindingOptions;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** Keys of the one object that the handler gets, when the inputs were given as a Set. */
  readonly keys: readonly string[] | undefined;
  readonly triggers: readonly Trigger[];

  /** @throws {ValueError} for an option that does not fit. */
  constructor(triggers: readonly Trigger[], options: BindingOptions) {
    super();
    checkOptions(options);
    this.options = options;
    this.inputs = list(options.inputs);
    this.outputs = list(options.outputs);
    this.keys = options.inputs instanceof Set ? this.inputs.map(keyOf) : undefined;
    this.triggers = triggers;
    if (options.js != null && this.streams)
      throw new ValueError('on(): "js" cannot see the chunks of a stream, which never come to the page', {
        target: 'js',
      });
  }

  /** The name for `predict` and `submit`. */
  get apiName(): string {
    return this.options.apiName ?? handlerName(this.options.fn ?? null, this.near);
  }

  /** How much its runs show on the outputs: little for streams, nothing for the tick of a Timer. */
  get showProgress(): ShowProgress {
    return this.options.showProgress ?? defaultProgress(this.triggers);
  }

  /** True when a recorder decides how long its runs last. */
  get streams(): boolean {
    return this.triggers.some(isStream);
  }

  /** Every element that takes part. */
  get elements(): Set<EventTarget> {
    return new Set<EventTarget>([
      ...this.triggers.map(([target]) => target),
      ...this.inputs,
      ...this.outputs,
    ]);
  }

  /** The element whose app this binding belongs to. */
  get near(): EventTarget {
    return this.triggers[0]?.[0] ?? this.outputs[0] ?? this.inputs[0] ?? document;
  }
}
