import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { RivDataframe } from '../../../src/components/dataframe/dataframe.ts';
import type { Cells } from '../../../src/components/dataframe/table/table.ts';
import {
  atCell,
  cellOf,
  cellsOf,
  clip,
  editorOf,
  gridOf,
  headersOf,
  mountTable,
  pressCell,
  pressWith,
} from '../../helpers/components/dataframe.ts';
import { clearPage, record } from '../../helpers/page.ts';
import { button, press } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';

const HEADERS = ['name', 'age', 'ok'];
const ROWS = [
  ['Ada', 36, true],
  ['Bo', 7, false],
  ['Cy', 21, false],
];
const dataOf = (host: RivDataframe): unknown[][] => (host.value as Cells).data;
const people = (more: object = {}) =>
  mountTable({ label: 'People', value: { headers: HEADERS, data: ROWS }, ...more });

describe('riv-dataframe: editing', () => {
  afterEach(clearPage);

  it('edits a cell by a double click, and fires input, edit and change', async () => {
    const host = await people();
    const { seen, details } = record(host, ['input', 'edit', 'change']);
    cellOf(host, 1, 1).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    const box = await editorOf(host);
    expect([box.value, box.getAttribute('aria-label')]).to.deep.equal(['7', 'Edit age']);
    await sendKeys({ type: '5' });
    await sendKeys({ press: 'Enter' });
    await atCell(host, 2, 1);
    expect(host.value).to.deep.equal({ headers: HEADERS, data: [ROWS[0], ['Bo', 75, false], ROWS[2]] });
    expect(seen.filter((name) => !name.includes('@')).sort()).to.deep.equal(['change', 'edit', 'input']);
    expect(details.find((detail) => 'index' in (detail as object))).to.deep.equal({
      index: [1, 1],
      value: 75,
      previousValue: 7,
    });
    expect(ROWS[1], 'what the page gave').to.deep.equal(['Bo', 7, false]);
    expect(cellsOf(host)[1]).to.deep.equal(['Bo', '75', 'false']);
  });

  it('begins by typing, by Enter and by F2; Escape leaves the cell as it was', async () => {
    const host = await people();
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    await sendKeys({ press: 'E' });
    await editorOf(host);
    await sendKeys({ type: 've' });
    await sendKeys({ press: 'Tab' });
    await atCell(host, 0, 1);
    expect(dataOf(host)[0]).to.deep.equal(['Eve', 36, true]);
    await sendKeys({ press: 'F2' });
    await editorOf(host);
    await sendKeys({ type: '99' });
    await sendKeys({ press: 'Escape' });
    await atCell(host, 0, 1);
    expect(dataOf(host)[0]).to.deep.equal(['Eve', 36, true]);
    await sendKeys({ press: 'Enter' });
    expect((await editorOf(host)).value).to.equal('36');
  });

  it('keeps what is typed when the focus goes elsewhere', async () => {
    const host = await people();
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    await sendKeys({ press: 'Z' });
    const box = await editorOf(host);
    box.blur();
    await until(() => dataOf(host)[0]![0] === 'Z', 'the edit');
  });

  it('says what is typed that is no number, and keeps it', async () => {
    const host = await people();
    pressCell(host, 0, 1);
    await atCell(host, 0, 1);
    await sendKeys({ press: 'x' });
    await editorOf(host);
    await sendKeys({ press: 'Enter' });
    expect(dataOf(host)[0]).to.deep.equal(['Ada', 'x', true]);
    expect(host.message).to.equal('age, row 1: "x" is not a number');
    await sendKeys({ press: 'ArrowUp' });
    await atCell(host, 0, 1);
    await sendKeys({ press: '4' });
    await editorOf(host);
    await sendKeys({ press: 'Enter' });
    expect([dataOf(host)[0]![1], host.message]).to.deep.equal([4, '']);
  });

  it('goes as a spreadsheet does, and tells of it', async () => {
    const host = await people();
    const { details } = record(host, ['select']);
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    const go = async (keys: string, row: number, column: number) => {
      const [modifier, key] = keys.split('+');
      if (key) await pressWith(modifier!, key);
      else await sendKeys({ press: keys });
      await atCell(host, row, column);
    };
    await go('ArrowRight', 0, 1);
    await go('ArrowDown', 1, 1);
    await go('End', 1, 2);
    await go('Home', 1, 0);
    await go('Control+End', 2, 2);
    await go('Control+Home', 0, 0);
    await go('PageDown', 2, 0);
    await go('PageUp', 0, 0);
    await go('ArrowUp', -1, 0);
    expect(details[2]).to.deep.equal({
      index: [1, 1],
      value: 7,
      rowValue: ['Bo', 7, false],
      colValue: [36, 7, 21],
    });
  });

  it('selects a range with Shift, and empties it with Delete', async () => {
    const host = await people();
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    await pressWith('Shift', 'ArrowDown');
    await pressWith('Shift', 'ArrowRight');
    await atCell(host, 1, 1);
    expect(host.shadowRoot!.querySelectorAll('[aria-selected=true]')).to.have.length(4);
    await sendKeys({ press: 'Delete' });
    expect(dataOf(host)).to.deep.equal([['', null, true], ['', null, false], ROWS[2]]);
    await pressWith('Control', 'z');
    expect(dataOf(host)).to.deep.equal(ROWS);
    await pressWith('Control', 'y');
    expect(dataOf(host)[0]).to.deep.equal(['', null, true]);
  });

  it('ticks a box by a click and by the space bar', async () => {
    const host = await people();
    cellOf(host, 1, 2).querySelector('input')!.click();
    expect(dataOf(host)[1]![2]).to.equal(true);
    pressCell(host, 0, 2);
    await atCell(host, 0, 2);
    await sendKeys({ press: 'Space' });
    expect(dataOf(host)[0]![2]).to.equal(false);
  });

  it('copies a range as text for spreadsheets, cuts it, and pastes it as it was', async () => {
    const host = await people({
      value: {
        headers: ['a', 'b'],
        data: [
          ['=1+1', 2],
          ['x', null],
        ],
      },
    });
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    pressCell(host, 1, 1, { shiftKey: true });
    await atCell(host, 1, 1);
    expect(clip(host, 'copy').getData('text/plain')).to.equal("'=1+1\t2\nx\t");
    const cut = clip(host, 'cut');
    expect(dataOf(host)).to.deep.equal([
      ['', null],
      ['', null],
    ]);
    const own = 'application/x-rivulet-cells';
    clip(host, 'paste', { [own]: cut.getData(own), 'text/plain': cut.getData('text/plain') });
    await until(() => dataOf(host)[0]![0] === '=1+1', 'what was cut');
    expect(dataOf(host)).to.deep.equal([
      ['=1+1', 2],
      ['x', null],
    ]);
  });

  it('grows for a block from a spreadsheet, where it may', async () => {
    const host = await people({ columnCount: [3, 'dynamic'] });
    pressCell(host, 2, 2);
    await atCell(host, 2, 2);
    clip(host, 'paste', { 'text/plain': 'true\tnew\r\nfalse\tmore\r\n' });
    await until(() => dataOf(host).length === 4, 'the row');
    expect(host.value).to.deep.equal({
      headers: [...HEADERS, '4'],
      data: [
        ['Ada', 36, true, ''],
        ['Bo', 7, false, ''],
        ['Cy', 21, true, 'new'],
        ['', null, false, 'more'],
      ],
    });
    const fixed = await people({ rowCount: [3, 'fixed'] });
    pressCell(fixed, 2, 1);
    await atCell(fixed, 2, 1);
    clip(fixed, 'paste', { 'text/plain': '1\ttrue\tx\n2\tfalse\ty\n' });
    await until(() => dataOf(fixed)[2]![1] === 1, 'the block');
    expect(dataOf(fixed)).to.deep.equal([ROWS[0], ROWS[1], ['Cy', 1, true]]);
  });

  it('adds and deletes rows and columns from its menus, and renames', async () => {
    const host = await people({ columnCount: [3, 'dynamic'] });
    const item = async (row: number, column: number, name: string) => {
      cellOf(host, row, column).dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 50, clientY: 50 }),
      );
      await press(host, name);
      await host.updateComplete;
    };
    await item(0, 0, 'Add row below');
    expect(dataOf(host)).to.deep.equal([ROWS[0], ['', null, false], ROWS[1], ROWS[2]]);
    await item(2, 0, 'Delete row');
    expect(dataOf(host)).to.deep.equal([ROWS[0], ['', null, false], ROWS[2]]);
    await item(0, 1, 'Add column to the left');
    await item(-1, 3, 'Delete column');
    expect(host.value).to.deep.equal({
      headers: ['name', '4', 'age'],
      data: [
        ['Ada', '', 36],
        ['', '', null],
        ['Cy', '', 21],
      ],
    });
    await item(-1, 1, 'Rename…');
    const field = await until(() => host.shadowRoot!.querySelector<HTMLInputElement>('input[name=name]'));
    field.value = 'city';
    await press(host, 'Rename');
    expect((host.value as Cells).headers).to.deep.equal(['name', 'city', 'age']);
    await press(host, 'Add row');
    await press(host, 'Add column');
    expect([dataOf(host).length, (host.value as Cells).headers.length]).to.deep.equal([4, 4]);
  });

  it('begins an empty table with a row', async () => {
    const host = await mountTable({ headers: ['a', 'b'], datatype: ['str', 'number'] });
    expect(cellsOf(host)).to.deep.equal([['', '']]);
    pressCell(host, 0, 1);
    await atCell(host, 0, 1);
    await sendKeys({ press: '5' });
    await editorOf(host);
    await sendKeys({ press: 'Enter' });
    expect(host.value).to.deep.equal({ headers: ['a', 'b'], data: [['', 5]] });
  });

  it('edits no static column, and as an output nothing; it is copied and sorted all the same', async () => {
    const host = await people({ staticColumns: [0] });
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    await sendKeys({ press: 'Delete' });
    await sendKeys({ press: 'a' });
    expect(dataOf(host)).to.deep.equal(ROWS);
    expect(cellOf(host, 0, 0).getAttribute('aria-readonly')).to.equal('true');
    const output = await people();
    output.use('output');
    await output.updateComplete;
    expect(gridOf(output)!.getAttribute('aria-readonly')).to.equal('true');
    expect(button(output, 'Add row')).to.equal(null);
    pressCell(output, 1, 1);
    await atCell(output, 1, 1);
    await sendKeys({ press: '5' });
    await sendKeys({ press: 'Enter' });
    clip(output, 'paste', { 'text/plain': '5' });
    expect(clip(output, 'copy').getData('text/plain')).to.equal('7');
    expect(output.shadowRoot!.querySelector('.editor')).to.equal(null);
    expect(dataOf(output)).to.deep.equal(ROWS);
    expect(cellOf(output, 0, 2).querySelector('input')!.disabled).to.equal(true);
  });

  it('goes on being edited while a handler gives another table', async () => {
    const host = await people();
    pressCell(host, 0, 0);
    await atCell(host, 0, 0);
    await sendKeys({ press: 'N' });
    await editorOf(host);
    host.fromHandler({ headers: HEADERS, data: [['Ada', 1, true], ...ROWS] });
    await until(() => cellsOf(host).length === 4, 'the table');
    await sendKeys({ press: 'o' });
    await sendKeys({ press: 'Enter' });
    expect(dataOf(host)[0]).to.deep.equal(['No', 1, true]);
    expect(headersOf(host)).to.deep.equal(HEADERS);
  });

  it('takes a file that is dropped', async () => {
    const host = await people();
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a,b\n1,x\n'], 'table.csv', { type: 'text/csv' }));
    const drop = (dataTransfer: DataTransfer) =>
      host
        .shadowRoot!.querySelector('[part=surface]')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    drop(transfer);
    await until(() => (host.value as Cells).headers.length === 2, 'the file');
    expect(host.value).to.deep.equal({ headers: ['a', 'b'], data: [[1, 'x']] });
    const picture = new DataTransfer();
    picture.items.add(new File(['x'], 'a.png', { type: 'image/png' }));
    drop(picture);
    await until(() => host.message, 'the words');
    expect(host.message).to.equal('a.png is no table: a file of CSV or TSV is expected');
  });
});
