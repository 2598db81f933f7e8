/** @file The inputs of a chat's handler that are no elements: the question, and the messages before it. */

import type { Port, Status } from '../../shared/port.ts';
import type { Input } from '../../shared/protocol.ts';

/** An input whose value is asked for when a question is. */
export class ChatPort extends EventTarget implements Port {
  readonly id = '';
  readonly localName = 'riv-chat-interface';
  readonly silent = true;
  status: Status = { stage: 'idle', show: 'hidden' };

  constructor(
    readonly label: string,
    private readonly read: () => Input | Promise<Input>,
    private readonly convert: (given: unknown) => Input | Promise<Input>,
  ) {
    super();
  }

  toHandler(): Input | Promise<Input> {
    return this.read();
  }

  inputOf(given: unknown): Input | Promise<Input> {
    return this.convert(given);
  }

  fromHandler(): void {}

  update(): void {}

  use(): void {}
}
