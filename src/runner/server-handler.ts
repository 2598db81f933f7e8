/** @file The handler of an endpoint on a Gradio server: the engine that speaks with it does the work. */

import type { GradioSource } from '../shared/protocol.ts';
import type { HandlerContext } from './context.ts';
import type { Engines } from './engines.ts';
import type { Desk, LoadedHandler } from './steps.ts';

/** What the engine for Gradio servers gives for one run. */
export interface GradioEngine {
  /** Runs an endpoint: its value, or where it is a generator one for each of its values. */
  run(source: GradioSource, inputs: readonly unknown[], ctx: HandlerContext, desk: Desk): Promise<unknown>;
}

/** Makes the handler of an endpoint. The engine is loaded with its first run. */
export function serverHandler(source: GradioSource, engines: Engines): LoadedHandler {
  const { base, folders } = engines.places;
  const handler = async (...args: unknown[]) => {
    const desk = args.pop() as Desk;
    const ctx = args.pop() as HandlerContext;
    const { signal, progress, info: notice } = ctx;
    const engine = await engines.open<GradioEngine>('gradio', { signal, base, folders, progress, notice });
    return engine.run(source, args, ctx, desk);
  };
  return { name: source.name, handler, elsewhere: true };
}
