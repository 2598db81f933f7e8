import { expect } from '@esm-bundle/chai';
import { on } from '../../../src/bind/binding/on.ts';
import type { HTMLTools } from '../../../src/components/html/html-host.ts';
import { RivHTML } from '../../../src/components/html/html.ts';
import { RivTextbox } from '../../../src/components/textbox/textbox.ts';
import { clearPage, mount, parse, place, record } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

const inside = (host: RivHTML) => host.shadowRoot!.querySelector<HTMLElement>('.live')!;

describe('riv-html with a template', () => {
  afterEach(clearPage);

  it('fills values and props in, with their marks escaped, and raw ones as HTML without scripts', async () => {
    const host = await mount(
      new RivHTML({
        template: '<p title="${title}">${value} ${deep.er} ${gone}</p><div>${raw:value}</div>',
        value: '<b>x</b><img src="x:" onerror="window.harm = 1"><script>window.harm = 1</script>',
        title: '"><i>',
        deep: { er: 7 },
      }),
    );
    const [text, raw] = [inside(host).querySelector('p')!, inside(host).querySelector('div')!];
    expect(text.textContent).to.match(/^<b>x<\/b><img .*<\/script> 7 $/);
    expect(text.title).to.equal('"><i>');
    expect(raw.querySelector('b')!.textContent).to.equal('x');
    expect([raw.querySelector('script'), raw.querySelector('[onerror]')]).to.deep.equal([null, null]);
    expect('harm' in window).to.equal(false);
  });

  it('runs no link of a value that would run something', async () => {
    const host = await mount(
      new RivHTML({ template: '<a href="${value}">go</a>', value: 'javascript:window.harm = 1' }),
    );
    expect(inside(host).querySelector('a')!.hasAttribute('href')).to.equal(false);
  });

  it('says that a script in a template does not run', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => void told.push(message);
    const host = await mount(new RivHTML({ template: '<b>x</b><script>window.harm = 1</script>' }));
    console.warn = warn;
    expect(inside(host).innerHTML).to.equal('<b>x</b>');
    expect(told).to.deep.equal(['Scripts in a template do not run: what it does is written in setUp']);
    expect('harm' in window).to.equal(false);
  });

  it('draws what a function makes: HTML, or a node', async () => {
    const list = (items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    const host = await mount(new RivHTML({ template: ({ value }) => list(value), value: ['a', 'b'] }));
    expect(inside(host).textContent).to.equal('ab');
    const first = inside(host).querySelector('li');
    host.fromHandler(['a', 'b', 'c']);
    await host.updateComplete;
    expect(inside(host).textContent).to.equal('abc');
    expect(inside(host).querySelector('li')).to.equal(first); // what can stay does
    const node = document.createElement('hr');
    host.template = () => node;
    await host.updateComplete;
    expect([...inside(host).childNodes]).to.deep.equal([node]);
  });

  it('is set up once, and lives on through new values, a move, and times out of sight', async () => {
    let times = 0;
    const setUp = (element: HTMLElement, { trigger }: HTMLTools) => {
      times += 1;
      element.addEventListener('click', () => trigger('rated', { stars: 3 }));
    };
    const host = await mount(new RivHTML({ template: '<button>${value}</button>', setUp, value: 'a' }));
    const button = inside(host).querySelector('button')!;
    button.focus();
    host.fromHandler('b');
    await host.updateComplete;
    host.visible = false;
    await host.updateComplete;
    host.visible = true;
    await host.updateComplete;
    document.body.prepend(host);
    await host.updateComplete;
    expect([button.isConnected, button.textContent, times]).to.deep.equal([true, 'b', 1]);
    const { seen, details } = record(host, ['rated']);
    button.click();
    expect([seen, details]).to.deep.equal([['rated', 'rated@document'], [{ stars: 3 }]]);
  });

  it('takes what setUp sets as an edit, and tells of it', async () => {
    let tools!: HTMLTools;
    const host = new RivHTML({
      template: '<i>${value} of ${most}</i>',
      value: null,
      most: 5,
      setUp: (_, given) => {
        tools = given;
        given.props.value = 1;
      },
    });
    const { seen } = record(host, ['input', 'change']);
    await mount(host);
    await host.updateComplete;
    expect([inside(host).textContent, seen]).to.deep.equal(['1 of 5', []]);
    const watched: unknown[] = [];
    const end = tools.watch('value', (value) => watched.push(value));
    tools.props.value = 2;
    await host.updateComplete;
    expect(seen).to.deep.equal(['input', 'input@document', 'change', 'change@document']);
    host.update({ most: 10, value: 3 });
    await host.updateComplete;
    expect([inside(host).textContent, host.value, tools.props.most]).to.deep.equal(['3 of 10', 3, 10]);
    end();
    host.fromHandler(4);
    await host.updateComplete;
    expect(watched).to.deep.equal([2, 3]);
    expect(host.toHandler()).to.deep.equal({ kind: 'value', value: 4 });
  });

  it('starts a handler by an event of its own', async () => {
    const host = new RivHTML({
      template: '<button>go</button>',
      setUp: (element, { trigger }) => element.addEventListener('click', () => trigger('go', { times: 2 })),
    });
    const result = new RivTextbox();
    on(host, 'go', {
      fn: (_value: unknown, ctx: { event: { name: string; data: { times: number } } }) =>
        `${ctx.event.name} ${ctx.event.data.times}`,
      inputs: host,
      outputs: result,
      thread: 'main',
    } as never);
    await mount(host, place(document.createElement('main')));
    await mount(result);
    inside(host).querySelector('button')!.click();
    await until(() => result.value === 'go 2', 'the result');
  });

  it('keeps its style sheet to itself, filled with props', async () => {
    const host = await mount(
      new RivHTML({ template: '<p>a</p>', styles: 'p { color: ${ink}; }', ink: 'rgb(1, 2, 3)' }),
    );
    const other = place(document.createElement('p'));
    expect(getComputedStyle(inside(host).querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(other).color).to.not.equal('rgb(1, 2, 3)');
    host.update({ ink: 'red } p { display: none' });
    await host.updateComplete;
    expect(getComputedStyle(inside(host).querySelector('p')!).display).to.equal('block');
  });

  it('says what failed, keeps what was there, and goes on with the next value', async () => {
    const { error } = console;
    console.error = () => {};
    const host = await mount(
      new RivHTML({
        template: ({ value }) => `<b>${value.name.toUpperCase()}</b>`,
        value: { name: 'a' },
        setUp: () => {
          throw new Error('no clicks today');
        },
      }),
    );
    expect(host.message).to.equal('setUp of this HTML failed: no clicks today');
    host.fromHandler(5);
    await host.updateComplete;
    console.error = error;
    expect(host.message).to.match(/^The template of this HTML failed: Cannot read|undefined/);
    expect(inside(host).textContent).to.equal('A');
    host.fromHandler({ name: 'b' });
    await host.updateComplete;
    expect([inside(host).textContent, host.message]).to.deep.equal(['B', '']);
    host.template = 7 as never;
    expect(host.message).to.include('expected a text or a function');
  });

  it('takes template and props as attributes', async () => {
    const host = await parse<RivHTML>(
      `<riv-html value="x" template="<b>\${value} \${n}</b>" props='{"n": 2}'></riv-html>`,
    );
    await host.updateComplete;
    expect(inside(host).textContent).to.equal('x 2');
  });
});
