/** @file `<riv-dataframe>`: a table that is shown, edited, sorted and searched. */

import { type PropertyValues, type TemplateResult, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { Any, EditEvents, ElementTypes, Or, TYPES } from '../../page/element-types.ts';
import { lazy } from '../../page/lazy.ts';
import type { Input } from '../../shared/protocol.ts';
import { type Converter, buttonsConverter, jsonConverter, listConverter, oneOf } from '../base/attributes.ts';
import type { Options } from '../base/base.ts';
import { element } from '../base/element.ts';
import { LazyView } from '../base/lazy-view.ts';
import { DisplayElement } from '../display/display.ts';
import type { DataframeHost } from './table/table-host.ts';
import type { DataframeView } from './dataframe-view.ts';
import type {
  CellSize,
  Cells,
  CountOption,
  Datatype,
  TableShape,
  TableShapes,
  TableValue,
} from './table/table.ts';

interface DataframeEvents extends EditEvents<TableValue> {
  select: CustomEvent<{
    index: [row: number, column: number];
    value: unknown;
    rowValue: unknown[];
    colValue: unknown[];
  }>;
  edit: CustomEvent<{ index: [row: number, column: number]; value: unknown; previousValue: unknown }>;
}

interface DataframeTypes<Shape extends TableShape> extends ElementTypes {
  input: TableShapes[Shape];
  output: TableValue;
  events: DataframeEvents;
}

const DATATYPES = /^(str|number|bool|date|markdown|html|auto)$/;

const datatypeConverter: Converter = {
  fromAttribute: (text, type) =>
    /[[,]/.test(text ?? '') ? listConverter.fromAttribute?.(text, type) : text?.trim(),
  expects: (value) =>
    [value].flat().every((each) => DATATYPES.test(String(each)))
      ? undefined
      : 'one of str, number, bool, date, markdown, html, auto, or a list of them',
};

const countConverter: Converter = {
  ...jsonConverter,
  nullable: true,
  expects(value) {
    const [count, growth = 'dynamic'] = [value].flat();
    return Number.isInteger(count) &&
      (count as number) >= 0 &&
      (count as number) <= 1e5 &&
      /^(fixed|dynamic)$/.test(String(growth))
      ? undefined
      : 'a whole number up to 100000, or [3, "fixed"] or [3, "dynamic"]';
  },
};

const valueConverter: Converter = {
  fromAttribute: (text, type) =>
    /^\s*[[{]/.test(text ?? '') ? jsonConverter.fromAttribute?.(text, type) : text,
  takesText: true,
};

/** Values that stand for none. */
const blanks = new WeakSet<object>();

/**
 * A table: shown, sorted, searched, and edited as in a spreadsheet.
 *
 * @input `{ headers, data }`; with the `type` `rows` a list of objects, `array` a list of rows, `columns` an object of lists.
 * @output Any of those, a list (one column), CSV text, or a `Blob` of CSV or TSV.
 * @event input - The user edited the table.
 * @event edit - The user edited a cell: `index` is `[row, column]`, with `value` and `previousValue`.
 * @event change - The table changed, by the user or by a handler.
 * @event select - The user went to a cell: `index` is `[row, column]`, with `value`, `rowValue` and `colValue`.
 * @csspart surface - The frame around everything.
 * @csspart toolbar - The row of search and buttons.
 * @csspart button - Each button.
 * @csspart grid - The grid, which scrolls.
 * @csspart header - Each cell of the header.
 * @csspart cell - Each cell.
 * @csspart editor - The box in which a cell is edited.
 * @csspart menu - The menu of a row or a column.
 */
@element('riv-dataframe', {
  shortcuts: {
    numpy: { type: 'array' },
    matrix: { type: 'array' },
    list: { type: 'array', columnCount: 1 },
  },
})
export class RivDataframe<Type extends TableShape = Any>
  extends DisplayElement<TableValue>
  implements DataframeHost
{
  declare readonly [TYPES]: DataframeTypes<Or<Type, 'dataframe'>>;
  static override styles = [
    ...DisplayElement.styles,
    css`
      .panel {
        min-height: 96px;
        padding: 0;
      }
    `,
  ];
  static override events = ['change', 'input', 'select', 'edit'];
  static override kind = 'Dataframe';

  /** The table, as it was given; once the user has edited it `{ headers, data }`. As an attribute JSON or CSV. */
  @property({ converter: valueConverter })
  get value(): TableValue {
    return this.#value ?? this.emptyValue;
  }
  set value(value: TableValue | null) {
    this.#value = blanks.has(value as object) ? null : value;
  }
  /** Names of the columns, where the value has none. Default: 1, 2, 3. */
  @property({ converter: listConverter }) headers: string[] = [];
  /** What the columns hold: one of `str number bool date markdown html auto` for all, or a list. */
  @property({ converter: datatypeConverter }) datatype: Datatype | Datatype[] = 'auto';
  /** What a handler is given: `{ headers, data }`, or `rows`, `array`, `columns`. */
  @property({ converter: oneOf('dataframe', 'rows', 'array', 'columns') }) type: TableShape = 'dataframe';
  /** Rows of an empty table; `[3, "fixed"]`: the user may add and delete none. */
  @property({ converter: countConverter }) rowCount: CountOption = null;
  /** Columns of an empty table; `[3, "dynamic"]`: the user may add and delete some. */
  @property({ converter: countConverter }) columnCount: CountOption = null;
  /** True shows long texts on several lines. */
  @property({ type: Boolean }) wrap = false;
  /** Pixels; what is higher scrolls. */
  @property({ type: Number }) maxHeight = 500;
  /** Places, from 0, of columns that the user may not edit. */
  @property({ type: Array }) staticColumns: number[] = [];
  /** How many columns, from the left, stay in sight. */
  @property({ type: Number }) pinnedColumns = 0;
  /** True numbers the rows. */
  @property({ type: Boolean }) showRowNumbers = false;
  /** `search` shows a box that looks through all cells; `filter` also a button that keeps what was found. */
  @property({ converter: oneOf('none', 'search', 'filter') }) showSearch: 'none' | 'search' | 'filter' =
    'none';
  /** Widths of columns: pixels, `"120px"` or `"20%"`. The others are as wide as what is in them. */
  @property({ converter: listConverter }) columnWidths: CellSize[] = [];
  /** Letters of a text that are shown in a cell; the rest is seen by editing it. */
  @property({ type: Number }) maxChars: number | null = null;
  /** Small buttons: `copy`, `download`, `fullscreen`, or elements of the page's own. */
  @property({ converter: buttonsConverter })
  override buttons: readonly (string | Node)[] = ['copy', 'download', 'fullscreen'];

  #value: TableValue | null = null;
  readonly #lazyView = new LazyView<DataframeView>(this, async (root) => {
    const { DataframeView } = await lazy(() => import('./dataframe-view.ts'));
    return new DataframeView(this, root);
  });

  constructor(options?: Options<RivDataframe, { type?: Type }>) {
    super(options);
  }

  /** The headers, and as many empty rows as `rowCount` says. */
  override get emptyValue(): Cells {
    const { headers, datatype } = this;
    const [rows = 0] = [this.rowCount].flat();
    const count = Math.max(headers.length, Number([this.columnCount].flat()[0] ?? (headers.length || 3)));
    const names = Array.from({ length: count }, (_, at) => headers[at] ?? String(at + 1));
    const blank = (at: number) => {
      const kind = Array.isArray(datatype) ? datatype[at] : datatype;
      return kind === 'bool' ? false : kind === 'number' || kind === 'date' ? null : '';
    };
    const data = Array.from({ length: Number(rows) }, () => names.map((_, at) => blank(at)));
    const empty = { headers: names, data };
    blanks.add(empty);
    return empty;
  }

  /** @internal */
  get name(): string {
    return this.accessibleName;
  }

  /** @internal */
  get isBlank(): boolean {
    return this.#value === null;
  }

  /** @internal */
  take(value: Cells): void {
    this.commit(value);
  }

  /** @internal */
  notify(name: string, detail: unknown): void {
    this.emit(name, detail);
  }

  protected override accept(given: unknown): TableValue {
    if (given === null || given === undefined) return this.emptyValue;
    if (!isTable(given))
      throw this.refuse(
        given,
        'a table: { headers, data }, rows, an object of columns, CSV, or a Blob of CSV',
      );
    return given as TableValue;
  }

  protected override async asInput(value: TableValue): Promise<Input> {
    const { read, shape } = await lazy(() => import('./table/read.ts'));
    return { kind: 'value', value: shape(await read(value, this), this.type) };
  }

  protected override get filled(): boolean {
    return !this.isBlank;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#lazyView.view?.changed(changed);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#lazyView.settled();
    await this.#lazyView.view?.settled();
    return super.getUpdateComplete();
  }

  protected override renderControl(): TemplateResult {
    return html`<div class="panel" part="surface" role="group" aria-label=${this.accessibleName}>${this.#lazyView.view?.render()}</div>`;
  }
}

/** True for what can be read as a table, as far as that is seen at once. */
function isTable(given: unknown): boolean {
  if (typeof given === 'string' || Array.isArray(given) || ArrayBuffer.isView(given)) return true;
  if (given instanceof Blob) return !/^(image|audio|video)\//.test(given.type);
  if (Object.prototype.toString.call(given) !== '[object Object]') return false;
  const { data } = given as Partial<Cells>;
  return (data === undefined ? Object.values(given as object) : [data]).every(
    (each) => Array.isArray(each) || ArrayBuffer.isView(each),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'riv-dataframe': RivDataframe<TableShape>;
  }
  interface RivuletShortcuts {
    dataframe: RivDataframe;
    numpy: RivDataframe<'array'>;
    matrix: RivDataframe<'array'>;
    list: RivDataframe<'array'>;
  }
}
