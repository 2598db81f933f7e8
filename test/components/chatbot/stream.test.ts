import { expect } from '@esm-bundle/chai';
import * as rv from '../../../src/index.ts';
import type { RivChatbot } from '../../../src/components/chatbot/chatbot.ts';
import type { Message } from '../../../src/components/chatbot/messages.ts';
import { saidIn } from '../../helpers/components/chat.ts';
import { clearPage, mount } from '../../helpers/page.ts';
import { until } from '../../helpers/wait.ts';

const inside = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
const log = (host: Element) => inside(host, '.log')!;
const frame = () => new Promise(requestAnimationFrame);
/** Two frames: what was drawn in the first was laid out. */
const painted = async (host: RivChatbot) => (await host.updateComplete, await frame(), await frame());
const fromEnd = (host: Element) => log(host).scrollHeight - log(host).scrollTop - log(host).clientHeight;

const WORDS = '**So** it goes: a word, `code`, and [a link](https://e.org) too. '.split(' ');
const text = (length: number) => Array.from({ length }, (_, at) => WORDS[at % WORDS.length]).join(' ');

/** A conversation of so many messages. */
const long = (count: number): Message[] =>
  Array.from({ length: count }, (_, at) => ({
    role: at % 2 ? 'assistant' : 'user',
    content: at % 2 ? `Answer *${at}*.\n\n- one\n- two` : `Question ${at}`,
  }));

async function shown(value: Message[]): Promise<RivChatbot> {
  const host = await mount(new rv.Chatbot({ value }));
  await until(() => saidIn(host).length === value.length, 'all messages', 10);
  await painted(host);
  return host;
}

describe('a Chatbot in which an answer comes', () => {
  afterEach(clearPage);

  it('takes 200 tokens a second into the last of 500 messages for less than 3 ms each', async () => {
    const host = await shown(long(499));
    host.fromHandler([...host.value, { role: 'assistant', content: 'So' }]);
    await until(() => saidIn(host).length === 500);
    await painted(host);
    const first = inside(host, 'article')!;
    let changedAbove = 0;
    const watch = new MutationObserver((records) => (changedAbove += records.length));
    for (const article of [...first.parentElement!.children].slice(0, -1))
      watch.observe(article, { childList: true, subtree: true, characterData: true, attributes: true });
    const before = structuredClone(host.value.slice(0, -1));
    const rounds: number[] = [];
    const frames: number[] = [];
    const apart: number[] = [];
    let last = performance.now();
    let answer = '';
    for (let round = 0; round < 20; round++) {
      let spent = 0;
      for (let at = 0; at < 10; at++) {
        answer += `${WORDS[at]} ${at === 9 && round % 2 ? '\n\n' : ''}`;
        const given = [...structuredClone(before), { role: 'assistant', content: answer }];
        const began = performance.now();
        host.fromHandler(given);
        spent += performance.now() - began;
        if (at % 3 !== 2) continue;
        await frame();
        const drawing = performance.now();
        apart.push(drawing - last);
        last = drawing;
        await host.updateComplete;
        inside(host, '.list')!.getBoundingClientRect();
        frames.push(performance.now() - drawing);
        spent += frames.at(-1)!;
      }
      rounds.push(spent / 10);
    }
    await painted(host);
    watch.disconnect();
    // Other programs on the machine make this slow, and frames late by as much.
    const middle = (of: number[]) => of.sort((a, b) => a - b)[of.length >> 1]!;
    const slower = Math.max(1, middle(apart) / 20);
    expect(Math.min(...rounds) / slower, 'ms for each token').to.be.below(3);
    expect(middle(frames) / slower, 'ms of a frame').to.be.below(50);
    expect(changedAbove, 'changes of messages above').to.equal(0);
    await until(() => fromEnd(host) < 2, 'the end');
    expect(saidIn(host).at(-1)!.length).to.be.above(700);
  });

  it('follows while the reader is at the end, and stays where the reader is otherwise', async () => {
    const host = await shown(long(40));
    expect(fromEnd(host)).to.be.below(2);
    const grow = async (words: string) => {
      host.fromHandler([...host.value.slice(0, -1), { role: 'assistant', content: words }]);
      await painted(host);
    };
    await grow(text(200));
    await until(() => fromEnd(host) < 2, 'the end');
    log(host).scrollTop = 100;
    await until(() => inside(host, '.to-end'));
    for (let words = 300; words < 600; words += 100) await grow(text(words));
    expect(log(host).scrollTop).to.equal(100);
    inside(host, '.to-end')!.click();
    await until(() => fromEnd(host) < 2, 'the end');
    await grow(text(700));
    await until(() => fromEnd(host) < 2 && !inside(host, '.to-end'), 'the end');
    host.autoscroll = false;
    log(host).scrollTop = 0;
    await painted(host);
    await grow(text(800));
    expect(log(host).scrollTop).to.equal(0);
  });

  it('keeps what is selected, above and in what grows', async () => {
    const host = await shown(long(4));
    const say = async (content: string) => {
      host.fromHandler([...host.value.slice(0, 4), { role: 'assistant', content }]);
      await painted(host);
    };
    await say('# One\n\nA **bold** word');
    const bold = await until(() => inside(host, 'strong')?.firstChild as Text);
    getSelection()!.setBaseAndExtent(bold, 0, bold, 4);
    await say('# One\n\nA **bold** word, and more\n\nthan that');
    const selection = getSelection() as Selection & { getComposedRanges?(options: object): StaticRange[] };
    const [range] = selection.getComposedRanges?.({ shadowRoots: [host.shadowRoot] }) ?? [];
    expect([range!.startContainer, range!.startOffset, range!.endOffset]).to.deep.equal([bold, 0, 4]);
    expect(bold.isConnected).to.equal(true);
  });

  it('shows what is not closed yet, as it comes', async () => {
    const host = await shown([]);
    const text =
      'A *b*\n\n```js\nlet a = 1;\n```\n\n<details><summary>s</summary>\n\nx\n\n</details> **end**';
    for (let end = 1; end <= text.length; end += 3) {
      host.fromHandler([{ role: 'assistant', content: text.slice(0, end) }]);
      await host.updateComplete;
    }
    host.fromHandler([{ role: 'assistant', content: text }]);
    await until(
      () =>
        inside(host, 'details summary')?.textContent === 's' &&
        inside(host, 'pre')?.textContent === 'let a = 1;\n',
    );
    expect(host.message).to.equal('');
  });

  it('has screen readers hear an answer once, when it is there', async () => {
    const host = await shown([{ role: 'user', content: 'q' }]);
    const heard: string[] = [];
    const watch = new MutationObserver(() => {
      const words = document.querySelector('.riv-announcements')?.textContent;
      if (words && heard.at(-1) !== words) heard.push(words);
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    for (const content of ['An', 'An answer', 'An answer.']) {
      host.status = { stage: 'generating', show: 'full', since: 1 };
      host.fromHandler(content);
      await painted(host);
    }
    expect(inside(host, '.log')!.getAttribute('aria-live')).to.equal('off');
    expect(inside(host, 'article[aria-busy]')).to.not.equal(null);
    host.status = { stage: 'complete', show: 'full', since: 1 };
    await until(() => heard.includes('Chatbot: An answer.'));
    watch.disconnect();
    expect(heard.filter((words) => !/: (working|done)$/.test(words))).to.deep.equal(['Chatbot: An answer.']);
    expect(inside(host, 'article[aria-busy]')).to.equal(null);
  });

  it('shows that it waits, and keeps what came of a run that was stopped', async () => {
    const host = await shown([{ role: 'user', content: 'q' }]);
    host.status = { stage: 'pending', show: 'full', since: 1 };
    await until(() => !inside(host, '.dots')!.hidden);
    host.fromHandler('half an');
    host.status = { stage: 'complete', show: 'full', since: 1 };
    await until(() => inside(host, '.dots')!.hidden);
    expect(saidIn(host)).to.deep.equal(['user: q', 'assistant: half an']);
  });
});

describe('a Chatbot of much', () => {
  afterEach(clearPage);

  it('shows 10 000 messages: the last at once, the others without a long task', async () => {
    const host = new rv.Chatbot({ value: long(10_000) });
    await mount(host);
    await until(() => inside(host, '.log'));
    expect(saidIn(host).length, 'messages at once').to.be.below(1000);
    expect(saidIn(host).at(-1)).to.match(/Answer 9999\. one two$/);
    await until(() => inside(host, '.list')!.querySelectorAll('article').length > 1000, 'all of them', 25);
    await painted(host);
    expect(fromEnd(host)).to.be.below(60);
    const spent: number[] = [];
    for (let at = 0; at < 10; at++) {
      const begin = performance.now();
      host.fromHandler([...host.value.slice(0, -1), { role: 'assistant', content: text(at + 2) }]);
      await frame();
      await host.updateComplete;
      spent.push(performance.now() - begin);
    }
    expect(Math.min(...spent), 'ms with a frame for a token').to.be.below(60);
  });

  it('draws the first of many messages when the reader comes near', async () => {
    const host = await shown(long(600));
    log(host).scrollTop = 0;
    await until(() => inside(host, '.chunk:first-child article:nth-child(2) li'), 'the first, drawn', 20);
    expect(saidIn(host)[0]).to.equal('user: Question 0');
  });

  it('shows 1 MB in one message as it is, and says so', async () => {
    const host = await mount(
      new rv.Chatbot({
        value: [{ role: 'assistant', content: `# A\n${'a line of words\n'.repeat(65_600)}` }],
      }),
    );
    await until(() => inside(host, '.note'), 'a note', 10);
    expect(inside(host, '.note')!.textContent).to.match(
      /^The text is shown as it is: it has 1,049,604 characters/,
    );
    expect(inside(host, '.prose.raw')!.textContent).to.contain('a line of words\na line of words');
    host.value = [{ role: 'assistant', content: '*short*' }];
    await until(() => inside(host, 'em'));
  });

  it('draws a long message in turns, between which the page goes on', async () => {
    const content = `${'A paragraph of *some* words, with `code` in it.\n\n'.repeat(2000)}**last**`;
    const host = await mount(new rv.Chatbot({ value: [{ role: 'assistant', content: '*warm*' }] }));
    await until(() => inside(host, 'em'));
    host.value = [{ role: 'assistant', content }];
    let turns = 0;
    await until(() => (turns++, inside(host, 'strong')?.textContent === 'last'), 'its end', 25);
    expect(turns, 'frames meanwhile').to.be.above(3);
    expect(inside(host, '.prose')!.children).to.have.length(2001);
  });
});
