import { expect } from '@esm-bundle/chai';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { type ToastRegion, installToasts } from '../../../src/app/toast-region.ts';
import type { RivToasts } from '../../../src/components/toasts/toasts.ts';
import type { Toast } from '../../../src/shared/port.ts';
import { until } from '../../helpers/wait.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { clearPage } from '../../helpers/page.ts';

const say = (from: EventTarget, toast: Partial<Toast>): boolean =>
  from.dispatchEvent(
    new CustomEvent('riv-toast', {
      detail: { level: 'info', message: 'Hello', ...toast },
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );

describe('toasts', () => {
  let app: HTMLElement;
  let toasts: ToastRegion;
  const cards = (): HTMLElement[] => [
    ...(toasts.element?.shadowRoot?.querySelectorAll<HTMLElement>('.toast') ?? []),
  ];
  const texts = (): string[] => cards().map((card) => card.innerText.replace(/\s+/g, ' ').trim());

  beforeEach(() => {
    app = document.createElement('section');
    app.innerHTML = '<button>Run</button>';
    document.body.append(app);
    toasts = installToasts(app);
  });
  afterEach(() => {
    toasts.remove();
    clearPage();
  });

  it('[C55] shows a toast of each level with its heading, newest on top', async () => {
    for (const level of ['info', 'warning', 'success', 'error'] as const)
      say(app, { level, message: `m ${level}` });
    await until(() => cards().length === 4);
    expect(texts()).to.deep.equal(['Error m error', 'Success m success', 'Warning m warning', 'Info m info']);
    say(app, { title: 'Look', message: 'here' });
    await until(() => texts()[0] === 'Look here');
  });

  it('do not cover what they are about, nor where the reader is', async () => {
    const place = (style: string) => {
      const element = document.createElement('button');
      element.style.cssText = `position: fixed; right: 0; width: 300px; height: 60px; ${style}`;
      app.append(element);
      return element;
    };
    const [high, low] = [place('top: 0'), place('bottom: 0')];
    const covers = (element: Element) => {
      const [card, other] = [cards()[0]!, element].map((each) => each.getBoundingClientRect());
      return card!.top < other!.bottom && card!.bottom > other!.top;
    };
    say(high, {});
    await until(() => cards().length === 1);
    expect([covers(high), covers(low)]).to.deep.equal([false, true]);
    toasts.dismiss();
    await until(() => cards().length === 0);
    say(low, {});
    await until(() => cards().length === 1);
    expect(covers(low)).to.equal(false);
    toasts.dismiss();
    await until(() => cards().length === 0);
    high.focus();
    say(app, {});
    await until(() => cards().length === 1);
    expect(covers(high)).to.equal(false);
  });

  it('tells the sender that it is shown, and leaves alone what is shown already', async () => {
    const ofPage = () => document.querySelector('body > riv-toasts');
    expect(say(app.firstElementChild as Element, {})).to.equal(false);
    await until(() => cards().length === 1);
    expect(ofPage()).to.equal(null);
    expect(say(document, { message: 'from nowhere' })).to.equal(false);
    await until(ofPage);
    ofPage()!.remove();
  });

  it('does not show what was taken back before it could be shown', async () => {
    const source = {};
    say(app, { source, message: 'old' });
    app.dispatchEvent(new CustomEvent('riv-toast-dismiss', { detail: { source }, bubbles: true }));
    say(app, { source, message: 'new' });
    await until(() => cards().length > 0);
    expect(texts()).to.deep.equal(['Info new']);
  });

  it('shows markup as text', async () => {
    say(app, { message: '<img src=x onerror=alert(1)>' });
    await until(() => cards().length === 1);
    expect(texts()[0]).to.equal('Info <img src=x onerror=alert(1)>');
  });

  it('[C54] takes a toast away after its duration', async () => {
    say(app, { duration: 0.2, message: 'short' });
    say(app, { message: 'usual' });
    await until(() => cards().length === 2);
    await until(() => cards().length === 1);
    expect(texts()).to.deep.equal(['Info usual']);
    const timer = cards()[0]?.querySelector('.timer') as HTMLElement;
    expect(getComputedStyle(timer).animationDuration).to.equal('10s');
  });

  it('keeps a toast whose duration is longer than timers can wait', async () => {
    for (const duration of [Number.POSITIVE_INFINITY, 2_147_484, -1])
      say(app, { duration, message: `${duration}` });
    say(app, { duration: 0.2, message: 'short' });
    await until(() => cards().length === 4);
    await until(() => cards().length === 3);
    expect(texts()).to.deep.equal(['Info -1', 'Info 2147484', 'Info Infinity']);
  });

  it('[C56] keeps a toast without a duration until it is closed', async () => {
    say(app, { duration: null, message: 'a' });
    say(app, { duration: 0, message: 'b' });
    await until(() => cards().length === 2);
    expect(cards().map((card) => card.querySelector('.timer'))).to.deep.equal([null, null]);
    cards()[0]?.querySelector('button')?.click();
    await until(() => cards().length === 1);
    expect(texts()).to.deep.equal(['Info a']);
  });

  it('counts a text that comes again', async () => {
    for (let i = 0; i < 30; i += 1) say(app, { level: 'error', message: 'again' });
    await until(() => cards().length > 0);
    expect(texts()).to.deep.equal(['Error ×30 again']);
  });

  it('[C156] is a polite live region that is there before its text, and closes by keyboard', async () => {
    const button = app.querySelector('button') as HTMLElement;
    button.focus();
    say(app, { message: 'first' });
    say(app, { message: 'second' });
    await until(() => toasts.element);
    const region = toasts.element as RivToasts;
    await region.updateComplete;
    const list = region.shadowRoot?.querySelector('[role=status]') as HTMLElement;
    expect(list.getAttribute('aria-live')).to.equal('polite');
    expect(list.innerText.trim()).to.equal('');
    await until(() => cards().length === 2);
    expect(await axeProblems(document.body)).to.deep.equal([]);
    cards()[0]?.querySelector('button')?.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => cards().length === 1);
    expect(texts()).to.deep.equal(['Info first']);
    await until(() => region.shadowRoot?.activeElement?.localName === 'button');
    await sendKeys({ press: 'Enter' });
    await until(() => cards().length === 0);
    expect(document.activeElement).to.equal(button);
  });

  it('holds the time while the pointer is on it', async () => {
    say(app, { duration: 0.4, message: 'read me' });
    say(app, { duration: 0.4, message: 'other' });
    await until(() => cards().length === 2);
    const box = (cards()[1] as HTMLElement).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(box.x + 40), Math.round(box.y + 20)] });
    await until(() => cards().length === 1);
    expect(texts()).to.deep.equal(['Info read me']);
    expect(getComputedStyle(cards()[0]?.querySelector('.timer') as Element).animationPlayState).to.equal(
      'paused',
    );
    await sendMouse({ type: 'move', position: [1, 1] });
    await until(() => cards().length === 0);
  });

  it('takes the toasts of a source away when its next run begins', async () => {
    const source = {};
    say(app, { source, message: 'old' });
    say(app, { message: 'other' });
    await until(() => cards().length === 2);
    app.dispatchEvent(new CustomEvent('riv-toast-dismiss', { detail: { source }, bubbles: true }));
    await until(() => cards().length === 1);
    expect(texts()).to.deep.equal(['Info other']);
  });

  it('is in the top layer, at the right of the window', async () => {
    say(app, { message: 'above' });
    await until(() => cards().length === 1);
    const box = (cards()[0] as HTMLElement).getBoundingClientRect();
    expect(document.elementFromPoint(box.x + 60, box.y + 20) === toasts.element).to.equal(true);
    expect(toasts.element?.matches(':popover-open')).to.equal(true);
    expect(innerWidth - box.right).to.be.within(0, 40);
  });

  it('of several apps stand one above the other, and close up', async () => {
    const other = document.createElement('section');
    document.body.append(other);
    const more = installToasts(other);
    const card = () => more.element?.shadowRoot?.querySelector<HTMLElement>('.toast');
    const place = (each: Element) => each.getBoundingClientRect();
    for (const from of [app, other]) say(from, { duration: null });
    const [first, second] = await until(() => cards()[0] && card() && [cards()[0]!, card()!]);
    await until(() => place(first!).bottom < place(second!).top || place(second!).bottom < place(first!).top);
    expect(Math.abs(place(first!).top - place(second!).top)).to.be.below(place(first!).height + 20);
    const { top } = place(second!);
    second!.querySelector<HTMLElement>('[aria-label=Close]')!.click();
    await until(() => Math.abs(place(first!).top - top) < 2);
    more.remove();
  });

  it('takes the whole width of a narrow window', async () => {
    await setViewport({ width: 400, height: 700 });
    say(app, {});
    await until(() => cards().length === 1);
    expect(cards()[0]?.getBoundingClientRect().width).to.be.within(400 - 40, 400);
    await setViewport({ width: 800, height: 600 });
  });
});
