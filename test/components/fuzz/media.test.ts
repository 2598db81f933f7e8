import * as rv from '../../../src/index.ts';
import { fuzz } from '../../helpers/components/fuzz.ts';
import { clip } from '../../helpers/media/video.ts';

const inside = (host: Element, selector: string) => host.shadowRoot!.querySelector(selector);
const film = await clip('red.mp4');
const picture = new ImageData(8, 8);

fuzz('AnnotatedImage', {
  make: () => new rv.AnnotatedImage(),
  good: [picture, [[[0, 0, 4, 4], 'a cat']]],
  shows: (host) => host.shadowRoot!.textContent!.includes('a cat'),
});
fuzz('Audio', {
  make: () => new rv.Audio(),
  good: { sampleRate: 8000, channels: [new Float32Array(8000)] },
  shows: (host) => inside(host, 'riv-audio-player'),
});
fuzz('File', {
  make: () => new rv.File(),
  good: new File(['x'], 'some words.txt'),
  shows: (host) => host.shadowRoot!.textContent!.includes('some words'),
});
fuzz('Gallery', {
  make: () => new rv.Gallery(),
  good: [[picture, 'a cat']],
  shows: (host) => host.shadowRoot!.textContent!.includes('a cat'),
});
fuzz('ImageSlider', {
  make: () => new rv.ImageSlider(),
  good: [picture, picture],
  shows: (host) => inside(host, 'input[type=range]'),
});
fuzz('Image', {
  make: () => new rv.Image(),
  good: picture,
  shows: (host) => inside(host, 'canvas, img'),
});
fuzz('Video', {
  make: () => new rv.Video(),
  good: film,
  shows: (host) => inside(host, 'riv-video-player'),
});
