/** @file `ctx.ort`: the runtime once it is loaded, and what can be awaited for it. */

import type { OnnxEngine, OnnxRuntime } from './onnx-types.ts';
import type { EngineModule } from '../../shared/engines.ts';

/**
 * Makes `ctx.ort`: the runtime itself once it is loaded. Before that, what can be awaited for it, and says so when it
 * is used without.
 */
export function ortOf(
  engine: EngineModule | undefined,
  open: () => Promise<OnnxEngine>,
): OnnxRuntime & PromiseLike<OnnxRuntime> {
  const { ort } = (engine ?? {}) as { ort?: unknown };
  const later = new Proxy(Object.create(null) as object, {
    get(_, name) {
      if (name === 'then')
        return (...handlers: Parameters<Promise<OnnxRuntime>['then']>) =>
          open()
            .then((engine) => engine.runtime())
            .then(...handlers);
      if (typeof name === 'symbol') return undefined;
      throw new Error(
        `ctx.ort is not loaded yet: "await ctx.ort" or "await ctx.onnx(url)" before ctx.ort.${name}`,
      );
    },
  });
  return (ort ?? later) as OnnxRuntime & PromiseLike<OnnxRuntime>;
}
