/** @file Finds an endpoint of an app, and what it takes and gives. */

import type { Client } from '@gradio/client';
import type { HandlerContext } from '../../../src/runner/context.ts';
import type { Desk } from '../../../src/runner/steps.ts';
import type { ServerPart } from '../../../src/shared/description.ts';
import { HandlerError } from '../../../src/shared/errors.ts';
import type { Connection } from './connection.ts';
import type { Config } from './failure.ts';

export type Dependency = Config['dependencies'][number];

/** What can be called by a name. */
export interface Endpoint {
  /** With its slash. */
  name: string;
  dependency: Dependency;
  inputs: ServerPart[];
  outputs: ServerPart[];
  generator: boolean;
  /** True when it answers chunk after chunk of one recording. */
  stream: boolean;
}

/** What running an endpoint needs. */
export interface ServerRun {
  connection: Connection;
  endpoint: Endpoint;
  inputs: readonly unknown[];
  ctx: HandlerContext;
  desk: Desk;
}

/** True for what the server keeps to itself. */
export const isKept = ({ type }: ServerPart): boolean => type === 'state';

/**
 * Finds an endpoint by its name; without one the only one, or `/predict`.
 *
 * @throws {HandlerError} that lists those there are
 */
export function endpointOf({ config }: Client, api: string, place: string): Endpoint {
  const named = config!.dependencies.filter(
    ({ api_name, api_visibility }) => api_name && api_visibility !== 'private',
  );
  const shown = named.filter(({ api_visibility = 'public' }) => api_visibility === 'public');
  const wanted = api.replace(/^\//, '');
  const found = wanted
    ? named.find(({ api_name }) => api_name === wanted)
    : shown.length === 1
      ? shown[0]
      : shown.find(({ api_name }) => api_name === 'predict');
  if (!found) {
    const names = shown.map(({ api_name }) => `"/${api_name}"`).join(', ') || 'none';
    throw new HandlerError(
      wanted
        ? `${place} has no endpoint "/${wanted}"; those there are: ${names}`
        : `${place} has several endpoints: name one of ${names}`,
    );
  }
  const slots = (ids: readonly number[]) => ids.map((id) => slotOf(config!, id));
  return {
    name: `/${found.api_name}`,
    dependency: found,
    inputs: slots(found.inputs),
    outputs: slots(found.outputs),
    generator: found.types?.generator ?? false,
    stream: found.connection === 'stream',
  };
}

function slotOf(config: Config, id: number): ServerPart {
  const { type = 'unknown', props = {} } = config.components.find((each) => each.id === id) ?? {};
  const { label } = props as { label?: unknown };
  return { type, label: typeof label === 'string' ? label : '', props: props as ServerPart['props'] };
}

/** The values for those inputs that the server does not keep itself. @throws {HandlerError} when there are more or fewer */
export function givenTo(
  { name, inputs }: Endpoint,
  values: readonly unknown[],
  place: string,
): [ServerPart, unknown][] {
  const shown = inputs.filter((slot) => !isKept(slot));
  if (values.length === inputs.length)
    return inputs
      .map((slot, at): [ServerPart, unknown] => [slot, values[at]])
      .filter(([slot]) => !isKept(slot));
  if (values.length === shown.length) return shown.map((slot, at) => [slot, values[at]]);
  const wanted = shown.map(({ type, label }) => (label ? `"${label}" (${type})` : type)).join(', ') || 'none';
  throw new HandlerError(
    `${name} of ${place} takes ${count(shown.length, 'input')} (${wanted}); it got ${values.length}`,
  );
}

/** Those outputs of an endpoint that a page's outputs stand for. @throws {HandlerError} when they cannot be paired */
export function takenFrom({ name, outputs }: Endpoint, wanted: number, place: string): ServerPart[] {
  const shown = outputs.filter((slot) => !isKept(slot));
  if (wanted === outputs.length) return outputs;
  if (wanted === shown.length || wanted === 0) return shown;
  const given = shown.map(({ type, label }) => (label ? `"${label}" (${type})` : type)).join(', ') || 'none';
  throw new HandlerError(
    `${name} of ${place} gives ${count(shown.length, 'output')} (${given}); the page has ${wanted}`,
  );
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
