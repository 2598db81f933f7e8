import { expect } from '@esm-bundle/chai';
import type { RivChatInterface } from '../../../src/app/chat/chat-interface.ts';
import type { Message } from '../../../src/components/chatbot/messages.ts';
import * as rv from '../../../src/index.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import { pageWith } from '../../helpers/app.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { enter, lastSaid, pressTool, saidIn, toolOf } from '../../helpers/components/chat.ts';
import { clearPage } from '../../helpers/page.ts';
import { once, until } from '../../helpers/wait.ts';

type Options = ConstructorParameters<typeof rv.ChatInterface>[0];

/** A chat in the page, and the hand of its reader. */
async function chat(options: Options) {
  return handOf(new rv.ChatInterface({ thread: 'main', ...options }).mount());
}

async function handOf(app: RivChatInterface) {
  await app.ready;
  const { chatbot, textbox } = app;
  await chatbot!.updateComplete;
  return {
    app,
    chatbot: chatbot!,
    textbox: textbox!,
    ask: (text: string) => enter(textbox!, text),
    said: () => saidIn(chatbot!),
    last: (words: string | RegExp) => lastSaid(chatbot!, words),
    press: (name: string) => pressTool(chatbot!, name),
    ended: () => until(() => !app.running, 'the end of the answer'),
  };
}

/** Yields `a`, `ab` … until it is stopped. */
async function* letters(message: string, _history: Message[], ctx: HandlerContext) {
  for (let end = 1; end <= 26 && !ctx.signal.aborted; end++) {
    yield `${message}: ${'abcdefghijklmnopqrstuvwxyz'.slice(0, end)}`;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

describe('riv-chat-interface', () => {
  afterEach(clearPage);

  it('asks its handler, in a worker, with the message and those before it', async () => {
    const seen = await chat({
      thread: 'worker',
      fn: (message: string, history: { role: string; content: string }[]) =>
        `${message} after ${history.map(({ role, content }) => `${role}:${content}`).join('|')}`,
    });
    seen.ask('one');
    await seen.last('assistant: one after');
    seen.ask('two');
    await seen.last('assistant: two after user:one|assistant:one after');
    expect(seen.textbox.value).to.equal('');
    const names = [
      seen.textbox.shadowRoot!.querySelector('label')!.textContent,
      toolOf(seen.textbox, 'Send')?.textContent?.trim(),
    ];
    expect(names).to.deep.equal(['Message', 'Send']);
  });

  it('is made by HTML, with parts of one’s own and further inputs', async () => {
    const app =
      await pageWith<RivChatInterface>(`<riv-chat-interface title="Talk" submit-label="Go" thread="main">
      <riv-chatbot slot="chatbot" id="mine" height="200"></riv-chatbot>
      <riv-textbox slot="textbox" label="Say" id="box"></riv-textbox>
      <riv-number slot="additional" label="Times" value="2"></riv-number>
      <script type="handler">export default (message, history, times) => message.repeat(times);</script>
    </riv-chat-interface>`);
    const seen = await handOf(app);
    expect([
      seen.chatbot.id,
      seen.textbox.id,
      app.shadowRoot!.querySelector('h1')!.textContent,
    ]).to.deep.equal(['mine', 'box', 'Talk']);
    enter(seen.textbox, 'ab');
    await seen.last('assistant: abab');
    expect(toolOf(seen.textbox, 'Go')).to.not.equal(null);
    expect(app.querySelectorAll('riv-chatbot, riv-textbox')).to.have.length(2);
  });

  it('takes each yield as the answer so far; a list is several messages', async () => {
    const seen = await chat({
      fn: function* () {
        yield 'one';
        yield [{ role: 'assistant', content: 'thought', metadata: { title: 'T' } }, 'two'];
        yield [
          { content: 'thought', metadata: { title: 'T', status: 'done' } },
          'two',
          { role: 'assistant', content: 'three' },
        ];
      },
    });
    seen.ask('q');
    await seen.last('assistant: three');
    expect(seen.chatbot.value.map(({ role, content }) => `${role}: ${content}`)).to.deep.equal([
      'user: q',
      'assistant: thought',
      'assistant: two',
      'assistant: three',
    ]);
  });

  it('stops within 0.2 s, and keeps what has come', async () => {
    const seen = await chat({ fn: letters });
    seen.ask('x');
    await seen.last(/^assistant: x: abc/);
    await until(() => toolOf(seen.textbox, 'Stop'));
    expect(toolOf(seen.textbox, 'Send')).to.equal(null);
    const began = performance.now();
    toolOf(seen.textbox, 'Stop')!.click();
    await until(() => toolOf(seen.textbox, 'Send'));
    expect(performance.now() - began, 'ms').to.be.below(200);
    const [, kept] = seen.said();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.said()).to.deep.equal(['user: x', kept]);
    expect(kept).to.match(/^assistant: x: abc/);
    expect([seen.chatbot.status.stage, seen.app.running]).to.deep.equal(['complete', false]);
  });

  it('runs again from there after Retry and Edit, and takes the question back by Undo', async () => {
    const asked: unknown[][] = [];
    let count = 0;
    const seen = await chat({
      fn: (message: string, history: Message[]) => {
        asked.push([message, history.length]);
        return `${message} ${++count}`;
      },
    });
    seen.ask('a');
    await seen.last('assistant: a 1');
    seen.ask('b');
    await seen.last('assistant: b 2');
    await seen.press('Retry');
    await seen.last('assistant: b 3');
    await seen.press('Undo');
    await until(() => seen.said().length === 2);
    expect(seen.textbox.value).to.equal('b');
    await seen.ended();
    await seen.press('Edit');
    const box = await until(() => seen.chatbot.shadowRoot!.querySelector('textarea'));
    box.value = 'c';
    await seen.press('Save');
    await seen.last('assistant: c 4');
    expect(seen.said()).to.deep.equal(['user: c', 'assistant: c 4']);
    expect(asked).to.deep.equal([
      ['a', 0],
      ['b', 2],
      ['b', 2],
      ['c', 0],
    ]);
  });

  it('retries in the middle of an answer: the former one is stopped', async () => {
    const seen = await chat({ fn: letters });
    seen.ask('x');
    await seen.last(/^assistant: x: abc/);
    seen.chatbot.dispatchEvent(new CustomEvent('retry', { detail: { index: 0, value: 'x' } }));
    await until(
      () => (seen.said()[1] ?? '').length < 'assistant: x: abc'.length,
      'an answer from the beginning',
    );
    await seen.last(/^assistant: x: ab/);
    expect(seen.said()).to.have.length(2);
  });

  it('keeps what came of a handler that throws, with the error under it, and Retry', async () => {
    let fails = true;
    const seen = await chat({
      fn: function* () {
        yield 'half';
        if (fails) throw new Error('The line is dead');
        yield 'whole';
      },
    });
    const { error } = console;
    console.error = () => undefined;
    seen.ask('q');
    await until(() =>
      seen.chatbot
        .shadowRoot!.querySelector('riv-status')
        ?.shadowRoot?.textContent?.includes('The line is dead'),
    );
    console.error = error;
    expect(seen.said()).to.deep.equal(['user: q', 'assistant: half']);
    fails = false;
    await seen.press('Retry');
    await seen.last('assistant: whole');
    expect(seen.said()).to.have.length(2);
  });

  for (const [triggerMode, expected] of [
    ['once', ['a']],
    ['multiple', ['a', 'b', 'c']],
    ['alwaysLast', ['a', 'c']],
  ] as const)
    it(`takes a second question during an answer as triggerMode says: ${triggerMode}`, async () => {
      const asked: string[] = [];
      let go: () => void = () => undefined;
      const seen = await chat({
        triggerMode,
        fn: async (message: string) => {
          asked.push(message);
          await new Promise<void>((resolve) => (go = resolve));
          return message;
        },
      });
      seen.ask('a');
      await until(() => asked.length === 1);
      seen.ask('b');
      seen.ask('c');
      expect(seen.textbox.value).to.equal(triggerMode === 'once' ? 'c' : '');
      for (const [at, question] of expected.entries()) {
        await until(() => asked.length === at + 1, `the question ${question}`);
        go();
      }
      await seen.last(`assistant: ${expected.at(-1)}`);
      await seen.ended();
      expect(asked).to.deep.equal(expected);
    });

  it('fills further outputs', async () => {
    const label = new rv.Label();
    document.body.append(label);
    const seen = await chat({
      additionalOutputs: [label],
      fn: (message: string) => [[`a ${message}`, 'b'], { cat: 1 }],
    });
    seen.ask('q');
    await seen.last('assistant: b');
    expect(label.value).to.deep.equal({ cat: 1 });
    expect(seen.said()).to.have.length(3);
  });

  it('asks an example, with values of further inputs, and an option', async () => {
    const seen = await chat({
      additionalInputs: [new rv.Number({ label: 'n' })],
      examples: [
        ['Hello', 3],
        ['Bye', null],
      ],
      fn: (message: string, _history: Message[], n: number) => ({
        content: `${message} ${n}`,
        options: [{ value: 'more' }],
      }),
    });
    await seen.press('Hello');
    await seen.last('assistant: Hello 3');
    await seen.press('more');
    await seen.last('assistant: more 3');
  });

  it('asks with files', async () => {
    const seen = await chat({
      multimodal: true,
      fn: async ({ text, files }: { text: string; files: File[] }, history: Message[]) =>
        `${text}: ${files.map(({ name }) => name)} ${history.length}`,
    });
    const file = new File(['a'], 'a.txt', { type: 'text/plain' });
    seen.app.ask({ text: 'see', files: [file] });
    await seen.last('assistant: see: a.txt 0');
    expect(seen.chatbot.value[0]).to.deep.equal({ role: 'user', content: ['see', file] });
    await seen.press('Retry');
    await seen.last('assistant: see: a.txt 0');
    await seen.ended();
    await seen.press('Undo');
    await until(() => seen.said().length === 0);
    expect(seen.textbox.value).to.deep.equal({ text: 'see', files: [file] });
    expect(seen.textbox.localName).to.equal('riv-multimodal-textbox');
  });

  it('does not ask nothing, and says that there is no handler', async () => {
    const { error } = console;
    const told: string[] = [];
    console.error = (...words: unknown[]) => told.push(words.join(' '));
    const seen = await chat({});
    await until(() => told.some((words) => words.includes('<riv-chat-interface> has no handler')));
    console.error = error;
    seen.ask('  ');
    seen.ask('q');
    expect(seen.said()).to.deep.equal([]);
  });

  it('says that a conversation holds what no handler can be given', async () => {
    const seen = await chat({ fn: (message: string) => message });
    seen.chatbot.value = [
      { role: 'assistant', content: { component: 'Label', props: { value: 'a', onclick() {} } } },
    ];
    const { error } = console;
    console.error = () => undefined;
    seen.ask('q');
    await until(() =>
      seen.chatbot.status.error?.message.includes('holds what no handler can be given, in message 1'),
    );
    console.error = error;
    seen.chatbot.value = [];
    seen.ask('r');
    await seen.last('assistant: r');
  });

  it('is driven from script, under its name and as chat, also where it is in no page', async () => {
    const app = new rv.ChatInterface({
      thread: 'main',
      additionalInputs: [new rv.Number({ value: 5 })],
      fn: function* reply(message: string, history: Message[], n: number) {
        yield '…';
        yield `${message} ${history.length} ${n}`;
      },
    });
    expect(await app.predict('chat', ['a'])).to.deep.equal(['a 0 5']);
    expect(await app.predict('/reply', ['b', [{ role: 'user', content: 'x' }], 7])).to.deep.equal(['b 1 7']);
    const seen = await handOf(app.mount());
    const data: unknown[] = [];
    for await (const event of app.submit('chat', ['c'])) if (event.type === 'data') data.push(event.data[0]);
    expect(data).to.deep.equal(['…', 'c 0 5']);
    expect(seen.said()).to.deep.equal([]);
  });

  it('leaves a chatbot to what else writes to it when no answer is on', async () => {
    const seen = await chat({ fn: (message: string) => message });
    seen.ask('a');
    await seen.last('assistant: a');
    await seen.ended();
    seen.chatbot.fromHandler([{ role: 'system', content: 'other' }]);
    await seen.last('system: other');
    const cleared = once(seen.app, 'clear');
    await seen.press('Clear');
    await cleared;
    await until(() => seen.said().length === 0, 'nothing left');
  });

  it('keeps conversations in the browser, and forgets them', async () => {
    const options: Options = {
      saveHistory: true,
      apiName: `kept ${Math.random()}`,
      fn: (message: string) => message.toUpperCase(),
    };
    const first = await chat(options);
    const panel = (app: Element) => app.shadowRoot!.querySelector<HTMLElement>('.history');
    const titles = (app: Element) =>
      [...(panel(app)?.querySelectorAll('.past') ?? [])].map((each) => each.textContent);
    first.ask('one');
    await first.last('assistant: ONE');
    await until(() => titles(first.app).join() === 'one', 'the first kept');
    panel(first.app)!.querySelector<HTMLElement>('.button')!.click();
    await until(() => first.said().length === 0);
    first.ask('two');
    await until(() => titles(first.app).join() === 'two,one', 'both kept');
    first.app.remove();
    const again = await chat(options);
    await until(() => titles(again.app).join() === 'two,one', 'both read');
    panel(again.app)!.querySelectorAll<HTMLElement>('.past')[1]!.click();
    await again.last('assistant: ONE');
    again.ask('more');
    await again.last('assistant: MORE');
    await until(() => titles(again.app).join() === 'one,two', 'the first kept anew');
    for (const title of ['one', 'two'])
      panel(again.app)!.querySelector<HTMLElement>(`[aria-label="Delete ${title}"]`)!.click();
    await until(() => titles(again.app).length === 0 && again.said().length === 0, 'nothing kept');
  });

  it('keeps what was liked', async () => {
    const seen = await chat({
      flagging: 'manual',
      apiName: `flagged ${Math.random()}`,
      fn: (message: string) => message,
    });
    seen.ask('a');
    await seen.last('assistant: a');
    await seen.press('Like');
    await until(() =>
      seen.app.shadowRoot!.querySelector('riv-flags')?.shadowRoot?.textContent?.includes('Flags as CSV (1)'),
    );
  });

  it('works again when it is taken out and put back', async () => {
    const seen = await chat({ fn: (message: string) => message });
    seen.ask('a');
    await seen.last('assistant: a');
    seen.app.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    document.body.append(seen.app);
    await until(() => seen.app.binding && seen.said().length === 2, 'what was said');
    seen.ask('b');
    await seen.last('assistant: b');
    expect(seen.said()).to.have.length(4);
  });

  for (const scheme of ['light', 'dark'])
    it(`has no problem that axe finds (${scheme})`, async () => {
      const page = document.createElement('main');
      page.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      document.body.append(page);
      const app = new rv.ChatInterface({
        thread: 'main',
        title: 'Talk',
        saveHistory: true,
        additionalInputs: ['number'],
        examples: ['a', 'b'],
        fn: (message: string) => message,
      });
      page.append(app);
      const seen = await handOf(app);
      await until(() => app.shadowRoot!.querySelector('.history'));
      expect(await axeProblems(page)).to.deep.equal([]);
      seen.ask('a');
      await seen.last('assistant: a');
      await seen.ended();
      expect(await axeProblems(page)).to.deep.equal([]);
    });
});
