import { expect } from '@esm-bundle/chai';
import { RivDataframe } from '../../../src/components/dataframe/dataframe.ts';
import type { TableShape } from '../../../src/components/dataframe/table/table.ts';
import { parseBlock, parseCsv } from '../../../src/components/dataframe/table/csv.ts';
import type { TableValue } from '../../../src/components/dataframe/table/table.ts';
import { csv, tsv } from '../../../src/shared/values/write-csv.ts';

/** What a handler is given for a value. */
async function given(value: TableValue | null, options: object = {}): Promise<unknown> {
  const { value: input } = (await new RivDataframe({
    ...options,
    ...(value !== null && { value }),
  }).toHandler()) as { value: unknown };
  return input;
}

const TABLE = {
  headers: ['name', 'age'],
  data: [
    ['Ada', 36],
    ['Bo', null],
  ],
};

describe('riv-dataframe: values', () => {
  it('takes headers and rows, rows, objects, columns and a list, and gives headers and data', async () => {
    expect(await given(TABLE)).to.deep.equal(TABLE);
    expect(await given(TABLE.data, { headers: ['name', 'age'] })).to.deep.equal(TABLE);
    expect(await given([{ name: 'Ada', age: 36 }, { name: 'Bo' }])).to.deep.equal(TABLE);
    expect(await given({ name: ['Ada', 'Bo'], age: [36] })).to.deep.equal(TABLE);
    expect(await given([1, 2])).to.deep.equal({ headers: ['1'], data: [[1], [2]] });
    expect(await given([Float64Array.of(1, 2)])).to.deep.equal({ headers: ['1', '2'], data: [[1, 2]] });
    expect(await given({ columns: ['a'], data: [[1]] } as never)).to.deep.equal({
      headers: ['a'],
      data: [[1]],
    });
  });

  it('gives what its type asks for', async () => {
    const shapes: Record<TableShape, unknown> = {
      dataframe: TABLE,
      array: TABLE.data,
      rows: [
        { name: 'Ada', age: 36 },
        { name: 'Bo', age: null },
      ],
      columns: { name: ['Ada', 'Bo'], age: [36, null] },
    };
    for (const [type, shape] of Object.entries(shapes))
      expect(await given(TABLE, { type })).to.deep.equal(shape);
    expect(await given({ headers: ['a', 'a'], data: [[1, 2]] }, { type: 'rows' })).to.deep.equal([
      { a: 1, a_2: 2 },
    ]);
  });

  it('has its headers and no rows without a value, and after Clear; rowCount says otherwise', async () => {
    expect(await given(null)).to.deep.equal({ headers: ['1', '2', '3'], data: [] });
    expect(await given(null, { headers: ['a'] })).to.deep.equal({ headers: ['a'], data: [] });
    const options = { headers: ['a', 'b'], datatype: ['number', 'bool'], rowCount: [1, 'fixed'] };
    expect(await given(null, options)).to.deep.equal({ headers: ['a', 'b'], data: [[null, false]] });
    const host = new RivDataframe({ value: TABLE, headers: ['a'] });
    host.clear();
    expect(host.value).to.deep.equal({ headers: ['a'], data: [] });
    host.headers = ['b'];
    expect(host.value).to.deep.equal({ headers: ['b'], data: [] });
  });

  it('keeps the value on the page as it was given', () => {
    const rows = [{ a: 1 }];
    expect(new RivDataframe({ value: rows }).value).to.equal(rows);
  });

  it('reads CSV: quotes, commas and lines in cells, numbers and booleans by column', async () => {
    const text = '\uFEFFname,age,ok,code\r\n"Ada, ""A""",36,true,007\r\n"two\nlines",,false,12\r\n';
    expect(await given(text)).to.deep.equal({
      headers: ['name', 'age', 'ok', 'code'],
      data: [
        ['Ada, "A"', 36, true, '007'],
        ['two\nlines', null, false, '12'],
      ],
    });
  });

  it('reads files: TSV, semicolons, UTF-16', async () => {
    const parsed = { headers: ['a', 'b'], data: [[1, 'x']] };
    expect(await given(new Blob(['a\tb\n1\tx\n']))).to.deep.equal(parsed);
    expect(await given(new Blob(['a;b\n1;x']))).to.deep.equal(parsed);
    const utf16 = Uint16Array.from('\uFEFFa,b\n1,x', (letter) => letter.charCodeAt(0));
    expect(await given(new Blob([utf16]))).to.deep.equal(parsed);
  });

  it('reads JSON that came as text', async () => {
    expect(await given(JSON.stringify(TABLE))).to.deep.equal(TABLE);
  });

  it('reads a long CSV piece by piece', async () => {
    const lines = Array.from({ length: 20_000 }, (_, row) => `${row},"cell, ${row}"`);
    const { rows, problem } = await parseCsv(`n,text\n${lines.join('\n')}`);
    expect(problem).to.equal(undefined);
    expect([rows.length, rows[0], rows[19_999]]).to.deep.equal([
      20_000,
      [0, 'cell, 0'],
      [19_999, 'cell, 19999'],
    ]);
  });

  it('fires change only for a table that says something else', () => {
    const host = new RivDataframe({ value: TABLE });
    let changes = 0;
    host.addEventListener('change', () => changes++);
    host.fromHandler(structuredClone(TABLE));
    host.fromHandler({ ...TABLE, data: [['Ada', 37]] });
    expect(changes).to.equal(1);
  });

  it('stands for its shortcuts', async () => {
    const { makeComponent } = await import('../../../src/app/shortcuts.ts');
    const made = ['dataframe', 'numpy', 'matrix', 'list'].map(
      (name) => makeComponent(name as never) as RivDataframe,
    );
    expect(made.map(({ localName }) => localName)).to.deep.equal(Array(4).fill('riv-dataframe'));
    expect(made.map(({ type }) => type)).to.deep.equal(['dataframe', 'array', 'array', 'array']);
    expect((made[3]!.value as typeof TABLE).headers).to.deep.equal(['1']);
  });

  it('reads its attributes', async () => {
    const host = document.createElement('riv-dataframe');
    host.innerHTML = '';
    const texts = {
      value: '[["Ada", 36]]',
      headers: 'name, age',
      datatype: 'str,number',
      'row-count': '[2, "fixed"]',
      'column-count': '2',
      'column-widths': '120, 30%',
    };
    for (const [name, text] of Object.entries(texts)) host.setAttribute(name, text);
    expect(host.value).to.deep.equal([['Ada', 36]]);
    expect(host.datatype).to.deep.equal(['str', 'number']);
    expect([host.rowCount, host.columnCount]).to.deep.equal([[2, 'fixed'], 2]);
    host.setAttribute('value', 'a,b\n1,2');
    host.setAttribute('datatype', 'number');
    expect(await host.toHandler()).to.deep.equal({
      kind: 'value',
      value: { headers: ['a', 'b'], data: [[1, 2]] },
    });
    expect(host.datatype).to.equal('number');
    host.removeAttribute('value');
    expect((host.value as typeof TABLE).headers).to.deep.equal(['name', 'age']);
  });
});

describe('tables for spreadsheets', () => {
  it('makes no cell a formula', () => {
    const rows = [['=1+1', '-5', '@a', 'a,"b"', '\tx']];
    expect(csv(rows)).to.equal(`'=1+1,-5,'@a,"a,""b""",'\tx\r\n`);
    expect(tsv([['=1', '-5', 'a\tb', 'a"b', 'two\nlines']])).to.equal(
      `'=1\t-5\t"a\tb"\t"a""b"\t"two\nlines"`,
    );
  });

  it('reads a block from a spreadsheet', () => {
    expect(parseBlock('1\t"a\nb"\r\n3\t4\r\n')).to.deep.equal([
      ['1', 'a\nb'],
      ['3', '4'],
    ]);
    expect(parseBlock('a, b')).to.deep.equal([['a, b']]);
  });
});
