import { expect } from '@esm-bundle/chai';
import type { RivDataframe } from '../../../src/components/dataframe/dataframe.ts';
import type { Cells } from '../../../src/components/dataframe/table/table.ts';
import { axeProblems } from '../../helpers/axe.ts';
import {
  atCell,
  cellOf,
  cellsOf,
  gridOf,
  headersOf,
  mountTable,
  pressCell,
} from '../../helpers/components/dataframe.ts';
import { clearPage } from '../../helpers/page.ts';
import { button, press, wordsOf } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';

const HEADERS = ['name', 'age'];
const ROWS = [
  ['item 10', 36],
  ['item 2', null],
  ['Item 1', 7],
];
const items = (more: object = {}) => mountTable({ value: { headers: HEADERS, data: ROWS }, ...more });
const namesOf = (host: RivDataframe): string[] => cellsOf(host).map(([name]) => name!);

const search = (host: RivDataframe, text: string): void => {
  const field = host.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

describe('riv-dataframe: showing', () => {
  afterEach(clearPage);

  it('is a grid that says how large it is', async () => {
    const host = await items({ label: 'Items', showRowNumbers: true });
    const grid = gridOf(host)!;
    const said = ['aria-label', 'aria-rowcount', 'aria-colcount'].map((name) => grid.getAttribute(name));
    expect(said).to.deep.equal(['Items', '4', '3']);
    const numbers = [...grid.querySelectorAll('[role=rowheader]')].map(({ textContent }) => textContent);
    expect(numbers).to.deep.equal(['1', '2', '3']);
    expect([headersOf(host), cellsOf(host)[1]]).to.deep.equal([HEADERS, ['item 2', '']]);
  });

  it('sorts by a header: up, down and as it lies; empty cells last; what a handler gets is not sorted', async () => {
    const host = await items();
    const name = () => cellOf(host, -1, 0).querySelector<HTMLButtonElement>('.name')!;
    name().click();
    await until(() => namesOf(host)[0] === 'Item 1', 'the order');
    expect(namesOf(host)).to.deep.equal(['Item 1', 'item 2', 'item 10']);
    expect(cellOf(host, -1, 0).getAttribute('aria-sort')).to.equal('ascending');
    name().click();
    await until(() => namesOf(host)[0] === 'item 10', 'the other order');
    cellOf(host, -1, 1).querySelector<HTMLButtonElement>('.name')!.click();
    await until(() => cellsOf(host)[0]![1] === '7', 'the order of the ages');
    expect(namesOf(host)).to.deep.equal(['Item 1', 'item 10', 'item 2']);
    expect(await host.toHandler()).to.deep.equal({
      kind: 'value',
      value: { headers: HEADERS, data: ROWS },
    });
  });

  it('tells of a sorted cell where it lies in the table', async () => {
    const host = await items();
    cellOf(host, -1, 0).querySelector<HTMLButtonElement>('.name')!.click();
    await until(() => namesOf(host)[0] === 'Item 1', 'the order');
    let detail: unknown;
    host.addEventListener('select', (event) => (detail = event.detail));
    pressCell(host, 0, 0);
    expect(detail).to.deep.include({ index: [2, 0], value: 'Item 1' });
  });

  it('searches all cells, says how many are left, and keeps them when asked', async () => {
    const host = await items({ showSearch: 'filter' });
    search(host, 'ITEM 1');
    await until(() => cellsOf(host).length === 2, 'what was found');
    expect(wordsOf(host)).to.contain('2 of 3 rows');
    await press(host, 'Keep these rows');
    await host.updateComplete;
    expect((host.value as Cells).data).to.deep.equal([ROWS[0], ROWS[2]]);
    expect(button(host, 'Keep these rows')).to.equal(null);
  });

  it('filters a column from its menu', async () => {
    const host = await items();
    const filter = async (operator: string, value: string) => {
      await press(host, 'Actions for age');
      await press(host, 'Filter…');
      const form = await until(() => host.shadowRoot!.querySelector('form'), 'the form');
      form.querySelector('select')!.value = operator;
      form.querySelector('input')!.value = value;
      await press(host, 'Filter');
      await host.updateComplete;
    };
    await filter('>', '10');
    expect(namesOf(host)).to.deep.equal(['item 10']);
    await filter('is empty', '');
    expect(namesOf(host)).to.deep.equal(['item 2']);
    await press(host, 'Actions for age');
    await press(host, 'Clear filters');
    await until(() => cellsOf(host).length === 3, 'all rows');
  });

  it('downloads what is shown as CSV that is safe for spreadsheets, and copies it', async () => {
    const host = await items({ value: { headers: ['=a'], data: [['-b'], ['c']] } });
    let copied = '';
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    await press(host, 'Copy');
    await until(() => copied, 'the text');
    navigator.clipboard.writeText = writeText;
    expect(copied).to.equal("'=a\n'-b\nc");
    const { createObjectURL } = URL;
    let file: Blob | null = null;
    URL.createObjectURL = (blob) => createObjectURL((file = blob as Blob));
    await press(host, 'Download');
    URL.createObjectURL = createObjectURL;
    expect(await file!.text()).to.equal("'=a\r\n'-b\r\nc\r\n");
  });

  it('fills the window and comes back', async () => {
    const host = await items();
    await press(host, 'Fullscreen');
    await press(host, 'Exit fullscreen');
    await until(() => button(host, 'Fullscreen'), 'the way back');
  });

  it('shows short texts where maxChars says so, and what metadata says of looks', async () => {
    const host = await mountTable({
      maxChars: 3,
      value: {
        headers: ['a', 'b'],
        data: [['abcdef', 0.5]],
        metadata: {
          displayValue: [['abcdef', '50%']],
          styling: [['', 'color: rgb(1, 2, 3); background: url(https://x.example/)']],
        },
      },
    });
    expect(cellsOf(host)).to.deep.equal([['abc…', '50%']]);
    expect(cellOf(host, 0, 0).title).to.equal('abcdef');
    expect(getComputedStyle(cellOf(host, 0, 1)).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(cellOf(host, 0, 1)).backgroundImage).to.equal('none');
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const value = { headers: ['a', 'b', ''], data: [['x', 1, true]] };
      const options = { label: 'Table', value, showSearch: 'filter' as const, showRowNumbers: true };
      const host = await mountTable({ ...options, columnCount: [3, 'dynamic'] }, page);
      await mountTable({ ...options, interactive: false, pinnedColumns: 1 }, page);
      await mountTable({ label: 'Empty', headers: ['a'], interactive: false }, page);
      pressCell(host, 0, 1);
      await atCell(host, 0, 1);
      expect(await axeProblems(page)).to.deep.equal([]);
      cellOf(host, 0, 1).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
      await until(() => host.shadowRoot!.querySelector('[role=menuitem]'), 'the menu');
      expect(await axeProblems(host)).to.deep.equal([]);
    });
  }
});
