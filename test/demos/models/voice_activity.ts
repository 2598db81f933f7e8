import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { fixture } from '../../helpers/fixtures.ts';
import { follow, pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [microphone, now, plot] = [
    await page.find('riv-audio'),
    await page.find('riv-label'),
    await page.find('riv-image'),
  ];
  const licence = page.document.querySelector<HTMLAnchorElement>('header p a')!;
  expect(await (await fetch(licence.href)).text())
    .to.include('MIT License')
    .and.to.include('Silero Team');

  // A microphone that hears the recording of somebody who speaks.
  const { AudioContext, AudioBufferSourceNode, MediaStreamAudioDestinationNode } = page.window;
  const context = new AudioContext();
  const file = await (await fixture('speech.wav')).arrayBuffer();
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
