import { expect } from '@esm-bundle/chai';
import type { Check } from '../demos.test.ts';
import { samples } from '../helpers/models.ts';
import { follow, pixels, until } from '../helpers/pages.ts';

const check: Check = async (page) => {
  const [model, microphone, now, plot] = [
    await page.find('#model'),
    await page.find('riv-audio'),
    await page.find('riv-label'),
    await page.find('riv-image'),
  ];
  expect(model.value).to.match(/^https:.*\.onnx$/);
  const folder = await samples();
  if (!folder) return;
  model.value = `${folder}models/silero-vad-16k.onnx`;

  // A microphone that hears the recording of somebody who speaks.
  const { AudioContext, AudioBufferSourceNode, MediaStreamAudioDestinationNode } = page.window;
  const context = new AudioContext();
  const file = await (await fetch(`${folder}media/speech-16k.wav`)).arrayBuffer();
  const source = new AudioBufferSourceNode(context, {
    buffer: await context.decodeAudioData(file),
    loop: true,
  });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  source.connect(destination);
  page.window.navigator.mediaDevices.getUserMedia = async () => {
    source.start();
    return destination.stream;
  };

  const seen = follow(now);
  await page.press('Record');
  const speech = () => seen.map(({ value }) => (value as { Speech: number }).Speech);
  await until(
    () => speech().some((share) => share > 0.9) && speech().some((share) => share < 0.3),
    'a voice',
    20,
  );
  const { data, width, height } = (await pixels(plot))!;
  expect([width, height]).to.deep.equal([640, 420]);
  const orange = data.filter((red, at) => at % 4 === 0 && red > 200 && data[at + 2]! < 90);
  expect(orange.length, 'pixels of the line').to.be.above(100);
  await page.press('Stop');
  await until(() => microphone.streamState === 'closed', 'the end');
  await context.close();
};

export default check;
