import { expect } from '@esm-bundle/chai';
import {
  atCell,
  cellOf,
  cellsOf,
  gridOf,
  mountTable,
  pressCell,
  pressWith,
} from '../../helpers/components/dataframe.ts';
import { clearPage } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

describe('riv-dataframe: scrolling and painting', () => {
  afterEach(clearPage);

  it('draws of 100 000 rows those in sight, and scrolls to any', async () => {
    const data = Array.from({ length: 100_000 }, (_, row) => [row, `row ${row}`]);
    const host = await mountTable({ value: { headers: ['n', 'text'], data } });
    expect(cellsOf(host).length).to.be.within(10, 60);
    gridOf(host)!.scrollTop = 50_000 * 36;
    await until(() => cellsOf(host).some(([n]) => n === '50005'), 'rows in the middle');
    pressCell(host, 50_005, 1);
    await atCell(host, 50_005, 1);
    gridOf(host)!.scrollTop = 0;
    await until(() => cellsOf(host).some(([n]) => n === '0'), 'the first rows');
    const keeps = host.shadowRoot!.activeElement === cellOf(host, 50_005, 1);
    expect(keeps, 'the keyboard keeps its place').to.equal(true);
    await pressWith('Control', 'End');
    await until(() => cellsOf(host).some(([n]) => n === '99999'), 'the last row');
  });

  it('repaints one cell for a table in which one cell is another', async () => {
    const data = Array.from({ length: 30 }, (_, row) => [row, `row ${row}`, row % 2 === 0]);
    const host = await mountTable({ value: { headers: ['n', 'text', 'even'], data } });
    const painted: Node[] = [];
    const observer = new MutationObserver((records) => painted.push(...records.map(({ target }) => target)));
    observer.observe(gridOf(host)!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const next = structuredClone(data);
    next[3]![1] = 'another';
    host.fromHandler({ headers: ['n', 'text', 'even'], data: next });
    await until(() => cellsOf(host)[3]![1] === 'another', 'the cell');
    await host.updateComplete;
    observer.takeRecords().forEach(({ target }) => painted.push(target));
    observer.disconnect();
    expect(painted).to.have.length(1);
    expect(cellOf(host, 3, 1).contains(painted[0]!)).to.equal(true);
  });

  it('takes widths, and keeps pinned columns in sight', async () => {
    const row = Array.from({ length: 40 }, (_, column) => column);
    const host = await mountTable({ value: [row], columnWidths: [100, '150px'], pinnedColumns: 1 });
    const [first, second] = [cellOf(host, 0, 0), cellOf(host, 0, 1)];
    expect([first.offsetWidth, second.offsetWidth]).to.deep.equal([100, 150]);
    gridOf(host)!.scrollLeft = 1000;
    await until(() => cellsOf(host)[0]!.includes('15'), 'columns further on');
    const left = gridOf(host)!.getBoundingClientRect().left;
    expect(Math.abs(cellOf(host, 0, 0).getBoundingClientRect().left - left)).to.be.below(2);
  });

  it('wraps long texts', async () => {
    const host = await mountTable({
      wrap: true,
      columnWidths: [80],
      value: [['one two three four five six'], ['x']],
    });
    await until(() => cellOf(host, 0, 0).offsetHeight > 60, 'a row of several lines');
    const [first, second] = [cellOf(host, 0, 0), cellOf(host, 1, 0)].map((cell) =>
      cell.getBoundingClientRect(),
    );
    await until(
      () =>
        cellOf(host, 1, 0).getBoundingClientRect().top >=
        cellOf(host, 0, 0).getBoundingClientRect().bottom - 1,
      'the next row below it',
    );
    expect(first!.height).to.be.above(second!.height);
  });
});
