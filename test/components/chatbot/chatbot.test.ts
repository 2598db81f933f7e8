import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { RivChatbot } from '../../../src/components/chatbot/chatbot.ts';
import type { Message } from '../../../src/components/chatbot/messages.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { pressTool, saidIn, textIn, toolOf } from '../../helpers/components/chat.ts';
import { fuzz } from '../../helpers/components/fuzz.ts';
import { clearPage, mount, parse, record } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

const talk: Message[] = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello' },
];
const inside = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
const all = (host: Element, selector: string) => [
  ...host.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const shown = async (options: ConstructorParameters<typeof rv.Chatbot>[0]): Promise<RivChatbot> => {
  const host = await mount(new rv.Chatbot(options));
  await until(() => inside(host, '.chat'));
  return host;
};
/** Listens, as a binding does. */
const listen = (host: RivChatbot, ...names: string[]) => record(host, names);

describe('riv-chatbot: messages', () => {
  afterEach(clearPage);

  it('shows who says what, each an article in a log, texts in Markdown', async () => {
    const host = await shown({
      value: [
        ...talk,
        { role: 'system', content: 'Be brief' },
        { role: 'assistant', content: '**Yes**, `1`' },
      ],
    });
    expect(saidIn(host).slice(0, 3)).to.deep.equal(['user: Hi', 'assistant: Hello', 'system: Be brief']);
    await until(() => inside(host, 'strong')?.textContent === 'Yes');
    expect(inside(host, '.log')!.getAttribute('role')).to.equal('log');
    expect(all(host, 'article').map((each) => each.getAttribute('aria-label'))).to.deep.equal([
      'You',
      'Assistant',
      'System',
      'Assistant',
    ]);
  });

  it('needs no parser for texts without Markdown', async () => {
    const host = await shown({ value: [{ role: 'assistant', content: "It's 5 o'clock, isn't it? Yes." }] });
    expect(inside(host, 'p')!.className).to.equal('raw');
    for (const text of [
      '1. one',
      '- a',
      '+ b',
      'a\nb',
      'www.e.org',
      'a@e.org',
      '    code',
      '---',
      'https://e.org',
    ])
      expect(/./s.test(text) && (await markdownOf(text)), text).to.equal(true);
    async function markdownOf(content: string): Promise<boolean> {
      host.value = [{ role: 'user', content }];
      await host.updateComplete;
      return Boolean(await until(() => !inside(host, 'p.raw'), `Markdown of ${content}`));
    }
  });

  it('shows pictures, sounds, videos, files and components, alone or in a list', async () => {
    const canvas = new OffscreenCanvas(4, 4);
    canvas.getContext('2d')!.fillRect(0, 0, 4, 4);
    const picture = await canvas.convertToBlob();
    const sound = new File([new Uint8Array(44)], 'beep.wav', { type: 'audio/wav' });
    const host = await shown({
      value: [
        { role: 'user', content: ['Look:', picture, new File(['a,b'], 'table.csv', { type: 'text/csv' })] },
        { role: 'assistant', content: sound },
        { role: 'assistant', content: { component: 'Label', props: { value: { cat: 0.9 } } } },
        { role: 'assistant', content: { url: '/a%20b.pdf' } },
        {
          role: 'assistant',
          content: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
        },
      ],
    });
    expect(inside(host, 'article.user img')!.getAttribute('src')).to.match(/^blob:/);
    const files = all(host, 'a.file').map((each) => [
      each.getAttribute('aria-label'),
      each.getAttribute('download'),
    ]);
    expect(files).to.deep.equal([
      ['Download table.csv', 'table.csv'],
      ['Download a b.pdf', 'a b.pdf'],
    ]);
    expect((inside(host, 'riv-audio') as HTMLElement & { value: unknown }).value).to.equal(sound);
    await until(() => inside(host, 'riv-label')!.shadowRoot!.textContent!.includes('cat'));
    expect(all(host, 'img')).to.have.length(2);
    expect(inside(host, 'article.user')!.textContent).to.contain('Look:');
  });

  it('holds nothing once it has left the page, and draws its messages when it is back', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';
    const host = await shown({
      value: [{ role: 'user', content: new Blob([svg], { type: 'image/svg+xml' }) }],
    });
    const { src } = inside(host, '.media img') as HTMLImageElement;
    expect(await (await fetch(src)).text()).to.equal(svg);
    host.remove();
    await until(() => all(host, 'article').length === 0);
    host.value = [...host.value, ...talk];
    await host.updateComplete;
    expect(all(host, 'article')).to.have.length(0);
    const gone = await fetch(src).catch((error: unknown) => error);
    expect(gone).to.be.instanceOf(TypeError);
    await mount(host);
    await until(() => all(host, 'article').length === 3);
    const again = inside(host, '.media img') as HTMLImageElement;
    expect(await (await fetch(again.src)).text()).to.equal(svg);
  });

  it('keeps a component while its properties change', async () => {
    const host = await shown({
      value: [{ role: 'assistant', content: { component: 'Label', props: { value: 'a' } } }],
    });
    const label = inside(host, 'riv-label') as HTMLElement & { value: unknown };
    host.value = [{ role: 'assistant', content: { component: 'Label', props: { value: 'b' } } }];
    await host.updateComplete;
    expect(inside(host, 'riv-label')).to.equal(label);
    expect(label.value).to.deep.equal('b');
  });

  it('fetches no picture of another site unasked, not even one whose address is all that is said', async () => {
    const url = 'https://other.example/cat.png?secret=1';
    const host = await shown({
      value: [
        { role: 'assistant', content: url },
        { role: 'assistant', content: `![a](${url})` },
      ],
    });
    await until(() => inside(host, '.blocked'));
    expect(all(host, 'img')).to.have.length(0);
    expect(all(host, 'a').map((each) => each.getAttribute('href'))).to.deep.equal([url, url]);
    host.remoteImages = true;
    await until(() => !inside(host, '.blocked') && !inside(host, 'a.file'));
    expect(all(host, 'img, .media .note')).to.have.length(2);
  });

  it('makes what is said safe', async () => {
    const host = await shown({
      value: [
        {
          role: 'assistant',
          content:
            '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">\n\n[a](javascript:boom())',
        },
        { role: 'user', content: '<b onclick="boom()">x</b>' },
        { role: 'assistant', content: { url: 'javascript:boom()' } },
      ],
    });
    await until(() => inside(host, '.prose:not(:has(.raw)) a') && inside(host, 'b'));
    expect(inside(host, '.list')!.innerHTML).to.not.match(/<script|onerror|onclick|href="javascript/);
    expect((window as { ran?: number }).ran).to.equal(undefined);
  });

  it('folds what has a title: open while it goes on, closed when it is done, with what is part of it', async () => {
    const step = (status: 'pending' | 'done', log = ''): Message[] => [
      { role: 'user', content: 'q' },
      {
        role: 'assistant',
        content: 'Looking it up',
        metadata: { title: 'Search', id: 1, status, duration: 1.23, log },
      },
      { role: 'assistant', content: 'Page 1', metadata: { title: 'Read', id: 2, parentId: 1 } },
      { role: 'assistant', content: 'Line 1', metadata: { title: 'Quote', parentId: 2 } },
      { role: 'assistant', content: 'The answer' },
    ];
    const host = await shown({ value: step('pending', '3 pages') });
    const [fold, inner, innermost] = all(host, 'details') as HTMLDetailsElement[];
    expect([fold!.open, inner!.open]).to.deep.equal([true, true]);
    expect(fold!.contains(inner!) && inner!.contains(innermost!)).to.equal(true);
    expect(fold!.querySelector('summary')!.textContent!.replace(/\s+/g, ' ').trim()).to.equal(
      'Search 3 pages 1.2 s',
    );
    expect(fold!.querySelector('.spinner')).to.not.equal(null);
    host.value = step('done');
    await host.updateComplete;
    expect(fold!.open).to.equal(false);
    expect(inside(host, '.spinner')).to.equal(null);
    expect(all(host, '.chunk > article')).to.have.length(3);
    fold!.open = true;
    await new Promise((resolve) => setTimeout(resolve));
    host.value = [...host.value, { role: 'assistant', content: 'more' }];
    await host.updateComplete;
    expect(fold!.open).to.equal(true);
  });

  it('folds the reasoning of a model, also while it goes on', async () => {
    const host = await shown({ reasoningTags: [['<think>', '</think>']] });
    const say = async (content: string) => {
      host.value = [{ role: 'assistant', content }];
      await host.updateComplete;
    };
    await say('<think>Let me');
    const fold = inside(host, 'details') as HTMLDetailsElement;
    expect([fold.open, fold.querySelector('summary')!.textContent!.trim()]).to.deep.equal([true, 'Thinking']);
    await say('<think>Let me see</think>Yes');
    expect([fold.isConnected, fold.open, fold.querySelector('.text')!.textContent]).to.deep.equal([
      true,
      false,
      'Let me see',
    ]);
    expect(fold.querySelector('summary')!.textContent!.trim()).to.equal('Reasoning');
    expect(textIn(inside(host, 'article')!)).to.contain('Yes');
  });

  it('writes from right to left where the text does, and shows emoji', async () => {
    const host = await shown({
      value: [
        { role: 'user', content: 'مرحبا 👩‍👩‍👧' },
        { role: 'assistant', content: 'Hi' },
      ],
    });
    const [arabic, english] = all(host, '.text').map((each) => getComputedStyle(each).direction);
    expect([arabic, english]).to.deep.equal(['rtl', 'ltr']);
    expect(saidIn(host)[0]).to.equal('user: مرحبا 👩‍👩‍👧');
  });

  it('shows a placeholder and examples while there is nothing', async () => {
    const host = await shown({
      placeholder: 'Ask **me**',
      examples: ['Hello', { text: 'b', displayText: 'Bye', icon: '/x.png' }],
    });
    const { details } = listen(host, 'exampleSelect');
    await until(() => inside(host, '.placeholder strong'));
    await pressTool(host, 'Hello');
    await pressTool(host, 'Bye');
    expect(details).to.deep.equal([
      { index: 0, value: { text: 'Hello' } },
      { index: 1, value: { text: 'b', displayText: 'Bye', icon: '/x.png' } },
    ]);
    host.value = talk;
    await host.updateComplete;
    expect(inside(host, '.examples')).to.equal(null);
  });

  it('groups what one speaker says, with one picture of them', async () => {
    const host = await shown({
      value: [...talk, { role: 'assistant', content: 'Well?' }],
      avatarImages: [null, '/x.png'],
    });
    expect(all(host, 'article').map((each) => each.classList.contains('follows'))).to.deep.equal([
      false,
      false,
      true,
    ]);
    host.groupConsecutive = false;
    host.layout = 'panel';
    await host.updateComplete;
    expect(all(host, '.follows')).to.have.length(0);
    expect(inside(host, '.as-panel')).to.not.equal(null);
  });

  it('is made by a tag', async () => {
    const host = await parse<RivChatbot>(
      `<riv-chatbot value='[{"role":"user","content":"a"}]' reasoning-tags='[["<t>","</t>"]]' editable="user" height="200" buttons=""></riv-chatbot>`,
    );
    await until(() => saidIn(host).length === 1);
    expect([host.height, host.editable, host.buttons]).to.deep.equal([200, 'user', []]);
    expect(inside(host, '.chat')!.getBoundingClientRect().height).to.equal(200);
    expect(toolOf(host, 'Copy')).to.equal(null);
  });
});

describe('riv-chatbot: values', () => {
  afterEach(clearPage);

  it('refuses what is no message, saying which and what came', () => {
    const host = new rv.Chatbot({ label: 'Talk' });
    for (const [given, words] of [
      [[{ role: 'bot', content: 'a' }], 'message 1'],
      [[...talk, ['a', 'b']], 'message 3'],
      [[{ role: 'user', content: { component: 'Nothing' } }], 'message 1'],
      [[{ role: 'user', content: [{}] }], 'message 1'],
      [[{ role: 'user', content: 'a', options: [5] }], 'message 1'],
      [[{ role: 'user', content: 'a', metadata: 'x' }], 'message 1'],
      [['text'], 'message 1'],
    ] as const)
      expect(() => host.fromHandler(given), JSON.stringify(given))
        .to.throw(`expected { role: "user" | "assistant" | "system", content } as ${words}`)
        .with.property('name', 'ValueError');
    expect(() => host.fromHandler({ component: 'Nothing' })).to.throw(
      'expected a text, a file, a message or a list',
    );
    host.fromHandler(talk);
    expect(host.value).to.deep.equal(talk);
  });

  it('adds a text, a file or a message as the assistant’s; what one run yields next takes its place', () => {
    const host = new rv.Chatbot({ value: [talk[0]!] });
    host.fromHandler('one');
    host.status = { stage: 'generating', show: 'full', since: 5 };
    for (const answer of ['t', 'tw', { content: 'two', metadata: { title: 'T' } }]) host.fromHandler(answer);
    host.status = { stage: 'generating', show: 'full', since: 6 };
    host.fromHandler('three');
    expect(host.value).to.deep.equal([
      talk[0],
      { role: 'assistant', content: 'one' },
      { role: 'assistant', content: 'two', metadata: { title: 'T' } },
      { role: 'assistant', content: 'three' },
    ]);
    host.fromHandler(null);
    expect(host.value).to.deep.equal([]);
  });

  it('fires change for other messages alone, and keeps those that say the same', () => {
    const host = new rv.Chatbot({ value: talk });
    const [first] = host.value;
    const { seen } = record(host, ['change', 'input']);
    host.fromHandler(structuredClone(talk));
    host.fromHandler([...structuredClone(talk), { role: 'user', content: 'more' }]);
    expect(seen).to.deep.equal(['change']);
    expect(host.value[0]).to.equal(first);
  });

  it('says which message holds what no handler can be given', () => {
    const host = new rv.Chatbot({
      value: [
        talk[0]!,
        { role: 'assistant', content: { component: 'Label', props: { value: 'a', onclick() {} } } },
      ],
    });
    expect(() => host.toHandler())
      .to.throw(/^Chatbot \(riv-chatbot\) holds what no handler can be given, in message 2: /)
      .with.property('name', 'ValueError');
    host.value = [{ role: 'user', content: [new File(['a'], 'a.txt'), 'b'] }];
    expect((host.toHandler() as { value: unknown }).value).to.equal(host.value);
  });
});

describe('riv-chatbot: what can be done', () => {
  afterEach(clearPage);

  it('offers what somebody listens to', async () => {
    const host = await shown({ value: talk, buttons: [] });
    expect(all(host, 'button')).to.have.length(0);
    const { details } = listen(host, 'like', 'retry', 'undo', 'clear');
    await until(() => toolOf(host, 'Retry'));
    await pressTool(host, 'Like');
    await until(() => toolOf(host, 'Like')!.getAttribute('aria-pressed') === 'true');
    await pressTool(host, 'Dislike');
    await pressTool(host, 'Dislike');
    await pressTool(host, 'Retry');
    await pressTool(host, 'Undo');
    expect(details).to.deep.equal([
      { index: 1, value: 'Hello', liked: true },
      { index: 1, value: 'Hello', liked: false },
      { index: 1, value: 'Hello', liked: null },
      { index: 0, value: 'Hi' },
      { index: 0, value: 'Hi' },
    ]);
    await pressTool(host, 'Clear');
    expect([details.at(-1), host.value]).to.deep.equal([{}, []]);
  });

  it('has other words for feedback', async () => {
    const host = await shown({ value: talk, feedback: ['Like', 'Spam'] });
    const { details } = listen(host, 'like');
    await pressTool(host, 'Spam');
    expect(details).to.deep.equal([{ index: 1, value: 'Hello', liked: 'Spam' }]);
  });

  it('edits a message, by keyboard too', async () => {
    const host = await shown({ value: [...talk, { role: 'user', content: 'More' }], editable: 'user' });
    const { details, seen } = listen(host, 'edit', 'change');
    expect(all(host, 'button[aria-label=Edit]')).to.have.length(2);
    all(host, 'button[aria-label=Edit]')[0]!.click();
    const box = () => inside(host, 'textarea') as HTMLTextAreaElement | null;
    expect([box()!.value, host.shadowRoot!.activeElement]).to.deep.equal(['Hi', box()]);
    box()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(box()).to.equal(null);
    all(host, 'button[aria-label=Edit]')[0]!.click();
    box()!.value = 'Hello *there*';
    box()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(details[0]).to.deep.equal({ index: 0, value: 'Hello *there*', previousValue: 'Hi' });
    expect(seen).to.deep.equal(['edit', 'edit@document', 'change', 'change@document']);
    expect(host.value[0]!.content).to.equal('Hello *there*');
    host.editable = 'all';
    await host.updateComplete;
    expect(all(host, 'button[aria-label=Edit]')).to.have.length(3);
  });

  it('copies a message, and all of them', async () => {
    const host = await shown({ value: talk });
    const { writeText } = navigator.clipboard;
    const copied: string[] = [];
    navigator.clipboard.writeText = async (text) => void copied.push(text);
    const { details } = listen(host, 'copy');
    await pressTool(host, 'Copy');
    await until(() => toolOf(host, 'Copied'));
    await pressTool(host, 'Copy all');
    await until(() => details.length === 2);
    navigator.clipboard.writeText = writeText;
    expect(copied).to.deep.equal(['Hello', 'user: Hi\n\nassistant: Hello']);
    expect(details).to.deep.equal(copied.map((value) => ({ value })));
  });

  it('has the options of the last message as buttons', async () => {
    const options = [{ value: 'yes', label: 'Yes!' }, { value: 'no' }];
    const host = await shown({ value: [talk[0]!, { role: 'assistant', content: 'Well?', options }] });
    const { details } = listen(host, 'optionSelect');
    await pressTool(host, 'no');
    await pressTool(host, 'Yes!');
    expect(details).to.deep.equal([
      { index: 1, value: 'no' },
      { index: 1, value: 'yes' },
    ]);
    host.value = [...host.value, talk[0]!];
    await host.updateComplete;
    expect(all(host, '.option')).to.have.length(0);
  });

  it('says a failure under what has come, with Retry', async () => {
    const host = await shown({ value: talk });
    const { details } = listen(host, 'retry');
    host.status = { stage: 'error', show: 'full', error: { name: 'Error', message: 'No line' } };
    await until(() => inside(host, 'riv-status')?.shadowRoot?.textContent?.includes('No line'));
    expect(
      all(host, 'button').filter((each) => each.textContent?.includes('Retry') || each.ariaLabel === 'Retry'),
    ).to.have.length(1);
    await pressTool(host, 'Retry');
    expect([details, saidIn(host)]).to.deep.equal([
      [{ index: 0, value: 'Hi' }],
      ['user: Hi', 'assistant: Hello'],
    ]);
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const busy = new rv.Chatbot({
        label: 'Talk',
        editable: 'all',
        reasoningTags: [['<t>', '</t>']],
        value: [
          { role: 'user', content: 'A [link](/a), `code`\n\n```js\nlet a\n```' },
          {
            role: 'assistant',
            content: '<t>hm</t>*yes*',
            metadata: { title: 'Thought', log: 'words', status: 'pending' },
          },
          { role: 'system', content: 'note' },
          { role: 'assistant', content: ['a', new File(['a'], 'a.txt')], options: [{ value: 'go' }] },
        ],
      });
      busy.addEventListener('like', () => undefined);
      busy.addEventListener('retry', () => undefined);
      await mount(busy, page);
      await mount(new rv.Chatbot({ examples: ['One'], placeholder: 'Ask', layout: 'panel' }), page);
      await mount(new rv.Chatbot({ value: talk, layout: 'panel', height: 60 }), page);
      await until(() => inside(busy, '.hljs-keyword') && inside(busy, 'em'));
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});

fuzz('Chatbot', {
  make: () => new rv.Chatbot(),
  good: [{ role: 'assistant', content: 'some words' }],
  shows: (host) => saidIn(host).join() === 'assistant: some words',
});
