/** @file What a Gradio server says of an endpoint, on its way from the worker to the page. */

/** One input or output of an endpoint. */
export interface ServerPart {
  /** The component's name in small letters, as Gradio has it: `image`, `annotatedimage`, `state`. */
  type: string;
  label: string;
  props: Record<string, unknown>;
}

/** What the page is told of an endpoint. */
export interface Description {
  /** With its slash. */
  name: string;
  title: string;
  /** Markdown above, and below. */
  description: string;
  article: string;
  inputs: DescribedPart[];
  outputs: DescribedPart[];
  /** True when it runs with each change. */
  live: boolean;
  submitLabel: string | null;
  /** Rows of values for the inputs that are not additional; files are URLs. */
  examples: unknown[][];
  exampleLabels: string[] | null;
}

/** A component, by Gradio's name, with its properties as Gradio writes them. */
export interface DescribedPart extends ServerPart {
  /** It stands in a box that folds. */
  additional: boolean;
}
