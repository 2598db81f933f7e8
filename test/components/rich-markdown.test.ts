import { expect } from '@esm-bundle/chai';
import { MarkdownBody } from '../../src/components/markdown/body.ts';
import { RivMarkdown } from '../../src/components/markdown/markdown.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

const inside = (host: RivMarkdown, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
const has = (host: RivMarkdown, selector: string) => until(() => inside(host, selector), selector);
const guest = { lineBreaks: true, trust: 'guest' } as const;

/** What a text by whomever becomes. */
function received(text: string, options: Parameters<MarkdownBody['update']>[1] = guest): HTMLElement {
  const body = new MarkdownBody();
  body.update(text, options);
  return body.element;
}

describe('riv-markdown: code', () => {
  afterEach(clearPage);

  it('names the language of a block, colours it, and has classes alone for that', async () => {
    const host = await mount(new RivMarkdown({ value: '```py\ndef f(): # why\n  return "a"\n```' }));
    await has(host, '.hljs-keyword');
    expect(inside(host, '.code-bar')!.textContent).to.equal('py');
    expect(inside(host, '.hljs-string')!.textContent).to.equal('"a"');
    expect(inside(host, 'pre')!.textContent).to.equal('def f(): # why\n  return "a"\n');
    expect(inside(host, 'pre [style]')).to.equal(null);
  });

  it('leaves code of no known language, or of none, as it is', async () => {
    const value = '```klingon\n<b>x</b>\n```\n\n```\nplain\n```\n\n    indented';
    const host = await mount(new RivMarkdown({ value }));
    await has(host, '.code');
    const codes = [...host.shadowRoot!.querySelectorAll('pre')].map((pre) => pre.textContent);
    expect(codes).to.deep.equal(['<b>x</b>\n', 'plain\n', 'indented\n']);
    expect(inside(host, 'pre span')).to.equal(null);
  });

  it('copies a block, and says so', async () => {
    const host = await mount(new RivMarkdown({ value: '- a\n\n  ```js\n  let a = 1;\n  ```\n' }));
    await has(host, '.hljs-keyword');
    const { writeText } = navigator.clipboard;
    let copied = '';
    navigator.clipboard.writeText = async (text) => void (copied = text);
    const button = inside(host, 'button[aria-label="Copy code"]')!;
    button.click();
    await until(() => button.getAttribute('aria-label') === 'Copied');
    navigator.clipboard.writeText = writeText;
    expect(copied).to.equal('let a = 1;');
  });

  it('loads a language for a text that grows, and keeps its colours', async () => {
    const host = await mount(new RivMarkdown({ value: 'Rust:\n\n```rust\nfn main() {' }));
    const keyword = await has(host, '.hljs-keyword');
    host.value += '\n  let a = 1;\n}\n```\n\nDone.';
    await host.updateComplete;
    expect(inside(host, '.hljs-keyword')).to.equal(keyword);
    expect(
      [...host.shadowRoot!.querySelectorAll('.hljs-keyword')].map((each) => each.textContent),
    ).to.deep.equal(['fn', 'let']);
  });
});

describe('riv-markdown: formulas', () => {
  afterEach(clearPage);

  it('draws what stands between $$ as MathML, without fonts of its own', async () => {
    const host = await mount(
      new RivMarkdown({ value: 'So $$e^{i\\pi}_a = -1$$ is _true_.\n\n$$\na_1 * b_2 * c\n$$\n' }),
    );
    await until(() => host.shadowRoot!.querySelectorAll('math').length === 2);
    expect(inside(host, 'msubsup')).to.not.equal(null);
    expect(inside(host, 'em')!.textContent).to.equal('true');
    expect(document.fonts.size).to.equal(0);
  });

  it('takes other signs, and leaves money alone', async () => {
    const host = await parse<RivMarkdown>(
      `<riv-markdown latex-delimiters='[{"left":"$","right":"$"},{"left":"\\\\(","right":"\\\\)"}]'></riv-markdown>`,
    );
    host.value = 'From $5 to $10 is $x$ and \\(y\\).';
    await until(() => host.shadowRoot!.querySelectorAll('math').length >= 2);
    const drawn = [...host.shadowRoot!.querySelectorAll('math annotation')].map((each) => each.textContent);
    expect(drawn).to.deep.equal(['x', 'y']);
    expect(inside(host, 'p')!.textContent).to.match(/^From \$5 to \$10 is /);
  });

  it('leaves a formula that cannot be read as it is, and says why', async () => {
    const host = await mount(new RivMarkdown({ value: '$$\\frac{1}$$' }));
    const wrong = await has(host, '.math.wrong');
    expect(wrong.textContent).to.equal('$$\\frac{1}$$');
    expect(wrong.title).to.match(/KaTeX parse error/);
  });

  it('runs nothing that a formula asks for', async () => {
    const value = '$$\\href{javascript:boom()}{a} \\htmlStyle{color:red}{b} <img src=x onerror=boom()>$$';
    const host = await mount(new RivMarkdown({ value }));
    await has(host, '.math.wrong, math');
    expect(inside(host, '.prose')!.querySelector('a, img, [style]')).to.equal(null);
  });

  it('refuses delimiters that are none', () => {
    const host = new RivMarkdown();
    host.latexDelimiters = [{ left: '$' }] as never;
    expect(host.message)
      .to.contain('latexDelimiters')
      .and.contain('expected a list of { left, right, display }');
    expect(host.latexDelimiters).to.have.length(1);
  });
});

describe('riv-markdown: headings', () => {
  afterEach(clearPage);

  it('gives headings links when asked, and follows them within its own tree', async () => {
    const value = `[to the end](#the-end)\n\n${'A line.\n\n'.repeat(80)}\n\n## The end!\n`;
    const host = await mount(new RivMarkdown({ value, headerLinks: true }));
    await has(host, 'h2 .anchor');
    inside(host, 'p a')!.click();
    await until(() => inside(host, 'h2')!.getBoundingClientRect().top < innerHeight);
    expect(inside(host, '.anchor')!.getAttribute('href')).to.equal('#the-end');
    host.headerLinks = false;
    await until(() => !inside(host, '.anchor'));
  });
});

describe('a Markdown text that grows', () => {
  it('keeps the nodes of what was read, and what is selected in the last block', () => {
    const body = new MarkdownBody();
    document.body.append(body.element);
    body.update('# One\n\nTwo *three*\n\n- four', {});
    const [title, text, list] = [...body.element.children];
    const word = list!.querySelector('li')!.firstChild as Text;
    getSelection()!.setBaseAndExtent(word, 0, word, 4);
    body.update('# One\n\nTwo *three*\n\n- four and five\n- six\n\nSeven', {});
    expect([...body.element.children].slice(0, 3)).to.deep.equal([title, text, list]);
    expect(getSelection()!.toString()).to.equal('four');
    expect(body.element.textContent!.replace(/\s+/g, ' ').trim()).to.equal(
      'One Two three four and five six Seven',
    );
    body.element.remove();
  });

  it('is the same, token by token, as when it comes at once', () => {
    const text =
      '# Ti\n\nA [link][a], *em* and `co*de`.\n\n> quote\nlazy\n\n1. one\n\n   two\n2. three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n' +
      '```js\nlet a;\n\nlet b;\n```\n\n<details><summary>More</summary>\n\n**in** it\n\n</details>\n\nSetext\n---\n\n[a]: https://e.org\n\nlast\r\nline';
    const body = new MarkdownBody();
    for (let end = 1; end <= text.length; end++) body.update(text.slice(0, end), {});
    const once = received(text, {});
    expect(body.element.querySelector('details b, details strong')?.textContent).to.equal('in');
    const plain = (element: HTMLElement) => element.innerHTML.replaceAll(/<\/?span[^>]*>/g, '');
    expect(plain(body.element)).to.equal(plain(once));
    expect(once.querySelector('a')!.href).to.equal('https://e.org/');
  });

  it('reads only its last block anew', () => {
    const body = new MarkdownBody();
    let text = 'A paragraph of words.\n\n'.repeat(2000);
    body.update(text, {});
    for (const word of ['one', ' two', ' three']) {
      text += word;
      expect(body.update(text, {})).to.be.below(60);
    }
  });

  it('takes unclosed fences, tags and emphasis as they come', () => {
    for (const [text, selector, words] of [
      ['a\n\n```js\nlet a', 'pre', 'let a\n'],
      ['a <b>bold', 'b', 'bold'],
      ['<details>\n\nopen', 'details', 'open'],
      ['**not yet', 'p', '**not yet'],
      ['a <a href="x', 'p', 'a <a href="x'],
      ['[link](https://e', 'p', '[link](https://e'],
    ] as const)
      expect(received(text).querySelector(selector)!.textContent!.trim(), text).to.equal(words.trim());
  });
});

describe('the Markdown of a guest', () => {
  afterEach(clearPage);

  it('fetches nothing: pictures of other sites are an address to press', () => {
    const element = received(
      '![cat](https://e.org/cat.png?secret=1) ![own](/own.png) ![in](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n\n' +
        '<img srcset="https://e.org/a 2x" src="a.png"><p style="background:url(https://e.org/b)">x</p><svg><image href="https://e.org/c"/></svg>' +
        '<video poster="https://e.org/d" src="https://e.org/e"></video><link rel=stylesheet href="https://e.org/f"><iframe src="https://e.org/g"></iframe>' +
        '<object data="https://e.org/h"></object><style>@import "https://e.org/i"</style><table background="https://e.org/j"></table>',
    );
    expect([...element.querySelectorAll('img')].map((each) => each.getAttribute('src'))).to.deep.equal([
      '/own.png',
      'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
      'a.png',
    ]);
    const blocked = element.querySelector('.blocked')!;
    expect(blocked.textContent).to.equal('Picture of another site (cat): https://e.org/cat.png?secret=1');
    expect(element.innerHTML.match(/https:\/\/e\.org\/[a-z]\b/g)).to.equal(null);
    const shown = received('![cat](https://e.org/cat.png)', { trust: 'guest with pictures' });
    expect(shown.querySelector('img')!.getAttribute('src')).to.equal('https://e.org/cat.png');
  });

  it('asks for nothing, and does not look like the page', () => {
    const element = received(
      '<form action="https://e.org"><input name="password" value="x"><button>Log in</button></form><b class="error" id="control" style="position:fixed">!</b>\n\n- [x] done',
    );
    expect(element.querySelector('form, button')).to.equal(null);
    expect([...element.querySelectorAll('input')].map((each) => each.outerHTML)).to.deep.equal([
      '<input type="checkbox" disabled="">',
      '<input checked="" type="checkbox" disabled="" aria-label="done">',
    ]);
    expect(element.querySelector('b')!.outerHTML).to.equal('<b>!</b>');
  });

  it('runs no script, and opens links beside the page', () => {
    const { warn } = console;
    console.warn = () => undefined;
    const element = received(
      '<script>boom()</script>\n\n<img src=x onerror=boom()>\n\n[a](javascript:boom()) [b](https://e.org) [c](/d)',
    );
    console.warn = warn;
    expect(element.innerHTML).to.not.contain('boom');
    expect(
      [...element.querySelectorAll('a')].map((each) => [each.getAttribute('href'), each.target, each.rel]),
    ).to.deep.equal([
      [null, '', ''],
      ['https://e.org', '_blank', 'noopener noreferrer'],
      ['/d', '', ''],
    ]);
  });

  for (const scheme of ['light', 'dark'])
    it(`can be read in all its colours (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const value =
        '# T\n\n```js\n// why\nclass A extends B { static f(x = 1) { return `${x}` + /r/ + null; } }\n```\n\n' +
        '```xml\n<!-- c --><a b="c">d</a>\n```\n\n```css\n.a #b { color: red }\n```\n\n```diff\n- a\n+ b\n```\n\n$$a$$\n\n- [ ] todo';
      const host = await mount(new RivMarkdown({ value, headerLinks: true }), page);
      await until(
        () => inside(host, '.hljs-selector-class') && inside(host, '.hljs-deletion') && inside(host, 'math'),
      );
      await until(() => inside(host, '.hljs-name') && inside(host, '.hljs-comment'));
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
