import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pixels } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

/** How bright the picture is in the row of a tone, at its right: 0 to 255. */
function brightness({ data, width, height }: ImageData, hertz: number): number {
  const y = Math.round((1 - Math.log(hertz / 80) / Math.log(7600 / 80)) * (height - 1));
  return data[(y * width + width - 4) * 4]!;
}

const check: Check = async (page) => {
  // A microphone that hears a tone of 1 kHz.
  const { AudioContext, MediaStreamAudioDestinationNode, OscillatorNode } = page.window;
  const context = new AudioContext();
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const tone = new OscillatorNode(context, { frequency: 1000 });
  tone.connect(destination);
  tone.start();
  page.window.navigator.mediaDevices.getUserMedia = async () => destination.stream;

  const microphone = await page.find('riv-audio');
  const picture = await page.find('riv-image');
  await page.press('Record');
  await until(async () => {
    const image = await pixels(picture);
    return image && brightness(image, 1000) > 200;
  }, 'a bright line where the tone is');
  const image = (await pixels(picture))!;
  expect([image.width, image.height]).to.deep.equal([500, 360]);
  expect(brightness(image, 400), 'an octave lower').to.be.below(100);
  expect(brightness(image, 2600), 'higher').to.be.below(100);
  await page.press('Stop');
  await until(() => microphone.streamState === 'closed', 'the end');
  await context.close();
};

export default check;
