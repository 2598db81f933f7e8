import { expect } from '@esm-bundle/chai';
import { RivAnnotatedImage } from '../../../src/components/annotated-image/annotated-image.ts';
import { RivAudio } from '../../../src/components/audio/audio.ts';
import { RivImage } from '../../../src/components/image/image.ts';
import { RivVideo } from '../../../src/components/video/video.ts';
import type { Toast } from '../../../src/shared/port.ts';
import * as rv from '../../../src/index.ts';
import { fakeCamera, fakeMicrophone } from '../../../src/testing/index.ts';
import { refuse } from '../../helpers/media/camera.ts';
import { press } from '../../helpers/press.ts';
import { until } from '../../helpers/wait.ts';
import { clearPage } from '../../helpers/page.ts';

const junk = (type: string) => new File([new Uint8Array(300).fill(7)], 'junk', { type });
const NOWHERE = '/nowhere.bin';

/** The toasts about an element, as they come. */
function toastsOf(element: HTMLElement): Toast[] {
  const toasts: Toast[] = [];
  element.addEventListener('riv-toast', (event) => toasts.push((event as CustomEvent<Toast>).detail));
  return toasts;
}

/** The errors that an element hands to the page, as they come. */
function errorsOf(element: HTMLElement): Error[] {
  const errors: Error[] = [];
  element.addEventListener('error', ((event: CustomEvent<{ error: Error }>) =>
    errors.push(event.detail.error)) as unknown as EventListener);
  return errors;
}

/** All that is to be read in an element, with what is in its parts. */
function words(root: Node): string {
  if (root instanceof HTMLStyleElement) return '';
  const shadow = root instanceof Element ? root.shadowRoot : null;
  return root instanceof Text ? root.data : [...(shadow ?? root).childNodes].map(words).join('');
}

/** Waits until the element says what went wrong, once; and no toast says it again. */
async function toldOnce(element: RivImage | RivAnnotatedImage | RivAudio | RivVideo): Promise<string> {
  const [toasts, errors] = [toastsOf(element), errorsOf(element)];
  await until(() => errors.length > 0);
  const { message } = errors[0]!;
  await element.updateComplete;
  await until(() => words(element).includes(message), 'words in the element');
  expect(words(element).split(message)).to.have.length(2);
  expect(toasts).to.deep.equal([]);
  return message;
}

/** Gives a file as the user does. */
async function upload(element: RivImage | RivAudio | RivVideo, file: File): Promise<void> {
  await element.updateComplete;
  const entry = await until(() => element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]'));
  const data = new DataTransfer();
  data.items.add(file);
  entry.files = data.files;
  entry.dispatchEvent(new Event('change'));
}

const KINDS = [
  { name: 'Image', type: 'image/png', title: 'Image', make: () => new RivImage({ height: 200 }) },
  { name: 'Audio', type: 'audio/mpeg', title: 'Sound', make: () => new RivAudio() },
  { name: 'Video', type: 'video/mp4', title: 'Video', make: () => new RivVideo({ height: 200 }) },
];

describe('media that cannot be shown', () => {
  afterEach(clearPage);

  for (const { name, type, title, make } of KINDS) {
    it(`is told of once, by the ${name} itself: a file that a handler gave`, async () => {
      const output = make();
      output.use('output');
      document.body.append(output);
      await output.updateComplete;
      output.fromHandler(junk(type));
      await toldOnce(output);
    });

    it(`is told of in a toast where the ${name} is out of sight`, async () => {
      const output = make();
      output.use('output');
      const far = document.createElement('div');
      far.style.height = '3000px';
      document.body.append(far, output);
      await output.updateComplete;
      const [toasts, errors] = [toastsOf(output), errorsOf(output)];
      output.fromHandler(junk(type));
      await until(() => errors.length > 0);
      const { message } = errors[0]!;
      expect(toasts).to.deep.equal([{ level: 'error', title, message, source: output }]);
    });

    it(`is told of once, by the ${name} itself: a URL where there is nothing`, async () => {
      const output = make();
      output.use('output');
      document.body.append(output);
      await output.updateComplete;
      output.fromHandler(NOWHERE);
      expect(await toldOnce(output)).to.contain(NOWHERE);
    });

    it(`is told of once, by the ${name} itself: a file of the user, which it does not take`, async () => {
      const input = make();
      document.body.append(input);
      const told = toldOnce(input);
      await upload(input, junk(type));
      expect(await told).to.contain('“junk”');
      expect(input.value).to.equal(null);
    });
  }

  it('is told of by an AnnotatedImage, too', async () => {
    const output = new RivAnnotatedImage({ height: 200 });
    document.body.append(output);
    await output.updateComplete;
    output.fromHandler([NOWHERE, []]);
    expect(await toldOnce(output)).to.equal(`The image at ${NOWHERE} cannot be shown.`);
  });

  it('is handed to the page as the error that it is, once', async () => {
    for (const { type, make } of KINDS) {
      clearPage();
      const output = make();
      output.use('output');
      document.body.append(output);
      await output.updateComplete;
      const told = errorsOf(output);
      output.fromHandler(junk(type));
      const message = await toldOnce(output);
      expect(told).to.have.length(1);
      expect(told[0]).to.be.instanceOf(rv.MediaError);
      expect(told[0]).to.include({ name: 'MediaError', type, message });
      expect(told[0]!.cause).to.be.instanceOf(Error);
    }
  });
});

describe('a device that cannot be had', () => {
  let restore: () => void = () => {};
  afterEach(() => {
    restore();
    clearPage();
  });

  const DEVICES = [
    { name: 'CameraError', source: /Webcam/, make: () => new RivImage({ id: 'it', sources: ['webcam'] }) },
    { name: 'CameraError', source: /Webcam/, make: () => new RivVideo({ id: 'it', sources: ['webcam'] }) },
    {
      name: 'MicrophoneError',
      source: /Microphone/,
      make: () => new RivAudio({ id: 'it', sources: ['microphone'] }),
    },
  ];

  for (const { name, source, make } of DEVICES) {
    const element = make();
    it(`is told of by the error event of <${element.localName}>, also to a handler`, async () => {
      restore = refuse('NotReadableError', 'in use');
      const heard = new rv.JSON();
      const atWindow: Event[] = [];
      const listen = (event: Event) => void atWindow.push(event);
      addEventListener('error', listen);
      const told = errorsOf(element);
      rv.on(element, 'error', { fn: (ctx: { event: unknown }) => ctx.event, outputs: [heard] });
      document.body.append(element, heard);
      await element.updateComplete;
      await press(element, source);
      await until(() => heard.value);
      removeEventListener('error', listen);
      expect(told.map((error) => error.name)).to.deep.equal([name]);
      expect(told[0]).to.include({ reason: 'busy' });
      expect(told[0]!.cause).to.include({ name: 'NotReadableError', message: 'in use' });
      const { message } = told[0]!;
      expect(heard.value).to.deep.equal({
        target: 'it',
        name: 'error',
        data: { error: { name, message, reason: 'busy' } },
      });
      expect(atWindow).to.deep.equal([]);
    });
  }

  it('is told of by a Video that records without sound', async () => {
    const devices = [fakeCamera(), fakeMicrophone()] as const;
    restore = () => devices.forEach((device) => device.restore());
    devices[1].unplug();
    const video = new RivVideo({ sources: ['webcam'], includeAudio: true });
    const told = errorsOf(video);
    document.body.append(video);
    await video.updateComplete;
    await press(video, /Webcam/);
    await until(() => told.length > 0);
    expect(told[0]).to.include({ name: 'MicrophoneError', reason: 'missing' });
    await until(() => words(video).includes(`The recording will have no sound. ${told[0]!.message}`));
  });
});
