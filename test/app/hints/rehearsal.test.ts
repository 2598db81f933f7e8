import { expect } from '@esm-bundle/chai';
import type { RivInterface } from '../../../src/app/interface/interface.ts';
import { allowsBlobs } from '../../../src/app/hints/rehearsal.ts';
import { runEnded } from '../../helpers/app.ts';
import { type Page, openPage } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const fixture = (name: string) => new URL(`../../fixtures/hints/${name}`, import.meta.url).href;

/** What a page tells of itself before anybody touches it, as soon as there are so many. */
async function toldBy(page: Page, count: number): Promise<string[]> {
  const bar = await page.find('riv-hints');
  const lines = () =>
    [...(bar.shadowRoot?.querySelectorAll('li > span') ?? [])].map(({ textContent }) => textContent);
  await until(() => lines().length >= count, `${count} mistakes`);
  return lines() as string[];
}

describe('the handlers of a page that is being made', () => {
  let page: Page;
  afterEach(() => page.close());

  it('are parsed when the app is set up: the line of a mistake is told before anything is pressed', async () => {
    page = await openPage(fixture('inline.html'));
    const [told] = await toldBy(page, 1);
    const [, url, line] =
      /^The code of the handler "volume" is not valid JavaScript: .*';' at (http.*):(\d+):21$/.exec(told!) ??
      [];
    const text = await (await fetch(url!)).text();
    expect(text.split('\n')[Number(line) - 1]).to.include('return 1 +;');
    expect(page.document.querySelector('riv-number')!.getAttribute('stage')).to.equal('idle');
  });

  it('are told of once in the console, at set-up or at a run', async () => {
    page = await openPage(fixture('inline.html'));
    await toldBy(page, 1);
    const app = await page.find<RivInterface>('#wrong');
    const end = runEnded(app);
    app.run();
    expect(await end).to.equal('failure');
    expect(app.outputs[0]!.status.error!.message).to.include('is not valid JavaScript');
    expect(page.problems().filter((words) => words.includes('volume'))).to.have.length(1);
  });

  it('are looked at once, though app and page both ask', async () => {
    page = await openPage(fixture('modules.html'));
    const { performance: log } = page.window;
    log.setResourceTimingBufferSize(2000); // the sources of the library alone are more than the usual 250
    const missing = () =>
      log.getEntriesByType('resource').filter(({ name }) => name.endsWith('/missing.js')).length;
    await toldBy(page, 2);
    await until(missing, 'the browser to write down what it asked for');
    expect(missing()).to.equal(1);
  });

  it('are tried where each policy allows blobs', () => {
    expect(
      [
        "img-src 'self'",
        "script-src 'self' blob:; default-src 'none'",
        "script-src-elem blob:; script-src 'none'",
        'default-src blob:',
        "script-src-elem 'self'; script-src blob:",
        "script-src 'self'",
        "DEFAULT-SRC 'self'",
        'script-src *',
      ].map(allowsBlobs),
    ).to.deep.equal([true, true, true, true, false, false, false, false]);
  });

  it('that are modules are looked at, too, and not run', async () => {
    const runs: unknown[] = [];
    const channel = new BroadcastChannel('told');
    channel.onmessage = ({ data }) => runs.push(data);
    page = await openPage(fixture('modules.html'));
    const code =
      'export function edges(image) {\n  return image;\n}\n\nexport const sharpen = (image) => { image. };\n';
    const broken = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const app = page.document.createElement('riv-interface') as RivInterface;
    app.innerHTML = '<riv-number slot="output"></riv-number>';
    app.fn = `${broken}#edges`;
    page.document.body.append(app);
    const told = await toldBy(page, 3);
    const words = ['The module BROKEN is not valid JavaScript: ', ' at BROKEN:5:44'];
    expect(
      told.map((line) => line.replaceAll(broken, 'BROKEN').replace(/(JavaScript: ).*(?= at )/, '$1')),
    ).to.have.members([
      words.join(''),
      `The module ${fixture('missing.js')} could not be loaded: the server answered 404`,
      `The module ${fixture('runs.js')} has no export "egdes"; it exports "edges"`,
    ]);
    expect(runs).to.deep.equal([]);
    channel.close();
  });

  it('are not tried under a policy that forbids code from blobs', async () => {
    const url = new URL(fixture('modules.html'));
    url.searchParams.set('csp', "script-src 'self' 'unsafe-inline'; worker-src blob:");
    const violations: string[] = [];
    page = await openPage(url.href);
    page.document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.violatedDirective),
    );
    expect(await toldBy(page, 2)).to.have.length(2);
    expect(violations).to.deep.equal([]);
  });
});
