import { expect } from '@esm-bundle/chai';
import { RivHTML } from '../../src/components/html/html.ts';
import { dedent } from '../../src/components/markdown/parse.ts';
import type { MarkupElement } from '../../src/components/markdown/markup.ts';
import { RivMarkdown } from '../../src/components/markdown/markdown.ts';
import { until } from '../helpers/wait.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, record } from '../helpers/page.ts';

const prose = (host: MarkupElement): HTMLElement => host.shadowRoot?.querySelector('.prose') as HTMLElement;
const made = async (host: MarkupElement): Promise<string> => {
  await mount(host);
  await until(() => !prose(host).classList.contains('raw'));
  return prose(host)
    .innerHTML.replaceAll(/<!--.*?-->/g, '')
    .trim();
};

describe('riv-markdown', () => {
  afterEach(clearPage);

  it('shows Markdown', async () => {
    const html = await made(
      new RivMarkdown({ value: '# Title\n\nSome **bold** `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |' }),
    );
    expect(html)
      .to.contain('<h1>Title</h1>')
      .and.contain('<strong>bold</strong> <code>code</code>')
      .and.contain('<td>2</td>');
  });

  it('removes the indentation that all lines share', async () => {
    expect(dedent('\n    # A\n\n      b\n    c')).to.equal('\n# A\n\n  b\nc');
    expect(dedent('# A\n    b\n    c')).to.equal('# A\nb\nc');
    expect(dedent('a\nb')).to.equal('a\nb');
    expect(await made(new RivMarkdown({ value: '\n      # Title\n\n      text' })))
      .to.contain('<h1>Title</h1>')
      .and.not.contain('<pre>');
  });

  it('makes HTML in it safe', async () => {
    const value =
      'a <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onerror="boom()"> <script>boom()</script> [l](javascript:boom()) <a href="https://e.org" target="_blank">x</a>';
    const html = await made(new RivMarkdown({ value }));
    expect(html).to.not.match(/boom|<script/);
    expect(html).to.contain('rel="noopener noreferrer"');
    expect(
      await made(
        new RivMarkdown({ value: '<b style="color: red" onclick="x()">y</b>', sanitizeHtml: false }),
      ),
    ).to.contain('onclick');
  });

  it('leaves out links that a Button would not take either, and says so once', async () => {
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => told.push(text);
    try {
      for (let times = 0; times < 2; times++) {
        const value =
          '[a](data:text/html,x) [b](ftp://e.org) [c](blob:https://e.org/1) [d](mailto:a@e.org) [e](./f)';
        const html = await made(new RivMarkdown({ value }));
        expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).to.deep.equal([
          'blob:https://e.org/1',
          'mailto:a@e.org',
          './f',
        ]);
      }
    } finally {
      console.warn = warn;
    }
    expect(told).to.have.length(2);
    expect(await made(new RivMarkdown({ value: '<svg><a xlink:href="ftp://e.org">x</a></svg>' }))).to.contain(
      '<a>',
    );
    expect(told[1]).to.contain('A link was left out: it got "ftp://e.org", expected a link: http, https');
  });

  for (const [what, value, reason] of [
    [
      'of 5 MB',
      '# A line of text\n'.repeat(320_000),
      'it has 5,440,000 characters, at most 1,000,000 are read',
    ],
    [
      'with emphasis in emphasis',
      '_a__b'.repeat(100_000),
      'one of its blocks has more than 4,000 signs of emphasis',
    ],
    ['of 5 000 levels', `${'>'.repeat(5000)} deep`, 'it has too many levels'],
    ['with a list of 5 000 levels on a line', `${'- '.repeat(5000)}deep`, 'it has too many levels'],
    // So few that the parser would not complain: it would take its time.
    ['of 101 levels of quotations and lists', `${'> - '.repeat(50)}> deep`, 'it has too many levels'],
    [
      'with a list of 700 levels on as many lines',
      Array.from({ length: 700 }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n'),
      'it has too many levels',
    ],
  ] as const)
    it(`says that a text ${what} is shown as it is, and shows it`, async () => {
      const { warn } = console;
      const told: string[] = [];
      console.warn = (text: string) => told.push(text);
      const host = await mount(new RivMarkdown({ value }));
      await until(() => host.message);
      console.warn = warn;
      expect(host.message).to.contain(`The text is shown as it is: ${reason}`);
      expect(told.filter((text) => text.includes('riv-markdown'))).to.have.length(1);
      await host.updateComplete;
      expect(prose(host).textContent).to.equal(value);
      host.value = '*short*';
      await until(() => prose(host).querySelector('em'));
      expect(host.message).to.equal('');
    });

  it('shows long pictures within a text, which are none of its characters', async () => {
    const picture = `data:image/png;base64,${'A'.repeat(2_000_000)}`;
    expect(await made(new RivMarkdown({ value: `a ![b](${picture})` }))).to.contain('<img');
  });

  it('breaks lines where lines end when asked', async () => {
    expect(await made(new RivMarkdown({ value: 'a\nb', lineBreaks: true }))).to.contain('<br>');
    expect(await made(new RivMarkdown({ value: 'a\nb' }))).to.not.contain('<br>');
  });

  it('shows growing text without a blank in between', async () => {
    const host = new RivMarkdown({ value: 'one' });
    await made(host);
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(prose(host).innerText.trim()));
    observer.observe(prose(host), { childList: true, subtree: true, characterData: true });
    for (const word of ['one two', 'one two three']) {
      host.value = word;
      await host.updateComplete;
    }
    await until(() => seen.length === 2);
    observer.disconnect();
    expect(seen).to.deep.equal(['one two', 'one two three']);
  });

  it("[C37] fires change for a handler's other text alone", async () => {
    const host = new RivMarkdown();
    const { seen } = record(host, ['change', 'input']);
    for (const value of ['a', 'a', null, undefined, 5]) host.fromHandler(value);
    expect(seen).to.deep.equal(['change', 'change', 'change']);
    expect(host.value).to.equal('5');
  });

  it('copies its text, and says so to the page', async () => {
    const host = await mount(new RivMarkdown({ value: '*a*', buttons: ['copy'] }));
    const { writeText } = navigator.clipboard;
    let copied = '';
    navigator.clipboard.writeText = async (text) => void (copied = text);
    const { details } = record(host, ['copy']);
    (host.shadowRoot?.querySelector('[part=copy]') as HTMLButtonElement).click();
    await until(() => details.length === 1);
    navigator.clipboard.writeText = writeText;
    expect([copied, details[0]]).to.deep.equal(['*a*', { value: '*a*' }]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const value = '# T\n\n[link](https://e.org) `code`\n\n> quote\n\n```\npre\n```\n';
      for (const options of [
        { value },
        { value, container: true, label: 'Text', maxHeight: 40, buttons: ['copy'] },
      ])
        page.append(new RivMarkdown(options));
      await until(() => [...page.children].every((child) => prose(child as RivMarkdown)?.querySelector('a')));
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});

describe('riv-html', () => {
  afterEach(clearPage);

  it('shows HTML with its style sheet, which reaches no further', async () => {
    const outside = document.createElement('b');
    document.body.append(outside);
    const host = new RivHTML({ value: '<style>b { color: rgb(1, 2, 3) }</style><b>bold</b>' });
    await made(host);
    expect(getComputedStyle(prose(host).querySelector('b') as Element).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(outside).color).to.not.equal('rgb(1, 2, 3)');
  });

  it('does not run scripts, and says so', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (text) => warnings.push(text);
    const html = await made(
      new RivHTML({
        value: '<p>a</p><script>window.ran = 1</script><img src="data:," onerror="window.ran = 1">',
      }),
    );
    console.warn = warn;
    expect(html)
      .to.contain('<p>a</p>')
      .and.not.match(/script|onerror/);
    expect((window as { ran?: number }).ran).to.equal(undefined);
    expect(warnings).to.deep.equal(['<riv-html>: scripts in the value do not run']);
  });
});
