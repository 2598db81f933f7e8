import { expect } from '@esm-bundle/chai';
import { parameterNames } from '../../src/page/code/parameters.ts';

describe('parameterNames', () => {
  const cases: [string, string, string[]][] = [
    ['a declaration', 'function calculator(a, operation, b) { return a }', ['a', 'operation', 'b']],
    ['an async function', 'async function load(url) {}', ['url']],
    ['a generator', 'function* count(from, to) {}', ['from', 'to']],
    ['an async generator', 'async function *count(from) {}', ['from']],
    ['an arrow', '(a, b) => a + b', ['a', 'b']],
    ['an arrow with a lone parameter', 'image=>image', ['image']],
    ['an async arrow with a lone parameter', 'async image => image', ['image']],
    ['an arrow called async', 'async => async', ['async']],
    ['no parameters', '() => 1', []],
    ['a method', 'greet(name, age) { }', ['name', 'age']],
    ['a generator method', 'async *greet(name) { }', ['name']],
    ['a computed method', '[`a${"("}` + f(1)](name) { }', ['name']],
    [
      'defaults',
      'function f(a = 1, b = "x, (y", c = [1, 2], d = { e: (1) }, g = (h, i) => h) {}',
      ['a', 'b', 'c', 'd', 'g'],
    ],
    ['destructuring', 'function f({ a, b: [c] }, [d, e] = [1, 2], g) {}', ['', '', 'g']],
    ['rest', 'function f(a, ...others) {}', ['a', 'others']],
    ['comments', 'function /* ( */ f(a /* , b */, // c, d)\n e) {}', ['a', 'e']],
    [
      'templates and regular expressions',
      'function f(a = `x${`)`},`, b = /[/),]\\//, c) {}',
      ['a', 'b', 'c'],
    ],
    ['a trailing comma', 'function f(a, b,) {}', ['a', 'b']],
    ['the context', 'function* f(a, ctx) {}', ['a']],
    ['the context in full', 'function* f(a, context = {}) {}', ['a']],
    ['ctx that is not last', '(ctx, a) => a', ['ctx', 'a']],
    ['other alphabets', '(größe, 名前, $x_1) => 1', ['größe', '名前', '$x_1']],
    ['native code', 'function () { [native code] }', []],
  ];
  for (const [what, text, names] of cases)
    it(`reads ${what}`, () => {
      expect(parameterNames(text)).to.deep.equal(names);
    });

  it('reads functions as well as their source', () => {
    const box = {
      method(first: number, second = 2) {
        return first + second;
      },
    };
    expect(parameterNames(box.method)).to.deep.equal(['first', 'second']);
    expect(parameterNames(Math.max)).to.deep.equal([]);
    expect(parameterNames(box.method.bind(box))).to.deep.equal([]);
  });

  const modules: [string, string, string, string[]][] = [
    [
      'the default export',
      'const x = "export default (no)";\nexport default function calc(a, b) {}',
      'default',
      ['a', 'b'],
    ],
    ['a default arrow', 'export default async (prompt, steps) => {}', 'default', ['prompt', 'steps']],
    ['a default name', 'function calc(a) {}\nexport default calc;', 'default', ['a']],
    ['a default constant', 'const calc = (a, b) => a;\nexport default calc', 'default', ['a', 'b']],
    ['a list with default', 'async function calc(a) {}\nexport { x, calc as default };', 'default', ['a']],
    ['a named function', 'export function one(a) {}\nexport function* two(b, c) {}', 'two', ['b', 'c']],
    ['a named constant', 'export const add = (a, b) => a + b', 'add', ['a', 'b']],
    ['a renamed function', 'function inner(p) {}\nexport { inner as outer }', 'outer', ['p']],
    ['what a call makes, as unknown', 'export default wrap(function (a) {})', 'default', []],
    ['what is not there, as unknown', 'export function one(a) {}', 'two', []],
  ];
  for (const [what, text, name, names] of modules)
    it(`finds ${what} in a module`, () => {
      expect(parameterNames(text, name)).to.deep.equal(names);
    });
});
