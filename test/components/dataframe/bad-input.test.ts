import { expect } from '@esm-bundle/chai';
import type { RivDataframe } from '../../../src/components/dataframe/dataframe.ts';
import { cellOf, cellsOf, gridOf, headersOf, mountTable } from '../../helpers/components/dataframe.ts';
import { clearPage } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

const toHandler = async (host: RivDataframe): Promise<unknown> =>
  ((await host.toHandler()) as { value: unknown }).value;

describe('riv-dataframe: bad input', () => {
  afterEach(clearPage);

  it('fills up a ragged table, and names what has no name', async () => {
    const host = await mountTable({ headers: ['a'], value: [[1], [1, 2, 3], []] });
    expect(headersOf(host)).to.deep.equal(['a', '2', '3']);
    expect(cellsOf(host)).to.deep.equal([
      ['1', '', ''],
      ['1', '2', '3'],
      ['', '', ''],
    ]);
    expect(await toHandler(host)).to.deep.equal({
      headers: ['a', '2', '3'],
      data: [
        [1, null, null],
        [1, 2, 3],
        [null, null, null],
      ],
    });
  });

  it('shows more headers than columns as empty columns', async () => {
    const host = await mountTable({ value: { headers: ['a', 'b', 'c'], data: [[1]] } });
    expect([headersOf(host), cellsOf(host)]).to.deep.equal([['a', 'b', 'c'], [['1', '', '']]]);
  });

  it('draws of a thousand columns those in sight, and goes to the last', async () => {
    const row = Array.from({ length: 1000 }, (_, column) => column);
    const host = await mountTable({ value: [row, row] });
    expect(gridOf(host)!.getAttribute('aria-colcount')).to.equal('1000');
    expect(cellsOf(host)[0]!.length).to.be.below(60);
    gridOf(host)!.scrollLeft = 1e6;
    await until(() => cellsOf(host)[0]!.includes('999'), 'the last column');
    expect(headersOf(host).at(-1)).to.equal('1000');
  });

  it('shows nothing for null, and keeps it', async () => {
    const host = await mountTable({ headers: ['a'], value: [[null], [undefined], ['x']] });
    expect(cellsOf(host)).to.deep.equal([[''], [''], ['x']]);
    expect(await toHandler(host)).to.deep.equal({ headers: ['a'], data: [[null], [null], ['x']] });
  });

  it('marks dates and numbers that are none', async () => {
    const host = await mountTable({
      datatype: ['date', 'number'],
      value: [
        ['2024-05-06', 1],
        ['soon', 'many'],
        [new Date(Number.NaN), null],
      ],
    });
    expect(cellsOf(host)).to.deep.equal([
      ['2024-05-06', '1'],
      ['soon', 'many'],
      ['Invalid date', ''],
    ]);
    const words = [cellOf(host, 1, 0), cellOf(host, 1, 1), cellOf(host, 2, 0)].map(({ title }) => title);
    expect(words).to.deep.equal(['This is not a date', 'This is not a number', 'This is not a date']);
    expect(cellOf(host, 0, 0).title).to.equal('');
  });

  it('shows HTML in a cell as text, and in a column of HTML made safe', async () => {
    const html = '<b>bold</b><img src="x:" onerror="window.hacked = true"><style>* { color: red }</style>';
    const host = await mountTable({
      headers: ['text', 'html', 'markdown'],
      datatype: ['str', 'html', 'markdown'],
      value: [[html, html, '**bold** <script>window.hacked = true</script>[x](javascript:alert(1))']],
    });
    await until(() => cellOf(host, 0, 1).querySelector('b'), 'the HTML');
    expect(cellOf(host, 0, 0).textContent).to.equal(html);
    expect(cellOf(host, 0, 1).querySelector('style, [onerror]')).to.equal(null);
    expect(cellOf(host, 0, 2).querySelector('strong')!.textContent).to.equal('bold');
    expect(cellOf(host, 0, 2).querySelector('script, a[href]')).to.equal(null);
    expect((globalThis as { hacked?: boolean }).hacked).to.equal(undefined);
  });

  it('refuses what is no table, in words, and takes the next value', async () => {
    const host = await mountTable({ label: 'People', value: [[1]] });
    for (const strange of [5, true, new Map(), { data: 5 }, { a: 1 }, new Blob([''], { type: 'image/png' })])
      expect(() => host.fromHandler(strange))
        .to.throw(/^People \(riv-dataframe\) got .+, expected a table: \{ headers, data \}, rows/)
        .with.property('name', 'ValueError');
    expect(host.value).to.deep.equal([[1]]);
    host.value = 5 as never;
    await host.updateComplete;
    expect(host.message).to.contain('expected a table');
    host.fromHandler([[2]]);
    await until(() => cellsOf(host)[0]![0] === '2', 'the next value');
    expect(host.message).to.equal('');
  });

  it('says where a CSV is damaged, and shows what it could read', async () => {
    const host = await mountTable({ value: [[1]] });
    host.fromHandler('a,b\n1,2\n3,"never closed\n5,6');
    await until(() => host.message, 'the words');
    await host.updateComplete;
    expect(host.message).to.match(/damaged in its row 3: a quotation mark opens that none closes/);
    expect(cellsOf(host)[0]).to.deep.equal(['1', '2']);
    host.fromHandler('a,b\n7,8');
    await until(() => cellsOf(host)[0]![0] === '7', 'the next value');
    expect(host.message).to.equal('');
  });

  it('shows a row that will not be looked at as a question mark', async () => {
    const host = await mountTable({
      headers: ['a'],
      value: [
        [
          {
            toString() {
              throw new Error('no');
            },
          },
        ],
      ],
    });
    expect(cellsOf(host)).to.deep.equal([['?']]);
  });

  it('refuses options that do not fit, in words', () => {
    const { error } = console;
    const said: string[] = [];
    console.error = ({ message }: Error) => said.push(message);
    const host = document.createElement('riv-dataframe');
    host.setAttribute('datatype', 'strong');
    host.setAttribute('row-count', '[1, "growing"]');
    host.setAttribute('show-search', 'yes');
    console.error = error;
    expect(said).to.have.length(3);
    expect(said[0]).to.match(/datatype.*one of str, number, bool, date, markdown, html, auto/);
    expect(said[1]).to.match(/row-count.*a whole number up to 100000, or \[3, "fixed"\]/);
    expect([host.datatype, host.rowCount, host.showSearch]).to.deep.equal(['auto', null, 'none']);
  });
});
