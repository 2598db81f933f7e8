import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { soundOf } from '../../helpers/media/demo-sound.ts';
import { until } from '../../helpers/wait.ts';

/** How often a sound goes from below to above zero in a second. */
function hertzOf({ sampleRate, channels }: NonNullable<ReturnType<typeof soundOf>>): number {
  const [channel] = channels;
  const crossings = channel!.reduce(
    (count, level, n) => count + Number(n > 0 && channel![n - 1]! < 0 && level >= 0),
    0,
  );
  return (crossings * sampleRate) / channel!.length;
}

const check: Check = async (page) => {
  const sound = await page.find('riv-audio');
  let plays = 0;
  sound.addEventListener('play', () => plays++);
  await page.press('A');
  const a = await until(() => soundOf(sound, 48_000), 'a second of A');
  expect(hertzOf(a)).to.be.closeTo(440, 3);
  await until(() => plays > 0, 'the sound');
  page.window.dispatchEvent(new page.window.KeyboardEvent('keydown', { key: 'a' }));
  await until(() => {
    const c = soundOf(sound, 48_000);
    return c && Math.abs(hertzOf(c) - 261.6) < 3;
  }, 'the C in its place'); // [C124]
  await page.press('Improvise');
  await until(() => sound.status.stage === 'generating', 'the improvisation');
  const length = () => (sound.value as ReturnType<typeof soundOf>)?.channels[0]?.length ?? 0;
  await until(() => length() > 60_000 && length() !== 48_000, 'some of it');
  await page.press('Stop');
  await until(() => sound.status.stage !== 'generating', 'its end');
  expect(length(), 'what came stays').to.be.greaterThan(60_000); // [C123]
};

export default check;
