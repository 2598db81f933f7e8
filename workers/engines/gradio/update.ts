/** @file Changes of a component that the server's function gave in place of a value. */

import type { HandlerContext } from '../../../src/runner/context.ts';
import type { ServerPart } from '../../../src/shared/description.ts';
import { type Exchange, taken } from './payloads.ts';

/** Properties of Gradio that say nothing to a page of another making. */
const FOREIGN = new Set([
  'key',
  'elem_id',
  'elem_classes',
  'preserved_by_key',
  'name',
  'proxy_url',
  'render',
]);

/** Makes an update of `gr.update(…)`, or of a component that was returned; `null` for a value. */
export function updateFrom(
  payload: unknown,
  slot: ServerPart,
  exchange: Exchange,
  ctx: HandlerContext,
): Promise<unknown> | null {
  const { __type__: kind, ...props } = (payload ?? {}) as Record<string, unknown>;
  return kind === 'update' ? made(props, slot, exchange, ctx) : null;
}

async function made(
  props: Record<string, unknown>,
  slot: ServerPart,
  exchange: Exchange,
  ctx: HandlerContext,
): Promise<unknown> {
  const known = Object.entries(props).filter(([name]) => !name.startsWith('_') && !FOREIGN.has(name));
  if (known.length === 0) return ctx.skip;
  const entries = known.map(async ([name, value]) => [
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    name === 'value' ? await taken(slot, value, exchange) : value,
  ]);
  return ctx.update(Object.fromEntries(await Promise.all(entries)) as Record<string, unknown>);
}
