import type { EngineHost } from '../../src/shared/engines.ts';

export function open(_host: EngineHost): unknown {
  return null;
}
