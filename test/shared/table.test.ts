import { expect } from '@esm-bundle/chai';
import { readCSV } from '../../src/shared/values/csv.ts';
import { type TableOptions, loadTable, readTable, rowsOf } from '../../src/shared/values/table.ts';

const plain = (given: unknown, options?: TableOptions) => {
  const table = readTable(given, options);
  return { headers: table.headers, rows: rowsOf(table) };
};
const PEOPLE = {
  headers: ['name', 'age'],
  rows: [
    ['Ada', 36],
    ['Alan', 41],
  ],
};

describe('a table', () => {
  it('is read from each of its forms', () => {
    const rows = PEOPLE.rows;
    expect(plain({ headers: ['name', 'age'], data: rows })).to.deep.equal(PEOPLE);
    expect(plain({ columns: ['name', 'age'], index: [0, 1], data: rows })).to.deep.equal(PEOPLE);
    expect(
      plain([
        { name: 'Ada', age: 36 },
        { name: 'Alan', age: 41 },
      ]),
    ).to.deep.equal(PEOPLE);
    expect(plain({ name: ['Ada', 'Alan'], age: new Uint8Array([36, 41]) })).to.deep.equal(PEOPLE);
    expect(plain(rows, { headers: ['name', 'age'] })).to.deep.equal(PEOPLE);
    expect(plain([['name', 'age'], ...rows], { firstRow: true })).to.deep.equal(PEOPLE);
    expect(plain('name,age\nAda,36\nAlan,41')).to.deep.equal(PEOPLE);
    expect(plain('[{"name":"Ada","age":36},{"name":"Alan","age":41}]')).to.deep.equal(PEOPLE);
  });

  it('of a file is CSV or TSV', async () => {
    const { headers, columns } = await loadTable(new Blob(['name\tage\r\nAda\t36\r\nAlan\t41\r\n']));
    expect({ headers, columns }).to.deep.equal({
      headers: ['name', 'age'],
      columns: [
        ['Ada', 'Alan'],
        [36, 41],
      ],
    });
  });

  it('has numbered headers where nobody gave any, and one column of a plain list', () => {
    expect(plain([[1, 2], [3]])).to.deep.equal({
      headers: ['1', '2'],
      rows: [
        [1, 2],
        [3, null],
      ],
    });
    expect(plain([1, 2], { headers: ['n'] })).to.deep.equal({ headers: ['n'], rows: [[1], [2]] });
    expect(
      plain(
        [
          [1, 'b'],
          ['c', 'd'],
        ],
        { firstRow: true },
      ).headers,
    ).to.deep.equal(['1', '2']);
  });

  it('of objects has the keys of all of them', () => {
    expect(plain([{ a: 1 }, { b: 2 }])).to.deep.equal({
      headers: ['a', 'b'],
      rows: [
        [1, null],
        [null, 2],
      ],
    });
  });

  it('of nothing is empty', () => {
    for (const given of [null, undefined, [], {}, '', { headers: [], data: [] }])
      expect(readTable(given).rowCount, String(given)).to.equal(0);
    expect(readTable({ headers: ['a'], data: [] }).headers).to.deep.equal(['a']);
    expect(readTable('a,b\n').headers).to.deep.equal(['a', 'b']);
  });

  it('does not copy columns', () => {
    const y = new Float64Array(3);
    expect(readTable({ y }).columns[0]).to.equal(y);
  });

  it('refuses what is none in words', () => {
    const told = (given: unknown) => {
      try {
        readTable(given);
        return '';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    expect(told(12)).to.match(
      /^ValueError: got 12, expected a table: \{ headers, data \}, a list of objects/,
    );
    expect(told({ a: [1], b: 2 })).to.contain('got 2, expected a list as column "b"');
    expect(told({ a: [1, 2], b: [1] })).to.contain('columns of 2, 1 values');
    expect(told([{ a: 1 }, 5])).to.contain('got 5, expected a row like the others at 1');
  });
});

describe('CSV', () => {
  it('has quotes, line breaks in cells, and other delimiters', () => {
    expect(readCSV('\uFEFFa;"b;c"\n"say ""so""";"two\nlines"\n')).to.deep.equal([
      ['a', 'b;c'],
      ['say "so"', 'two\nlines'],
    ]);
    expect(readCSV('a,b,\r\n1,,\r\n')).to.deep.equal([
      ['a', 'b', ''],
      ['1', '', ''],
    ]);
    expect(readCSV('a,b\n1,')).to.deep.equal([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(readCSV('a\n\nb\n\n')).to.deep.equal([['a'], ['b']]);
  });

  it('is typed by the column: codes that begin with noughts stay texts', () => {
    const { columns } = readTable(
      'n,code,yes,mixed\n1.5,007,true,1\n,010,False,x\n-2e3,1,,\n0.12345678901234567,2,,1',
    );
    expect(columns).to.deep.equal([
      [1.5, null, -2000, 0.12345678901234566],
      ['007', '010', '1', '2'],
      [true, false, null, null],
      ['1', 'x', '', '1'],
    ]);
  });
});
