import { expect } from '@esm-bundle/chai';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { RivPlayground } from '../../src/app/playground/playground.ts';
import '../../src/index.ts';
import { axeProblems } from '../helpers/axe.ts';
import { served } from '../helpers/origins.ts';
import { clearPage } from '../helpers/page.ts';
import { once, until } from '../helpers/wait.ts';

const ADD = `<riv-interface live>
  <riv-number slot="input" label="a" value="4"></riv-number>
  <riv-number slot="output" label="double"></riv-number>
  <script type="handler">
    export default (a) => a * 2;
  </script>
</riv-interface>`;

/** Puts a playground into the page, with this source in its template. */
function put(source: string | null, attributes = ''): RivPlayground {
  const place = document.createElement('div');
  // The built library, which is one file in place of hundreds.
  place.innerHTML = `<riv-playground library="/dist/rivulet.js" ${attributes}></riv-playground>`;
  const host = place.firstElementChild as RivPlayground;
  if (source !== null) {
    const template = document.createElement('template');
    template.innerHTML = `\n    ${source.replaceAll('\n', '\n    ')}\n  `;
    host.append(template);
  }
  document.body.append(place);
  return host;
}

/** A playground whose app is ready. */
async function opened(source: string, attributes = ''): Promise<RivPlayground> {
  const host = put(source, attributes);
  await once(host, 'run');
  return host;
}

const inside = (host: RivPlayground, selector: string) =>
  host.shadowRoot!.querySelector<HTMLElement>(selector);
const part = (host: RivPlayground, name: string) => inside(host, `[part=${name}]`)!;
const frameOf = (host: RivPlayground) => part(host, 'frame') as HTMLIFrameElement;
const pageIn = (host: RivPlayground) => frameOf(host).contentDocument!;
const box = (host: RivPlayground) => inside(host, '[role=textbox]')!;
/** The text of the editor, without what problems say under its lines. */
const shown = (host: RivPlayground) =>
  [...host.shadowRoot!.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
const problems = (host: RivPlayground) =>
  [...host.shadowRoot!.querySelectorAll('[part=problems] li')].map((each) =>
    each.textContent!.replace(/\s+/g, ' ').trim(),
  );
/** The number of the line that is marked. */
const marked = (host: RivPlayground) =>
  [...host.shadowRoot!.querySelectorAll('.cm-line')].findIndex((line) => line.matches('.cm-problem')) + 1;
const press = (host: RivPlayground, name: string) => part(host, name).click();

/** Presses a key together with Control. */
async function chord(key: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Control' });
}

/** Replaces the text of the editor as its user would, and runs it. */
async function write(host: RivPlayground, source: string): Promise<void> {
  box(host).focus();
  await chord('a');
  await sendKeys({ press: 'Delete' });
  const data = new DataTransfer();
  data.setData('text/plain', source);
  box(host).dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  await host.updateComplete;
}

async function runs(host: RivPlayground, source: string): Promise<void> {
  await write(host, source);
  const ran = once(host, 'run');
  press(host, 'run');
  await ran;
}

/** The error as a playground tells it, once it does. */
async function toldOf(source: string): Promise<{ words: string; line: number }> {
  const host = await opened(source);
  await until(() => problems(host).length > 0, 'the problem');
  return { words: problems(host)[0]!, line: marked(host) };
}

const value = (host: RivPlayground, selector: string) =>
  (pageIn(host).querySelector(selector) as unknown as { value: unknown } | null)?.value;

describe('riv-playground', function () {
  this.timeout(20_000);

  afterEach(() => {
    clearPage();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('shows what its template holds, as it was written, and runs it', async () => {
    const host = await opened(
      `<riv-interface live>
  <riv-radio slot="input" choices='["a", "b"]'></riv-radio>
  <riv-textbox slot="output"></riv-textbox>
  <script type="handler">
    export default (a) => \`<\${a}>\`;
  </script>
</riv-interface>`,
    );
    expect(shown(host)).to.equal(`<riv-interface live>
  <riv-radio slot="input" choices='["a", "b"]'></riv-radio>
  <riv-textbox slot="output"></riv-textbox>
  <script type="handler">
    export default (a) => \`<\${a}>\`;
  </script>
</riv-interface>`);
    const radio = pageIn(host).querySelector('riv-radio')!;
    radio.shadowRoot!.querySelector<HTMLInputElement>('input')!.click();
    await until(() => value(host, 'riv-textbox') === '<a>', 'the result');
    expect(problems(host)).to.deep.equal([]);
    // In the colours of its language, handlers included.
    await until(
      () =>
        [...host.shadowRoot!.querySelectorAll('.cm-line span')].some((each) => each.textContent === 'export'),
      'colours',
    );
    expect(await axeProblems(host)).to.deep.equal([]);
  });

  it('runs what was edited by Ctrl+Enter, in a frame of its own, and closes the one before', async () => {
    const host = await opened(ADD);
    const before = frameOf(host);
    await write(host, ADD.replace('a * 2', 'a * 3'));
    expect(part(host, 'status').textContent).to.equal('Edited');
    expect(host.source).to.include('a * 3');
    box(host).focus();
    const ran = once(host, 'run');
    await chord('Enter');
    await ran;
    expect(before.isConnected).to.equal(false);
    const input = pageIn(host).querySelector('riv-number')!;
    input.shadowRoot!.querySelector('input')!.focus();
    await sendKeys({ press: 'ArrowUp' });
    await until(() => value(host, '[slot=output]') === 15, 'three times five');
    expect(host.shadowRoot!.querySelectorAll('iframe')).to.have.length(1);
  });

  it('brings the source back by Reset, which undo takes back', async () => {
    const host = await opened('<p>one</p>');
    await runs(host, '<p>two</p>');
    expect(pageIn(host).body.textContent).to.equal('two');
    const ran = once(host, 'run');
    press(host, 'reset');
    await ran;
    expect([shown(host), pageIn(host).body.textContent]).to.deep.equal(['<p>one</p>', 'one']);
    box(host).focus();
    await chord('z');
    expect(shown(host)).to.equal('<p>two</p>');
    expect(host.source).to.equal('<p>two</p>');
  });

  it('lets the keyboard go on after Escape, and says so', async () => {
    const host = await opened('<p>one</p>');
    box(host).focus();
    expect(inside(host, '#keys')!.textContent).to.include('Escape, then Tab');
    expect(box(host).getAttribute('aria-describedby')).to.equal('keys');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Tab' });
    expect(host.shadowRoot!.activeElement).not.to.equal(box(host));
    expect(shown(host)).to.equal('<p>one</p>');
  });

  it('runs a script, with the library as rivulet', async () => {
    const host = put(null);
    host.source = `new rv.Interface({ fn: (a) => a + 1, inputs: 'number', outputs: 'number' }).mount('#app');\n`;
    await once(host, 'run');
    await until(() => pageIn(host).querySelector('#app riv-interface'), 'the app');
    await runs(
      host,
      `import { Textbox } from 'rivulet';\n\ndocument.body.append(new Textbox({ label: 'from a script' }));\n\nnope();`,
    );
    expect(pageIn(host).querySelector('riv-textbox')!.label).to.equal('from a script');
    await until(() => problems(host).length > 0, 'the problem');
    expect([problems(host)[0], marked(host)]).to.deep.equal([
      'Line 5 ReferenceError: nope is not defined',
      5,
    ]);
  });

  it('takes the script that is alone in its template for one', async () => {
    const app = `new rv.Interface({ fn: (a) => a + 1, inputs: 'number', outputs: 'number' }).mount('#app');`;
    const host = put(`<script>\n  ${app}\n</script>`);
    await once(host, 'run');
    expect(host.source).to.equal(app);
    await until(() => pageIn(host).querySelector('#app riv-interface'), 'the app');
  });

  describe('tells what went wrong, at its line and in words', () => {
    it('an error of a script', async () => {
      expect(await toldOf('<p>a</p>\n<script>\n  let a = 1;\n  nope();\n</script>')).to.deep.equal({
        words: 'Line 4 ReferenceError: nope is not defined',
        line: 4,
      });
    });

    it('an error of a module, and one that comes later', async () => {
      const { words, line } = await toldOf(
        '<p>a</p>\n\n<script type="module">\n  setTimeout(() => {\n    throw new Error("late");\n  });\n</script>',
      );
      expect([words, line]).to.deep.equal(['Line 5 Error: late', 5]);
    });

    it('a promise that nobody takes care of', async () => {
      const { words, line } = await toldOf(
        '<p>a</p>\n<script>\n  Promise.reject(new TypeError("no"));\n</script>',
      );
      expect([words, line]).to.deep.equal(['Line 3 TypeError: no', 3]);
    });

    it('a script that cannot be parsed', async () => {
      const { words, line } = await toldOf('<p>a</p>\n<script>\n  let a = = 1;\n</script>');
      expect([words, line]).to.deep.equal(["Line 3 SyntaxError: Unexpected token '='", 3]);
    });

    it('a handler that cannot be parsed', async () => {
      const { words, line } = await toldOf(ADD.replace('a * 2', 'a * * 2'));
      expect(words).to.match(
        /^Line 5 The code of the handler is not valid JavaScript: Unexpected token '\*'$/,
      );
      expect(line).to.equal(5);
    });

    it('an error in a handler', async () => {
      const { words, line } = await toldOf(
        ADD.replace('<riv-interface live>', '<riv-interface live run-on-load>').replace('a * 2', 'a.no()'),
      );
      expect(words).to.equal('Line 5 TypeError: a.no is not a function');
      expect(line).to.equal(5);
    });

    it('a mistake in the markup', async () => {
      const host = await opened(ADD.replaceAll('riv-number', 'riv-nummber'));
      await until(() => problems(host).some((each) => each.includes('did you mean <riv-number>?')), 'a hint');
    });

    it('a loop without an end, which is stopped; the page around goes on', async () => {
      let frames = 0;
      const host = await opened('<p>a</p>\n<script>\n  let n = 0;\n  while (true) n++;\n</script>\n<p>b</p>');
      const count = () => frames++ < 3 && requestAnimationFrame(count);
      count();
      await until(() => frames > 2, 'the page');
      expect(problems(host)[0]).to.match(
        /^Line 4 Error: This loop was stopped|^Line 4 This loop was stopped/,
      );
      expect(marked(host)).to.equal(4);
      expect(pageIn(host).body.textContent).to.include('b');
      await runs(
        host,
        '<script>for (let i = 0; i < 1000; i++);\nfor (const a of [1, 2]) document.write(a);\nlet n = 0; do n++; while (n < 5)\ndocument.write(n);</script>',
      );
      expect([problems(host), pageIn(host).body.textContent!.slice(-3)]).to.deep.equal([[], '125']);
    });
  });

  it('stops a handler without an end by its Stop', async () => {
    const host = await opened(
      ADD.replace('<riv-interface live>', '<riv-interface>').replace('a * 2', '{ for (;;); }'),
    );
    const app = pageIn(host).querySelector('riv-interface') as unknown as {
      run(): void;
      stop?(): void;
      running: boolean;
      shadowRoot: ShadowRoot;
    };
    app.run();
    await until(() => app.running, 'the run');
    const stop = await until(
      () =>
        [...app.shadowRoot.querySelectorAll('button')].find(
          (each) => each.textContent!.trim() === 'Stop' && each.checkVisibility(),
        ),
      'Stop',
    );
    stop.click();
    await until(() => !app.running, 'its end');
    await runs(host, ADD);
    expect(problems(host)).to.deep.equal([]);
  });

  describe('shares by a link', () => {
    it('that holds the source, and opens it for the reader to run', async () => {
      const host = await opened('<p>one</p>', 'id="mine"');
      await write(host, '<p>zwölf 🙂</p>');
      press(host, 'share');
      await until(() => location.hash.startsWith('#riv=mine.'), 'the link');
      const { hash } = location;
      clearPage();
      const other = put('<p>one</p>', 'id="mine"');
      await until(() => inside(other, '.notice'), 'the notice');
      expect(inside(other, '.notice')!.textContent).to.include('came with the link');
      expect(inside(other, 'iframe')).to.equal(null);
      await until(() => shown(other) === '<p>zwölf 🙂</p>', 'the source');
      const ran = once(other, 'run');
      press(other, 'run');
      await ran;
      expect(pageIn(other).body.textContent).to.equal('zwölf 🙂');
      press(other, 'reset');
      await until(() => shown(other) === '<p>one</p>', 'the original');
      expect(location.hash).to.equal(hash);
    });

    it('whose damage is told, with the original', async () => {
      const host = await opened('<p>one</p>', 'id="mine"');
      await write(host, `<p>${'two '.repeat(200)}</p>`);
      press(host, 'share');
      await until(() => location.hash.startsWith('#riv=mine.'), 'the link');
      const whole = location.hash;
      for (const hash of [
        whole.slice(0, -7),
        `${whole.slice(0, 20)}AAAA${whole.slice(24)}`,
        '#riv=mine.%%%',
        '#riv=mine.',
      ]) {
        clearPage();
        history.replaceState(null, '', hash);
        const other = await opened('<p>one</p>', 'id="mine"');
        expect(inside(other, '.message')!.textContent, hash).to.include('damaged or cut off');
        expect([shown(other), pageIn(other).body.textContent]).to.deep.equal(['<p>one</p>', 'one']);
      }
    });

    it('of another playground is left alone; one that is too long is not made', async () => {
      history.replaceState(null, '', '#riv=other.AAAA');
      const host = await opened('<p>one</p>', 'id="mine"');
      expect(inside(host, '.message')).to.equal(null);
      const noise = Array.from({ length: 90_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join(
        '',
      );
      host.source = noise;
      await host.updateComplete;
      press(host, 'share');
      await until(() => part(host, 'status').textContent!.includes('too long'), 'words');
      expect(location.hash).to.equal('#riv=other.AAAA');
    });
  });

  it('copies the source', async () => {
    const host = await opened('<p>one</p>');
    const { clipboard } = navigator;
    let copied = '';
    const own = clipboard.writeText;
    clipboard.writeText = async (text) => void (copied = text);
    try {
      press(host, 'copy');
      await until(() => copied, 'the copy');
    } finally {
      clipboard.writeText = own;
    }
    expect(copied).to.equal('<p>one</p>');
  });

  it('shows the page that src names, whose relative URLs hold; says when there is none', async () => {
    const host = put(null, 'src="/test/fixtures/missing.html"');
    await until(() => inside(host, '.message'), 'words');
    expect(inside(host, '.message')!.textContent).to.equal(
      'The page “/test/fixtures/missing.html” could not be loaded: HTTP status 404',
    );
    host.src = '/demos/calculator_live/index.html';
    await once(host, 'run');
    expect(inside(host, '.message')).to.equal(null);
    expect(shown(host)).to.include('<title>Live calculator</title>');
    const style = pageIn(host).querySelector<HTMLLinkElement>('link[rel=stylesheet]')!;
    expect(style.href).to.equal(`${location.origin}/demos/demo.css`);
    // One library, wherever the page says that it lies.
    const library = () => pageIn(host).querySelector<HTMLScriptElement>('script[src]')!.src;
    expect(library()).to.equal(`${location.origin}/dist/rivulet.js`);
    expect(pageIn(host).querySelector('riv-interface')!.shadowRoot).not.to.equal(null);
    host.library = '';
    press(host, 'run');
    expect(library()).to.match(/\/src\/index\.ts$/);
  });

  it('says that there is no app; takes one that comes later', async () => {
    const host = put(null);
    await until(() => inside(host, '.message'), 'words');
    expect(inside(host, '.message')!.textContent).to.include('<template>');
    const template = document.createElement('template');
    template.innerHTML = '<p>late</p>';
    const ran = once(host, 'run');
    host.append(template);
    await ran;
    expect([inside(host, '.message'), pageIn(host).body.textContent]).to.deep.equal([null, 'late']);
  });

  it('is only to be read where it says so', async () => {
    const host = await opened('<p>one</p>', 'read-only');
    expect([inside(host, '[part=reset]'), inside(host, '[part=share]')]).to.deep.equal([null, null]);
    expect(box(host).getAttribute('aria-readonly')).to.equal('true');
    box(host).focus();
    await sendKeys({ press: 'x' });
    expect(shown(host)).to.equal('<p>one</p>');
  });

  it('lies beside the result, or above it where that is too narrow', async () => {
    const host = await opened('<p>one</p>');
    const tops = () => ['.source', '.result'].map((each) => inside(host, each)!.getBoundingClientRect().top);
    await setViewport({ width: 1200, height: 800 });
    expect(tops()[0]).to.equal(tops()[1]);
    await setViewport({ width: 375, height: 800 });
    await until(() => tops()[0]! < tops()[1]!, 'one above the other');
    expect(document.documentElement.scrollWidth).to.equal(375);
    await setViewport({ width: 1200, height: 800 });
    host.layout = 'stacked';
    await host.updateComplete;
    expect(tops()[0]).to.be.below(tops()[1]!);
  });

  it('shows one at a time as tabs, by pointer and keys', async () => {
    const host = await opened('<p>one</p>', 'layout="tabs"');
    const seen = () => ['.source', '.result'].map((each) => inside(host, each)!.checkVisibility());
    expect(seen()).to.deep.equal([false, true]);
    inside(host, '#to-result')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await host.updateComplete;
    expect(seen()).to.deep.equal([true, false]);
    expect(host.shadowRoot!.activeElement!.id).to.equal('to-source');
    expect(await axeProblems(host)).to.deep.equal([]);
    const ran = once(host, 'run');
    press(host, 'run');
    await ran;
    expect(seen()).to.deep.equal([false, true]);
  });

  it('is as high as its app, follows it, and does not jump when it runs again', async () => {
    const host = await opened('<div style="height: 300px"></div>', 'layout="stacked"');
    expect(frameOf(host).offsetHeight).to.equal(332);
    pageIn(host).querySelector('div')!.style.height = '400px';
    await until(() => frameOf(host).offsetHeight === 432, 'the new height');
    const heights = new Set<number>();
    const watch = new ResizeObserver(() => heights.add(part(host, 'result').offsetHeight));
    watch.observe(part(host, 'result'));
    const ran = once(host, 'run');
    await write(host, '<div style="height: 400px"></div>');
    press(host, 'run');
    await ran;
    watch.disconnect();
    expect([...heights]).to.deep.equal([432]);
  });

  it('takes colours and tokens from the page around', async () => {
    const host = await opened(
      '<riv-interface><riv-number slot="input"></riv-number></riv-interface>',
      'theme="dark" style="--riv-accent: rgb(1, 2, 3)"',
    );
    const frame = frameOf(host).contentWindow!;
    expect(frame.matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    expect(frame.getComputedStyle(pageIn(host).documentElement).getPropertyValue('--riv-accent')).to.equal(
      'rgb(1, 2, 3)',
    );
    host.theme = 'light';
    await until(() => !frame.matchMedia('(prefers-color-scheme: dark)').matches, 'light');
  });

  it('ends what runs when it leaves the page, and keeps what was edited', async () => {
    const host = await opened('<p>one</p>');
    await write(host, '<p>two</p>');
    const frame = frameOf(host);
    const place = host.parentElement!;
    let hidden = false;
    frame.contentWindow!.addEventListener('pagehide', () => (hidden = true));
    host.remove();
    expect([frame.isConnected, hidden]).to.deep.equal([false, true]);
    const ran = once(host, 'run');
    place.append(host);
    await ran;
    expect([shown(host), pageIn(host).body.textContent]).to.deep.equal(['<p>two</p>', 'two']);
  });

  it('has links of the app lead to a tab of their own', async () => {
    const host = await opened('<a href="/elsewhere">a</a> <a href="#here">b</a> <p id="here">c</p>');
    const [out, own] = pageIn(host).querySelectorAll('a');
    out!.addEventListener('click', (event) => event.preventDefault());
    out!.click();
    own!.click();
    await until(() => out!.target === '_blank', 'a tab');
    expect(pageIn(host).body.textContent).to.include('c');
  });

  it('has a camera', async () => {
    const host = await opened('<p>one</p>');
    expect(frameOf(host).allow).to.include('camera');
    expect(frameOf(host).contentWindow!.isSecureContext).to.equal(true);
    const stream = await frameOf(host).contentWindow!.navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = stream.getTracks();
    expect(track!.readyState).to.equal('live');
    track!.stop();
  });

  it('waits until it comes into view', async () => {
    const space = document.createElement('div');
    space.style.height = '4000px';
    document.body.append(space);
    const host = put('<p>one</p>');
    await host.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(inside(host, '.bar')).to.equal(null);
    const ran = once(host, 'run');
    host.scrollIntoView();
    await ran;
    expect(pageIn(host).body.textContent).to.equal('one');
  });

  it('runs handlers under a strict policy, and says what that keeps from running', async () => {
    const csp =
      "default-src 'self'; script-src 'self' blob:; worker-src blob:; style-src 'self'; require-trusted-types-for 'script'; trusted-types rivulet";
    const outer = document.createElement('iframe');
    outer.src = served('demos/playground/index.html', { csp });
    outer.style.cssText = 'width: 900px; height: 900px';
    document.body.append(outer);
    await once(outer, 'load');
    const host = outer.contentDocument!.querySelector('riv-playground')!;
    await until(() => host.shadowRoot?.querySelector('iframe'), 'the frame');
    host.source = ADD.replace('live>', 'live run-on-load>');
    await until(() => value(host, '[slot=output]') === 8, 'the result');
    expect(problems(host)).to.deep.equal([]);
    host.source = `${ADD}\n<script>\n  document.title = 'ran';\n</script>`;
    await until(() => problems(host)[0]?.includes('Content-Security-Policy'), 'words');
    expect(pageIn(host).title).to.equal('Result');
  });
});
