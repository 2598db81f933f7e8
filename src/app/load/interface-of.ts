/** @file Makes an Interface of what a Gradio server says of an endpoint. */

import { type GradioOptions, gradio } from '../../bridge/server/gradio.ts';
import { runtime } from '../../bind/binding/runtime.ts';
import { HandlerError } from '../../shared/errors.ts';
import type { DescribedPart, Description } from '../../shared/description.ts';
import { meaningOf } from '../../page/registry.ts';
import { RivInterface } from '../interface/interface.ts';
import { type Component, type ComponentOption, makeComponent } from '../shortcuts.ts';

/** Gradio's names of components that have another one here. */
const NAMES: Record<string, string> = {
  nativeplot: 'lineplot',
  sketchpad: 'imageeditor',
  simpledropdown: 'dropdown',
};
/** Properties that mean the same here, by Gradio's names. Of others nothing is known, or they concern its server. */
const TAKEN =
  `label info placeholder lines max_lines minimum maximum step precision choices sources multiselect
  max_choices allow_custom_value filterable show_label num_top_classes color_map headers datatype language columns rows
  file_count file_types multiselect include_time rtl text_align show_legend combine_adjacent object_fit x y color x_title
  y_title title tooltip`.split(/\s+/);

/** Makes the Interface of an endpoint. @throws {HandlerError} when it cannot be asked, or shown */
export async function interfaceOf(
  source: string | URL,
  api?: string,
  options?: GradioOptions,
): Promise<RivInterface> {
  const { name, title, description, article, inputs, outputs, live, submitLabel, examples, exampleLabels } =
    await describe(source, api, options);
  const plain = inputs.filter(({ additional }) => !additional);
  const ordered = plain.length && plain.length < inputs.length && isHead(inputs, plain.length);
  const main = ordered ? plain : inputs;
  const parts = (list: readonly DescribedPart[], as: 'input' | 'output') =>
    list.filter(({ type }) => type !== 'state').map((part) => partOf(part, as));
  return new RivInterface({
    fn: gradio(source, name, options),
    apiName: name.slice(1),
    title,
    description,
    article,
    live,
    inputs: parts(main, 'input'),
    outputs: parts(outputs, 'output'),
    ...(ordered && { additionalInputs: parts(inputs.slice(main.length), 'input') }),
    ...(submitLabel && { submitLabel }),
    ...(examples.length && { examples, exampleLabels }),
  } as never) as RivInterface;
}

/** True when those that are not additional come first. */
const isHead = (inputs: readonly DescribedPart[], count: number): boolean =>
  inputs.every(({ additional }, at) => additional === at >= count);

/** Asks the server of an endpoint, through the worker that will run it. */
async function describe(source: string | URL, api?: string, options?: GradioOptions): Promise<Description> {
  const { poolOf } = await runtime();
  const pool = await poolOf(gradio(source, api, options), 'worker', document);
  const { signal } = new AbortController();
  const { bridge, release } = await pool.lease(signal);
  const event = { target: '', name: 'rivulet:describe', data: null };
  try {
    for await (const { values } of bridge.run({ inputs: [], outputs: [''], event }, signal, () => undefined))
      return values[0] as Description;
    throw new HandlerError('The server said nothing of the endpoint');
  } finally {
    release();
  }
}

/** Makes a component as the server has it. @throws {HandlerError} for one that there is none of here */
function partOf({ type, label, props }: DescribedPart, as: 'input' | 'output'): Component {
  const known = NAMES[type] ?? type;
  const name = meaningOf(known) ? known : as === 'output' ? 'json' : null;
  if (!name) throw new HandlerError(`The server's "${label}" is a ${type}, which there is no component for`);
  const Class = customElements.get(meaningOf(name)!.tag) as unknown as { prototype: object };
  const given: Record<string, unknown> = {};
  for (const key of TAKEN) {
    const own = key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const value = props[key];
    if (value !== null && value !== undefined && own in Class.prototype) given[own] = value;
  }
  if (Array.isArray(given.sources)) given.sources = sourcesOf(given.sources as string[]);
  if (as === 'input' && props.value !== null && props.value !== undefined) given.value = props.value;
  if (as === 'input' && props.streaming === true && 'streaming' in Class.prototype) given.streaming = true;
  return makeComponent({ name, ...given } as ComponentOption);
}

const sourcesOf = (sources: readonly string[]): string[] =>
  sources.filter((source) => ['upload', 'webcam', 'microphone', 'clipboard'].includes(source));
