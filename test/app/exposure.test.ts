import { expect } from '@esm-bundle/chai';
import { clearPage } from '../helpers/page.ts';
import { once } from '../helpers/wait.ts';

interface Answer {
  rivulet: string;
  id?: unknown;
  app?: string;
  message?: { type: string; data?: unknown[] };
  result?: unknown;
  error?: { name: string; message: string };
}

const entry = new URL('../../src/index.ts', import.meta.url).href;

/** A frame with an app in it, and what it says. */
function frameWith(exposeTo: string) {
  const frame = document.createElement('iframe');
  const answers: Answer[] = [];
  const waiting = new Set<() => void>();
  const listen = ({ source, data }: MessageEvent<Answer>) => {
    if (source !== frame.contentWindow) return;
    answers.push(data);
    for (const look of waiting) look();
  };
  window.addEventListener('message', listen);
  frame.srcdoc = `<script type="module" src="${entry}"></script>
    <riv-interface id="app" expose-to="${exposeTo}"><riv-number slot="input"></riv-number><riv-number slot="output"></riv-number>
    <script type="handler">
      export default async function* count(n) {
        if (n < 0) throw new RangeError('less than nothing');
        for (let i = 1; i <= n; i++) { yield i; await new Promise((resolve) => setTimeout(resolve, 5)); }
      }
    </script></riv-interface>`;
  document.body.append(frame);
  return {
    frame,
    answers,
    stop: () => window.removeEventListener('message', listen),
    send: (message: object) => frame.contentWindow?.postMessage(message, '*'),
    heard: (rivulet: string, id?: unknown) =>
      new Promise<Answer>((resolve) => {
        const look = () => {
          const found = answers.find((answer) => answer.rivulet === rivulet && answer.id === id);
          if (found) waiting.delete(look);
          if (found) resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

describe('an exposed app in a frame', () => {
  afterEach(clearPage);

  it('answers predict, submit and cancel of the page around it', async () => {
    const { send, heard, answers, stop } = frameWith(location.origin);
    expect(await heard('ready')).to.deep.equal({ rivulet: 'ready', app: 'app' });
    send({ rivulet: 'predict', id: 1, apiName: 'default', inputs: [3] });
    expect((await heard('result', 1)).result).to.deep.equal([3]);

    send({ rivulet: 'submit', id: 'two', apiName: 'default', inputs: [2], app: 'app' });
    await heard('end', 'two');
    const data = answers.flatMap(({ id, message }) =>
      id === 'two' && message?.type === 'data' ? [message.data] : [],
    );
    expect(data).to.deep.equal([[1], [2]]);

    send({ rivulet: 'submit', id: 3, apiName: 'default', inputs: [1e6] });
    await heard('message', 3);
    send({ rivulet: 'cancel', id: 3 });
    expect((await heard('error', 3)).error?.name).to.equal('AbortError');

    send({ rivulet: 'predict', id: 4, apiName: 'default', inputs: [-1] });
    expect((await heard('error', 4)).error?.message).to.contain('less than nothing');
    send({ rivulet: 'predict', id: 5, apiName: 'paint' });
    expect((await heard('error', 5)).error?.message).to.contain('"paint"');
    stop();
  });

  it('says nothing to a page of another origin', async () => {
    const { frame, send, answers, stop } = frameWith('https://elsewhere.example');
    await once(frame, 'load');
    await (frame.contentDocument?.getElementById('app') as HTMLElement & { ready: Promise<void> }).ready;
    send({ rivulet: 'predict', id: 1, apiName: 'default', inputs: [3] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answers).to.deep.equal([]);
    stop();
  });
});
