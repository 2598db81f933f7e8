import { expect } from '@esm-bundle/chai';
import * as rv from '../../src/index.ts';
import { axeProblems } from '../helpers/axe.ts';
import { clearPage, mount } from '../helpers/page.ts';
import { until } from '../helpers/wait.ts';

type Plot = InstanceType<typeof rv.Plot>;
const inside = <E extends Element>(host: Plot, selector: string) =>
  host.shadowRoot!.querySelector<E>(selector);
const shown = (host: Plot, selector: string) => until(() => inside(host, `.figure ${selector}`), selector);

const BARS = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: {
    values: [
      { a: 'x', b: 28 },
      { a: 'y', b: 55 },
    ],
  },
  mark: 'bar',
  encoding: {
    x: { field: 'a', type: 'nominal' },
    y: { field: 'b', type: 'quantitative' },
    opacity: { condition: { test: 'datum.b > 30', value: 1 }, value: 0.5 },
  },
};
const FIGURE = {
  data: [{ x: [1, 2, 3], y: [2, 6, 3], type: 'scatter' }],
  layout: { title: { text: 'Three' } },
};
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" style="fill: rgb(1, 2, 3)"/></svg>';

describe('riv-plot', () => {
  afterEach(clearPage);

  it('draws Vega-Lite on the ground of the page, in the colours of its tokens', async () => {
    const host = await mount(new rv.Plot({ label: 'Bars' }));
    host.style.setProperty('--riv-accent', '#123456');
    host.fromHandler({ ...BARS, encoding: { x: BARS.encoding.x, y: BARS.encoding.y } });
    const canvas = await shown(host, 'canvas');
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 4).join());
    expect([data[3], colours.has('18,52,86,255')]).to.deep.equal([0, true]);
  });

  it('draws Vega-Lite, as an object and as JSON, without eval', async () => {
    const host = await mount(new rv.Plot({ label: 'Bars' }));
    const { Function: usual } = globalThis;
    let evaluated = 0;
    globalThis.Function = new Proxy(usual, {
      construct: (target, given) => (evaluated++, Reflect.construct(target, given)),
    });
    host.fromHandler(BARS);
    await shown(host, 'canvas');
    globalThis.Function = usual;
    expect([host.message, evaluated]).to.deep.equal(['', 0]);
    const first = inside(host, '.figure canvas');
    host.fromHandler(JSON.stringify(BARS));
    await until(() => inside(host, '.figure canvas') !== first && inside(host, '.figure canvas'));
    expect(host.shadowRoot!.querySelectorAll('.figure canvas')).to.have.length(1);
  });

  it('tells what does not compile, and loads nothing that the page has not allowed', async () => {
    const host = await mount(new rv.Plot({ label: 'Bars' }));
    host.fromHandler({
      mark: 'bar',
      encoding: { x: { field: 'a', type: 'nominal', bin: 3 } },
      transform: [{ filter: 'datum.a >' }],
      data: { values: [] },
    });
    await until(() => host.message !== '', 'what is wrong');
    expect(host.message).to.match(/^Bars \(riv-plot\) got a vega-lite specification that does not compile: /);
    host.fromHandler({ ...BARS, data: { url: 'https://example.invalid/data.csv' } });
    await until(() => host.message.includes('wants to load "https://example.invalid/data.csv"'));
    host.fromHandler(BARS);
    await shown(host, 'canvas');
    expect(host.message).to.equal('');
  });

  it('draws Plotly figures', async () => {
    const host = await mount(new rv.Plot());
    host.fromHandler(FIGURE);
    const svg = await shown(host, '.main-svg');
    expect(svg.querySelectorAll('.scatterlayer path.js-line')).to.have.length(1);
    expect(FIGURE.layout).to.deep.equal({ title: { text: 'Three' } });
  });

  it('shows SVG text, without what could run or load', async () => {
    const host = await mount(new rv.Plot());
    host.fromHandler(SVG);
    const circle = await shown(host, 'circle');
    expect(getComputedStyle(circle).fill).to.equal('rgb(1, 2, 3)');
    host.fromHandler(
      '<?xml version="1.0"?><svg onload="boom()"><script>boom()</script><image href="https://example.invalid/x.png"/><rect fill="url(#in)" style="fill: url(https://example.invalid/y)"/><foreignObject><img src="x" onerror="boom()"></foreignObject></svg>',
    );
    const rect = await shown(host, 'rect');
    const { outerHTML } = rect.parentElement!;
    expect(outerHTML).to.not.match(/boom|invalid|script|foreignObject/i);
    expect(rect.getAttribute('fill')).to.equal('url(#in)');
  });

  it('shows pictures', async () => {
    const host = await mount(new rv.Plot({ label: 'Spectrum' }));
    host.fromHandler(new ImageData(4, 2));
    const image = await shown(host, 'riv-image');
    expect((image as unknown as { value: ImageData }).value.width).to.equal(4);
  });

  it('refuses what is none of these, in words', async () => {
    const host = await mount(new rv.Plot({ label: 'Plot' }));
    expect(() => host.fromHandler(12)).to.throw('Plot (riv-plot) got 12, expected a Vega-Lite specification');
    for (const [given, words] of [
      [{ some: 'thing' }, 'Plot (riv-plot) got an object, expected a Vega-Lite specification'],
      ['{ broken', 'the text is no JSON'],
    ] as const) {
      host.fromHandler(given);
      await until(
        () => host.message.includes(words) || host.message.includes('got Object, expected a Vega-Lite'),
        words,
      );
    }
    host.fromHandler(null);
    await until(() => host.shadowRoot!.textContent!.includes('Nothing here yet'));
    expect(host.message).to.equal('');
  });

  it('has no problem that axe finds', async () => {
    const page = document.createElement('main');
    document.body.append(page);
    const host = await mount(new rv.Plot({ label: 'Circle', value: SVG, caption: 'A caption' }), page);
    await shown(host, 'circle');
    await mount(new rv.Plot({ label: 'Empty' }), page);
    expect(await axeProblems(page)).to.deep.equal([]);
  });
});
