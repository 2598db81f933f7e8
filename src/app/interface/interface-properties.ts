/** @file The public properties of an Interface. */

import { property } from 'lit/decorators.js';
import { type BindingOptions, type HandlerOption, expectedOf } from '../../bind/options.ts';
import {
  type Converter,
  functionConverter,
  oneOf,
  strictNumberConverter,
  numberConverter,
} from '../../components/base/attributes.ts';
import type { Options } from '../../components/base/base.ts';
import type { HandlerOf } from '../../bridge/handler-types.ts';
import type { Any } from '../../page/element-types.ts';
import type { ShowProgress } from '../../shared/port.ts';
import { AppElement } from '../app-element.ts';
import type { FlagCallback, FlagOption } from '../flags/flags.ts';
import type { CallTypes } from '../driving/call-types.ts';
import type { InputsOf, OutputsOf } from './interface-types.ts';
import { LoadRun } from '../run-on-load.ts';
import type { ComponentOption } from '../shortcuts.ts';

/** The name of a handler; from script, what `fn` takes. */
const handlerConverter: Converter = { fromAttribute: (text) => text, expects: expectedOf };

const cacheConverter: Converter<boolean | 'lazy'> = {
  fromAttribute: (text) => (text === 'lazy' ? text : text !== null && text !== 'false'),
  expects: (value) => (typeof value === 'boolean' || value === 'lazy' ? undefined : 'true, false or "lazy"'),
};

const A_LIMIT = 'a number of seconds above 0, or null for no limit';
const limitConverter: Converter<number | null> = {
  ...numberConverter,
  expects: (value) => (typeof value === 'number' && value > 0 ? undefined : A_LIMIT),
};

const A_DISTANCE = 'a number of seconds, 0 or more';
const distanceConverter: Converter<number> = {
  ...strictNumberConverter,
  expects: (value) => (typeof value === 'number' && value >= 0 ? undefined : A_DISTANCE),
};

/** What `inputs` and the like take: one component, or a list. */
export type Components = ComponentOption | readonly ComponentOption[] | null | undefined;

/** The options of `new rv.Interface(options)`. What `fn` is given and may give follows from the components. */
export interface InterfaceOptions<
  Inputs extends Components = Any,
  Outputs extends Components = Any,
  More extends Components = Any,
  Children extends readonly Node[] = Any,
> extends Omit<Options<InterfaceProperties>, 'binding' | 'ready' | 'fn'> {
  /** The handler: a function, `"./module.js#name"`, `"#name"` of an inline script, or one of `rv.handlers(…)`. */
  fn?: HandlerOption<HandlerOf<InputsOf<Inputs, More, Children>, OutputsOf<Outputs, Children>>>;
  /** Components, shortcuts such as `"number"`, or `{ name: "slider", maximum: 10 }`; one or a list. */
  inputs?: Inputs;
  /** The same for what takes the results. */
  outputs?: Outputs;
  /** Further inputs, in a box that is closed at first; their values follow the others. */
  additionalInputs?: More;
}

/** The options of an Interface, its components left out. */
export abstract class InterfaceProperties<Calls extends CallTypes = Any> extends AppElement<Calls> {
  /** The handler: a function, `"./module.js#name"`, `"#name"` of an inline script, or one of `rv.handlers(…)`. */
  @property({ converter: handlerConverter })
  fn: HandlerOption | undefined = undefined;
  /** True: runs with each change, without Submit. */
  @property({ type: Boolean }) live = false;
  /** Markdown under the title. */
  @property() description = '';
  /** Markdown at the end, or the URL of it. */
  @property() article = '';
  /** Rows of values for the inputs; with one input a plain list. */
  @property({ type: Array }) examples: readonly unknown[] | null = null;
  /** Rows of examples to a page. */
  @property({ type: Number }) examplesPerPage = 10;
  /** Names for the examples, shown in place of their values. */
  @property({ type: Array }) exampleLabels: readonly string[] | null = null;
  /** Name of the box of additional inputs. */
  @property() additionalInputsLabel = 'Additional Inputs';
  /** Keeps inputs and outputs for later: with a button, after each run, or never. */
  @property({ converter: oneOf('never', 'manual', 'auto') }) flagging: 'never' | 'manual' | 'auto' = 'never';
  /** What flags may say: `"wrong"` makes a button "Flag as wrong"; `["Not this", "wrong"]` names the button, too. */
  @property({ type: Array }) flaggingOptions: readonly FlagOption[] | null = null;
  /** Called with each flag, `{ labels, values, flag, timestamp }`, in place of the browser's store. */
  @property({ attribute: false, converter: functionConverter }) flaggingCallback: FlagCallback | null = null;
  /** Keeps the results of examples: of all as the app is ready, or with `"lazy"` of each when it is first picked. */
  @property({ converter: cacheConverter }) cacheExamples: boolean | 'lazy' = false;
  /** True runs the handler when an example is picked. */
  @property({ type: Boolean }) runOnClick = false;
  /** The example that is there as the app is ready; -1 for none. Unset: the first, where all are kept. */
  @property({ type: Number }) preloadExample: number | null = null;
  /** True gives a button that copies a link to the app with what its inputs hold. */
  @property({ type: Boolean }) deepLink = false;
  /** Checks the values of all inputs before each run, as `validator` of `rv.on` does. */
  @property({ converter: handlerConverter }) validator: BindingOptions['validator'] = undefined;
  /** True makes one run as soon as the app is ready and in view, with what its inputs hold. */
  @property({ type: Boolean }) runOnLoad = false;
  /** Seconds, least time between two chunks of a streaming input of a live Interface. */
  @property({ converter: distanceConverter }) streamEvery = 0.5;
  /** Seconds for which a streaming input of a live Interface may run; `null` for no limit. */
  @property({ converter: limitConverter }) timeLimit: number | null = 30;
  /** How many runs at once; `null` for any number. */
  @property({ converter: numberConverter }) concurrencyLimit: number | null | undefined = undefined;
  /** Bindings that name the same id share one limit and queue. */
  @property() concurrencyId: string | undefined = undefined;
  /** How much of a run the outputs show. */
  @property() showProgress: ShowProgress = 'full';
  /** Text of Submit; without inputs it is "Generate". */
  @property() submitLabel = 'Submit';
  /** Text of Stop. */
  @property() stopLabel = 'Stop';
  /** Text of Clear; `null` or nothing hides it. */
  @property() clearLabel: string | null = 'Clear';
  /** `main` runs the handler in the page. */
  @property() thread: BindingOptions['thread'] = undefined;
  /** The name for `predict` and `submit`; the handler's name by default. */
  @property() apiName: string | undefined = undefined;

  protected readonly loadRun = new LoadRun(this);
}
