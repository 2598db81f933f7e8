/** @file Says of an endpoint what a page needs to show it. */

import type { Client } from '@gradio/client';
import type { DescribedPart, Description, ServerPart } from '../../../src/shared/description.ts';
import { type Endpoint, isKept } from './endpoint.ts';
import type { Config } from './failure.ts';
import { isFileData, urlOf } from './files.ts';

/** A box of the page with what is in it, by their numbers. */
interface Box {
  id: number;
  children?: Box[] | null;
}

const EDITS = ['change', 'input', 'stream'];

/** Describes an endpoint, of an Interface with what stands around it. */
export function describeEndpoint(client: Client, endpoint: Endpoint): Description {
  const config = client.config!;
  const { dependency, name } = endpoint;
  const folded = foldedIn(config, (config as unknown as { layout?: Box }).layout ?? { id: -1 });
  const described = (ids: readonly number[], parts: readonly ServerPart[]): DescribedPart[] =>
    parts.map((part, at) => ({
      ...part,
      props: plainly(client, part.props),
      additional: folded.has(ids[at]!),
    }));
  const inputs = described(dependency.inputs, endpoint.inputs);
  const press = dependency.targets.find(([, event]) => event === 'click')?.[0];
  const button = config.components.find(({ id, type }) => id === press && type === 'button');
  return {
    name,
    title: (config as { title?: string }).title ?? '',
    ...wordsAround(config),
    inputs,
    outputs: described(dependency.outputs, endpoint.outputs),
    live: dependency.targets.some(([id, event]) => dependency.inputs.includes(id) && EDITS.includes(event)),
    submitLabel: (button?.props as { value?: string } | undefined)?.value ?? null,
    ...examplesOf(client, endpoint),
  };
}

/** What stands in boxes that fold. */
function foldedIn(config: Config, box: Box, inside = false, found = new Set<number>()): Set<number> {
  if (inside) found.add(box.id);
  const folds = config.components.find(({ id }) => id === box.id)?.type === 'accordion';
  for (const child of box.children ?? []) foldedIn(config, child, inside || folds, found);
  return found;
}

/** The texts above and below an Interface, its heading left out. */
function wordsAround(config: Config): Pick<Description, 'description' | 'article'> {
  const { layout, mode } = config as unknown as { layout?: Box; mode?: string };
  const above: string[] = [];
  const below: string[] = [];
  let seen = above;
  if (mode === 'interface')
    for (const { id } of layout?.children ?? []) {
      const part = config.components.find((each) => each.id === id);
      if (part?.type === 'row') seen = below;
      const { value } = (part?.props ?? {}) as { value?: unknown };
      if (part?.type === 'markdown' && typeof value === 'string' && !value.startsWith('<h1'))
        seen.push(value);
    }
  return { description: above.join('\n\n'), article: below.join('\n\n') };
}

/** The examples that fill the first of its inputs. */
function examplesOf(
  client: Client,
  { dependency, inputs }: Endpoint,
): Pick<Description, 'examples' | 'exampleLabels'> {
  const shown = dependency.inputs.filter((_, at) => !isKept(inputs[at]!));
  for (const { type, props } of client.config!.components) {
    const {
      component_ids: ids,
      samples,
      sample_labels: labels,
    } = props as {
      component_ids?: number[];
      samples?: unknown[][];
      sample_labels?: string[] | null;
    };
    if (type !== 'dataset' || !ids?.length || !samples?.length) continue;
    if (ids.some((id, at) => id !== shown[at])) continue;
    return { examples: plainly(client, samples), exampleLabels: labels?.length ? labels : null };
  }
  return { examples: [], exampleLabels: null };
}

/** Puts URLs in place of files, however deep. */
function plainly<Value>(client: Client, value: Value): Value {
  if (isFileData(value)) return urlOf(client, value) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => plainly(client, each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, plainly(client, each)]),
  ) as Value;
}
