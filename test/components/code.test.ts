import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivCode } from '../../src/components/code/code.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount, parse, place, record } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

const box = (host: RivCode) => host.shadowRoot!.getElementById('control') as HTMLElement;
const shown = (host: RivCode) =>
  [...host.shadowRoot!.querySelectorAll<HTMLElement>('.cm-line')].map((line) => line.innerText).join('\n');
const button = (host: RivCode, part: string) =>
  host.shadowRoot!.querySelector<HTMLButtonElement>(`[part=${part}]`)!;
/** The texts of the parts that have a colour of their own. */
const coloured = (host: RivCode) =>
  [...host.shadowRoot!.querySelectorAll<HTMLElement>('.cm-line span')].map((span) => span.innerText);

describe('riv-code', () => {
  afterEach(clearPage);

  it('is a text box that is named, takes keys, and tells of each edit', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: 'a = 1\n' }));
    expect([box(host).role, box(host).getAttribute('aria-labelledby')]).to.deep.equal(['textbox', 'label']);
    expect(host.shadowRoot!.getElementById('label')!.textContent).to.equal('Program');
    const { seen, details, stop } = record(host, ['input', 'change']);
    host.focus();
    await sendKeys({ press: 'x' });
    stop();
    expect(seen).to.deep.equal(['input', 'input@document', 'change', 'change@document']);
    expect([host.value, details[0]]).to.deep.equal(['xa = 1\n', { value: 'xa = 1\n' }]);
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 'xa = 1\n' });
  });

  it('indents by Tab, and lets the keyboard go on after Escape', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: 'a', buttons: [] }));
    const next = place(document.createElement('button'));
    host.focus();
    await sendKeys({ press: 'Tab' });
    expect(host.value).to.equal('  a');
    expect(host.shadowRoot!.getElementById('keys')!.textContent).to.equal(
      'Tab indents. To go on, press Escape, then Tab.',
    );
    expect(box(host).getAttribute('aria-describedby')).to.equal('keys');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(next);
    expect(host.value).to.equal('  a');
  });

  it('shows what a handler gives, keeps the caret, and fires change alone', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: 'one\ntwo' }));
    host.focus();
    await sendKeys({ press: 'End' });
    const { seen, stop } = record(host, ['input', 'change']);
    host.fromHandler('one\ntwo\nthree');
    await host.updateComplete;
    stop();
    expect(seen).to.deep.equal(['change', 'change@document']);
    expect(shown(host)).to.equal('one\ntwo\nthree');
    await sendKeys({ type: '!' });
    expect(host.value).to.equal('one!\ntwo\nthree');
    host.fromHandler(null);
    await host.updateComplete;
    expect([host.value, shown(host).trim()]).to.deep.equal(['', '']);
    expect(() => host.fromHandler(Object.create(null))).to.throw('Program (riv-code) got');
  });

  it('is read only as an output, where it can be read and scrolled by keyboard', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: 'a' }));
    host.use('output');
    await host.updateComplete;
    host.focus();
    await sendKeys({ press: 'x' });
    expect(host.value).to.equal('a');
    expect([box(host).getAttribute('aria-readonly'), box(host).tabIndex]).to.deep.equal(['true', 0]);
    expect(host.shadowRoot!.getElementById('keys')).to.equal(null);
    host.interactive = true;
    await host.updateComplete;
    host.focus();
    await sendKeys({ press: 'x' });
    expect(host.value).to.equal('xa');
  });

  it('colours its language, loaded when it is asked for, and another one after it', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: 'def f(): return 1' }));
    expect(coloured(host)).to.deep.equal([]);
    host.language = 'python';
    await until(() => coloured(host).includes('def'), 'Python');
    host.value = 'SELECT 1';
    host.language = 'sql';
    await until(() => coloured(host).includes('SELECT'), 'SQL');
    host.value = 'FROM alpine';
    host.language = 'dockerfile';
    await until(() => coloured(host).includes('FROM'), 'a mode that reads lines');
  });

  it('loads each language that it names', async () => {
    const { loadLanguage, unknownLanguage, endingOf } = await import(
      '../../src/components/code/languages.ts'
    );
    for (const name of 'python c cpp markdown latex json html css javascript jinja2 typescript yaml dockerfile shell r sql java go rust xml sql-msSQL py'.split(
      ' ',
    )) {
      expect(unknownLanguage(name)).to.equal('');
      expect(await loadLanguage(name)).to.be.ok;
    }
    expect(['python', 'typescript', null, 'sql-msSQL'].map(endingOf)).to.deep.equal([
      'py',
      'ts',
      'txt',
      'sql',
    ]);
  });

  it('says that a language is unknown, and which may have been meant', async () => {
    const host = await mount(new RivCode({ label: 'Program', language: 'pyton', value: 'a = 1' }));
    await until(() => host.message, 'what is wrong');
    expect(host.message).to.equal('There is no language “pyton”: is it “python”?');
    expect(shown(host)).to.equal('a = 1');
    host.language = 'python';
    await until(() => host.message === '', 'no message');
  });

  it('takes options as attributes, and as they change', async () => {
    const host = await parse<RivCode>(
      '<riv-code label="A" lines="3" max-lines="4" show-line-numbers="false" wrap-lines value="one"></riv-code>',
    );
    const scroller = host.shadowRoot!.querySelector<HTMLElement>('.cm-scroller')!;
    const least = scroller.clientHeight;
    expect(host.shadowRoot!.querySelector('.cm-lineNumbers')).to.equal(null);
    expect(box(host).classList.contains('cm-lineWrapping')).to.equal(true);
    host.value = 'x\n'.repeat(30);
    host.showLineNumbers = true;
    host.wrapLines = false;
    await host.updateComplete;
    expect(host.shadowRoot!.querySelectorAll('.cm-lineNumbers .cm-gutterElement').length).to.be.above(4);
    expect(box(host).classList.contains('cm-lineWrapping')).to.equal(false);
    expect(scroller.clientHeight).to.be.within(least + 10, least + 30);
    expect(scroller.scrollHeight).to.be.above(400);
  });

  it('offers words only when asked to', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: '' }));
    const offered = () => host.shadowRoot!.querySelector('.cm-tooltip-autocomplete');
    host.autocomplete = true;
    host.focus();
    await sendKeys({ type: 'alphabet ' });
    expect(offered()).to.equal(null);
    await until(() => box(host).getAttribute('aria-autocomplete') === 'list', 'what offers words');
    await sendKeys({ type: 'al' });
    await until(offered, 'the words');
    expect(offered()!.textContent).to.include('alphabet');
  });

  it('copies, saves under the ending of its language, and shows elements of the page', async () => {
    const own = document.createElement('button');
    own.textContent = 'Run';
    const host = await mount(
      new RivCode({
        label: 'Program',
        value: 'print()',
        language: 'python',
        buttons: ['copy', 'download', own],
      }),
    );
    let copied = '';
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    button(host, 'copy').click();
    await until(() => button(host, 'copy').getAttribute('aria-label') === 'Copied', 'that it is copied');
    navigator.clipboard.writeText = writeText;
    expect(copied).to.equal('print()');
    let saved: HTMLAnchorElement | undefined;
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      saved = this;
    };
    button(host, 'download').click();
    HTMLAnchorElement.prototype.click = click;
    expect(saved!.download).to.equal('code.py');
    expect(await (await fetch(saved!.href)).text()).to.equal('print()');
    expect(own.getRootNode()).to.equal(host.shadowRoot);
    host.buttons = [];
    await host.updateComplete;
    expect(host.shadowRoot!.querySelectorAll('button')).to.have.length(0);
  });

  it('keeps text and history when it is taken out and put back', async () => {
    const host = await mount(new RivCode({ label: 'Program' }));
    host.focus();
    await sendKeys({ press: 'x' });
    host.remove();
    host.value = 'xyz';
    await mount(host);
    await until(() => shown(host) === 'xyz', 'the text');
    host.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'z' });
    await sendKeys({ up: 'Control' });
    expect(host.value).to.equal('yz');
    expect(host.shadowRoot!.querySelectorAll('.cm-editor')).to.have.length(1);
  });

  it('writes no style into its markup: a strict policy lets all of it through', async () => {
    const host = await mount(new RivCode({ label: 'Program', value: 'a = 1', language: 'python' }));
    await until(() => coloured(host).length > 0, 'its colours');
    expect(host.shadowRoot!.querySelectorAll('style')).to.have.length(0);
    expect(document.head.querySelectorAll('style')).to.have.length(0);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = place(document.createElement('main'));
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      const value = '# say it\ndef f(x: int) -> str:\n  return f"{x}" + str(None)\n@d\nclass A: pass\n';
      const host = await mount(new RivCode({ label: 'Program', value, language: 'python' }), page);
      await until(() => coloured(host).includes('def'), 'its colours');
      await mount(new RivCode({ value: '', interactive: false }), page);
      const wrong = await mount(new RivCode({ label: 'Wrong', value: 'a' }), page);
      wrong.message = 'This does not fit.';
      await wrong.updateComplete;
      expect(await axeProblems(page)).to.deep.equal([]);
      host.focus();
      expect(await axeProblems(page)).to.deep.equal([]);
    });
  }
});
