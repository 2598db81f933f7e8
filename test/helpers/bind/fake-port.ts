import type { Port, Status } from '../../../src/shared/port.ts';
import type { Input } from '../../../src/shared/protocol.ts';

/** A component as bindings know it, without a page: keeps what it was told. */
export class FakePort extends EventTarget implements Port {
  id: string;
  readonly localName = 'fake-port';
  value: unknown;
  /** Every value a handler gave, in order. */
  readonly given: unknown[] = [];
  /** Every status, in order. */
  readonly statuses: Status[] = [];
  readonly roles: string[] = [];

  constructor(value: unknown = null, id = '') {
    super();
    this.value = value;
    this.id = id;
  }

  get status(): Status {
    return this.statuses.at(-1) ?? { stage: 'idle', show: 'full' };
  }
  set status(status: Status) {
    this.statuses.push(status);
  }

  toHandler(): Input {
    return { kind: 'value', value: this.value };
  }
  fromHandler(value: unknown): void {
    const changed = !Object.is(value, this.value);
    this.value = value;
    this.given.push(value);
    if (changed) this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  }
  update(props: Record<string, unknown>): void {
    Object.assign(this, props);
  }
  use(role: string): void {
    this.roles.push(role);
  }

  /** Fires an event as a user would. */
  fire(name: string, value?: unknown): void {
    if (value !== undefined) this.value = value;
    this.dispatchEvent(new CustomEvent(name, { detail: { value: this.value } }));
  }
}

/** Resolves with the outcome of the next run of a binding that ends. */
export function ended(binding: EventTarget): Promise<string> {
  return new Promise((resolve) =>
    binding.addEventListener(
      'end',
      (event) => resolve((event as CustomEvent<{ outcome: string }>).detail.outcome),
      { once: true },
    ),
  );
}

/** Resolves when `port` was given something that passes `test`. */
export function given(port: FakePort, test: (value: unknown) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!port.given.some(test)) return;
      port.removeEventListener('change', look);
      resolve();
    };
    port.addEventListener('change', look);
    look();
  });
}
