import { expect } from '@esm-bundle/chai';
import { RivAudio } from '../../../src/components/audio/audio.ts';
import { RivImage } from '../../../src/components/image/image.ts';
import { RivVideo } from '../../../src/components/video/video.ts';
import { plainFile } from '../../helpers/components/image.ts';
import { press } from '../../helpers/press.ts';
import { once, until } from '../../helpers/wait.ts';
import { clearPage, mount } from '../../helpers/page.ts';
import { tone } from '../../helpers/media/sound.ts';
import { clip } from '../../helpers/media/video.ts';

const KINDS = [
  { name: 'Image', make: () => new RivImage(), file: () => plainFile(4, 3) },
  {
    name: 'Audio',
    make: () => new RivAudio(),
    file: async () =>
      new File([(await new RivAudio({ value: tone(0.2) }).toBlob())!], 'a.wav', { type: 'audio/wav' }),
  },
  {
    name: 'Video',
    make: () => new RivVideo(),
    file: async () => new File([await clip('red.mp4')], 'a.mp4', { type: 'video/mp4' }),
  },
];

describe('a file that the user gives, and takes away', () => {
  afterEach(clearPage);

  for (const { name, make, file } of KINDS) {
    it(`is the value of the ${name} when its events are heard, and told by them`, async () => {
      const element = await mount(make());
      const heard: [event: string, value: unknown, told: unknown][] = [];
      for (const event of ['upload', 'clear', 'input', 'change'])
        element.addEventListener(event, ({ detail }: CustomEventInit) =>
          heard.push([event, element.value, (detail as { value: unknown }).value]),
        );
      const given = await file();
      const data = new DataTransfer();
      data.items.add(given);
      const entry = await until(() =>
        element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]'),
      );
      entry.files = data.files;
      const changed = once(element, 'change');
      entry.dispatchEvent(new Event('change'));
      await changed;
      expect(heard.map(([event]) => event)).to.deep.equal(['upload', 'input', 'change']);
      for (const [, value, told] of heard) expect(value === given && told === given).to.be.true;
      heard.length = 0;
      await press(element, 'Clear');
      expect(heard).to.deep.equal(['clear', 'input', 'change'].map((event) => [event, null, null]));
    });
  }
});
