import type { HandlerContext } from '../../src/runner/context.ts';
import { on } from '../../src/bind/binding/on.ts';
import type { BindingOptions } from '../../src/bind/options.ts';
import { press } from './press.ts';

/** How a stream is bound, but for its inputs; its handler gets a chunk of what is recorded. */
type Options = Pick<BindingOptions, 'concurrencyId' | 'outputs' | 'streamEvery' | 'thread' | 'timeLimit'> & {
  fn: (chunk: never, ctx: HandlerContext) => unknown;
};

/** Streams what a component records into a handler. @returns what ends that */
export function streamInto(recorder: EventTarget, options: Options): () => void {
  const binding = on(recorder as never, 'stream' as never, { inputs: recorder, ...options } as never);
  return () => binding.remove();
}

/** Opens the camera of a component, and records. */
export async function recordCamera(component: Element): Promise<void> {
  await press(component, /Webcam/);
  await press(component, 'Record');
}
