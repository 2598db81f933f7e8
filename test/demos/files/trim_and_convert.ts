import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { buttons, pick, type Component } from '../../helpers/pages.ts';
import { once, until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const inputs = [...page.document.querySelectorAll<Component>('[slot="input"]')];
  const [film, sound] = [...page.document.querySelectorAll<Component>('[slot="output"]')] as [
    Component,
    Component,
  ];
  const [, from, to, format] = inputs as [Component, Component, Component, Component];

  // Two seconds of the six, as WebM.
  Object.assign(from, { value: 1 });
  Object.assign(to, { value: 3 });
  await page.press('Submit');
  const webm = await until(() => (film.value ? film.toBlob() : null), 'the WebM', 25);
  expect(webm.type).to.match(/^video\/webm/);
  expect(await duration('video', webm)).to.be.closeTo(2, 0.1);

  // A start behind the end: the run says so.
  Object.assign(to, { value: null });
  for (const [start, name] of [
    [98, 'webm'],
    [99, 'wav'],
  ] as const) {
    pick(format, name);
    Object.assign(from, { value: start });
    await page.press('Submit');
    const words = new RegExp(`ends before second ${start}`);
    await until(() => words.test(JSON.stringify(film.status)), `words for ${name}`, 25);
  }
  Object.assign(from, { value: 1 });

  // Stop while ffmpeg is at work; Submit is back, and the next run gets through.
  Object.assign(to, { value: null });
  pick(format, 'mp4');
  await page.press('Submit');
  await until(() => /Writing mp4/.test(JSON.stringify(film.status)), 'ffmpeg at work', 25);
  await page.press('Stop');
  await until(() => buttons(page.document).some((each) => each.textContent?.trim() === 'Submit'), 'Submit');
  expect(film.value).to.not.equal(null);

  pick(format, 'wav');
  await page.press('Submit');
  const wav = await until(() => (sound.value ? sound.toBlob() : null), 'the WAV', 25);
  expect(await duration('audio', wav)).to.be.closeTo(5, 0.1);
  expect([film.checkVisibility(), sound.checkVisibility()]).to.deep.equal([false, true]);

  // A film of odd size, as window recordings are, which H.264 does not take as it is.
  Object.assign(inputs[0]!, { value: await oddFilm() });
  Object.assign(from, { value: 0 });
  pick(format, 'mp4');
  await page.press('Submit');
  const mp4 = await until(() => (film.value && film.checkVisibility() ? film.toBlob() : null), 'the MP4', 25);
  expect(mp4.type).to.match(/^video\/mp4/);
  expect(await duration('video', mp4)).to.be.above(0.1);
};

/** A WebM of 161×91. */
async function oddFilm(): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [161, 91];
  const context = canvas.getContext('2d')!;
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm;codecs=vp8' });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const over = once(recorder, 'stop');
  recorder.start();
  for (let frame = 0; frame < 15; frame++) {
    context.fillStyle = `hsl(${frame * 20} 80% 50%)`;
    context.fillRect(0, 0, 161, 91);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  recorder.stop();
  await over;
  return new Blob(parts, { type: 'video/webm' });
}

/** Seconds that a file plays. */
async function duration(kind: 'audio' | 'video', file: Blob): Promise<number> {
  const player = document.createElement(kind);
  player.src = URL.createObjectURL(file);
  await once(player, 'loadedmetadata');
  URL.revokeObjectURL(player.src);
  return player.duration;
}

export default check;
