/** @file `<riv-line-plot>`: draws the rows of a table as lines. */

import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { NativePlot, type PlotOptions } from '../native-plot/native-plot.ts';

/**
 * Draws the rows of a table as lines, one for each colour. With `append` it follows a stream.
 *
 * @input The table that is shown.
 * @output A table, of any form that a Dataframe takes; see [Plots](../guide/plots.md).
 * @event change - A handler gave a table.
 * @event select - The user brushed a range along x. `detail`: `{ index, value, selected }`; `index` and `value` are `[from, to]`, seconds for dates, or the names of the categories.
 * @event doubleClick - The user pressed twice: what was zoomed may be reset.
 * @csspart panel - The frame around everything.
 * @csspart title - The title.
 * @csspart legend - The row of the colours' names.
 * @csspart entry - Each of them.
 * @csspart plot - The drawing.
 * @csspart area - The part of it between the axes.
 * @csspart brush - The brushed range.
 * @csspart tip - What is told of a point.
 * @csspart note - What is said of points that are left out.
 * @csspart caption - The line under the plot.
 * @csspart data - The table, where it is shown.
 * @csspart button - Each small button.
 */
@element('riv-line-plot')
export class RivLinePlot extends NativePlot {
  static override kind = 'Line plot';
  /** @internal */
  readonly mark = 'line';

  constructor(options?: Options<RivLinePlot, PlotOptions>) {
    super(options);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-line-plot': RivLinePlot;
  }
  interface RivuletShortcuts {
    'line-plot': RivLinePlot;
  }
}
