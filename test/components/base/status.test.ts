import { expect } from '@esm-bundle/chai';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { canEmulateMedia } from '../../helpers/media-features.ts';
import { RivLabel } from '../../../src/components/label/label.ts';
import type { RivStatus } from '../../../src/components/status/status.ts';
import '../../../src/components/status/status.ts'; // it comes with the first run: here it is there from the start
import {
  countSteps,
  describeProgress,
  measure,
  progressOf,
  short,
  firstSentence,
} from '../../../src/components/status/words.ts';
import type { Status } from '../../../src/shared/port.ts';
import { until } from '../../helpers/wait.ts';
import { axeProblems } from '../../helpers/axe.ts';
import { clearPage, mount } from '../../helpers/page.ts';

const pending = (more: Partial<Status> = {}): Status => ({
  stage: 'pending',
  show: 'full',
  since: performance.now(),
  ...more,
});

/** An output that shows `status`, and what it shows of it. */
async function showing(
  status: Status,
  options: object = {},
): Promise<{ output: RivLabel; part(selector: string): HTMLElement | null }> {
  const output = await mount(new RivLabel({ label: 'Animal', value: 'cat', ...options }));
  output.status = status;
  await output.updateComplete;
  const shown = output.shadowRoot?.querySelector('riv-status') as RivStatus;
  await shown?.updateComplete;
  return { output, part: (selector) => shown?.shadowRoot?.querySelector(selector) ?? null };
}

const text = (element: HTMLElement | null): string => element?.textContent?.trim() ?? '';
const announced = (): string => document.querySelector('.riv-announcements')?.textContent ?? '';

describe('riv-status', () => {
  afterEach(clearPage);

  it('[C58] says how far the run is and fills the bar that far', async () => {
    const { part } = await showing(pending({ progress: [{ fraction: 0.5, desc: 'Half' }] }));
    expect(text(part('[part=progress]'))).to.equal('Half - 50.0%');
    const line = part('[role=progressbar]') as HTMLElement;
    expect(line.getAttribute('aria-valuenow')).to.equal('50');
    expect(line.getAttribute('aria-label')).to.equal('Progress'); // not the name of the control that it stands on
    const fill = line.firstElementChild as HTMLElement;
    await Promise.all(fill.getAnimations().map((animation) => animation.finished));
    expect(fill.getBoundingClientRect().width / line.getBoundingClientRect().width).to.be.closeTo(0.5, 0.01);
  });

  it('[C58] counts steps, and shows a spinner where the progress is unknown', async () => {
    const steps = await showing(pending({ progress: [{ fraction: null, index: 3, length: 10 }] }));
    expect(text(steps.part('[part=time]'))).to.match(/^3\/10 steps · \d\.\d s$/);
    expect(steps.part('.spinner')).to.equal(null);
    const busy = await showing(pending({ progress: [{ fraction: null }] }));
    expect(busy.part('.spinner')).to.not.equal(null);
    expect(busy.part('[role=progressbar]')?.hasAttribute('aria-valuenow')).to.equal(false);
  });

  it('[C59] joins nested levels, the innermost drives the bar', () => {
    const status = pending({
      progress: [
        { fraction: null, index: 1, length: 4, desc: 'Epochs' },
        { fraction: null, index: 0, length: 8, unit: 'batches' },
      ],
    });
    expect(describeProgress(status)).to.equal('Epochs - 25.0% / 0.0%');
    expect(countSteps(status)).to.equal('0/8 batches');
    expect(progressOf(status)).to.equal(0);
  });

  it('[C60] shows the time gone, and of how much where that is known, with one decimal', async () => {
    expect(measure(pending(), 1.23)).to.equal('1.2 s');
    expect(measure(pending({ eta: 3.4 }), 1.23)).to.equal('1.2/3.4 s');
    const { part } = await showing(pending({ since: performance.now() - 1700, eta: 3.4 }));
    expect(text(part('[part=time]'))).to.match(/^1\.[78]\/3\.4 s$/);
    await until(() => text(part('[part=time]')).startsWith('1.9'));
  });

  it('shows the place in the queue in place of the expected time', () => {
    expect(measure(pending({ eta: 3, queue: { position: 2, size: 1500 } }), 0)).to.equal(
      'queue: 2/1.5k · 0.0 s',
    );
    expect([short(999), short(1000), short(3_400_000)]).to.deep.equal(['999', '1k', '3.4M']);
  });

  it('[C61] shows only text when minimal, nothing when hidden', async () => {
    const minimal = await showing(pending({ show: 'minimal' }));
    expect(minimal.part('[part=time]')).to.not.equal(null);
    expect(minimal.part('[part=line]')).to.equal(null);
    const hidden = await showing(pending({ show: 'hidden' }));
    expect(hidden.part('*:not(style)')).to.equal(null);
  });

  it('never covers or moves what is shown', async () => {
    const { output, part } = await showing({ stage: 'idle', show: 'full' });
    const heading = output.shadowRoot?.querySelector('[part=heading]') as HTMLElement;
    const before = heading.getBoundingClientRect();
    for (const stage of ['pending', 'generating', 'complete'] as const) {
      output.status = pending({ stage });
      await output.updateComplete;
      const after = heading.getBoundingClientRect();
      expect([after.x, after.y, after.height]).to.deep.equal([before.x, before.y, before.height]);
      const top = output.shadowRoot?.elementFromPoint(
        before.x + before.width / 2,
        before.y + before.height / 2,
      );
      expect(top).to.equal(heading);
      expect(part('.empty')).to.equal(null);
    }
  });

  it('[C127] has a sheen only before the first value, and a border while it yields', async () => {
    const { output, part } = await showing(pending(), { value: null });
    expect(part('.empty')).to.not.equal(null);
    output.fromHandler('dog');
    output.status = pending({ stage: 'generating' });
    await until(() => part('.generating'));
    expect(part('.empty')).to.equal(null);
  });

  it('[C54] tells an error in one sentence, folds the rest, and can be dismissed by keyboard', async () => {
    const message = 'The model cannot be read. It answered 404.\nat load (model.js:3)';
    const { output, part } = await showing({
      stage: 'error',
      show: 'full',
      error: { name: 'AssetError', message },
    });
    expect(text(part('.what > strong'))).to.equal('Error');
    expect(part('.what')?.innerText).to.contain('The model cannot be read.').and.not.contain('404');
    expect(text(part('details pre'))).to.equal(`AssetError: ${message}`);
    expect(await axeProblems(output)).to.deep.equal([]);
    (part('button') as HTMLButtonElement).focus();
    const { value } = output;
    await sendKeys({ press: 'Enter' });
    await output.updateComplete;
    expect(output.status.stage).to.equal('idle');
    expect(part('[part=error]')).to.equal(null);
    expect(output.value).to.equal(value);
  });

  it('splits a message after its first sentence', () => {
    expect(firstSentence('One.')).to.deep.equal({ sentence: 'One.', rest: '' });
    expect(firstSentence('It is 3.5 m. Too long.')).to.deep.equal({
      sentence: 'It is 3.5 m.',
      rest: 'It is 3.5 m. Too long.',
    });
  });

  if (canEmulateMedia)
    it('stands still when less motion is preferred', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const { part } = await showing(pending());
      expect((part('.pending') as HTMLElement).getAnimations({ subtree: true })).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

  it('tells screen readers of a long run once, and not of a short one', async () => {
    const heard: string[] = [];
    const long = pending({ since: performance.now() - 1500 });
    const first = await showing(long, { label: 'Plant' });
    await showing(long, { label: 'Plant' });
    const short = await showing(pending(), { label: 'Plant' });
    short.output.status = { stage: 'complete', show: 'full' };
    const region = document.querySelector('.riv-announcements') as HTMLElement;
    expect(region.getAttribute('role')).to.equal('status');
    const observer = new MutationObserver(() => heard.push(announced()));
    observer.observe(region, { childList: true });
    await until(() => [...heard, announced()].includes('Plant: working'));
    if (heard.length === 0) heard.push(announced());
    first.output.status = { stage: 'complete', show: 'full' };
    await until(() => announced() === 'Plant: done');
    observer.disconnect();
    expect(heard.filter((text) => text.startsWith('Plant'))).to.deep.equal(['Plant: working', 'Plant: done']);
  });

  it('has screen readers hear of a failure that it tells, once, and not of one that a toast tells', async () => {
    const heard: string[] = [];
    const since = performance.now();
    const failed = (message: string, shownBy?: 'toast' | 'another'): Status => ({
      stage: 'error',
      show: 'full',
      since,
      error: { name: 'Error', message, shownBy },
    });
    const first = await showing(failed('It rains. Take a coat.'), { label: 'Weather' });
    await showing(failed('It rains. Take a coat.', 'another'), { label: 'Weather' });
    await showing(failed('By toast', 'toast'), { label: 'Weather' });
    const region = document.querySelector('.riv-announcements') as HTMLElement;
    const observer = new MutationObserver(() => heard.push(announced()));
    observer.observe(region, { childList: true });
    heard.push(announced());
    await until(() => heard.includes('Weather: It rains.'));
    first.output.value = 'dog';
    await first.output.updateComplete;
    await until(() => announced() === '');
    observer.disconnect();
    expect(heard.filter((text) => text.startsWith('Weather'))).to.deep.equal(['Weather: It rains.']);
  });

  for (const scheme of ['light', 'dark']) {
    it(`has no problem that axe finds, in every stage (${scheme})`, async () => {
      document.body.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      await showing(pending({ progress: [{ fraction: 0.2, desc: 'Step' }] }));
      await showing(pending(), { value: null });
      await showing(pending({ stage: 'generating' }));
      await showing({ stage: 'error', show: 'full', error: { name: 'Error', message: 'No.' } });
      await Promise.all(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
          .map(({ finished }) => finished),
      );
      expect(await axeProblems(document.body)).to.deep.equal([]);
      document.body.removeAttribute('style');
    });
  }
});
