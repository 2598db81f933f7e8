/** @file Arranges examples in rows, and names the columns. */

import { type Component, isShown } from '../shortcuts.ts';

/** One column of a table of examples: the input it fills, and its place in a row. */
export interface ExampleColumn {
  component: Component;
  index: number;
}

/** Makes rows of examples; a plain list when there is one input. */
export function rowsOf(examples: readonly unknown[], inputs: readonly Component[]): unknown[][] {
  const one = inputs.filter(isShown).length === 1;
  const plain = one && !examples.every((row) => Array.isArray(row) && row.length === 1);
  return examples.map((row) => (Array.isArray(row) && !plain ? [...row] : [row]));
}

/**
 * Finds the inputs that the rows have something for. A State has no column; neither has one that is null in every row.
 */
export function columnsOf(rows: readonly unknown[][], inputs: readonly Component[]): ExampleColumn[] {
  // Rows may leave the place of a State out, or keep it.
  const shown = inputs.filter(isShown);
  const places = rows.some((row) => row.length > shown.length) ? inputs : shown;
  return places
    .map((component, index) => ({ component, index }))
    .filter(
      ({ component, index }) =>
        isShown(component) && rows.some((row) => row[index] !== null && row[index] !== undefined),
    );
}
