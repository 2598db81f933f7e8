import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { listed, pickFiles } from '../../helpers/components/files.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const { File: PageFile } = page.window;
  const button = await page.find('#upload');
  const files = await page.find('#files');
  await pickFiles(
    button,
    new PageFile(['ab'], 'a.png', { type: 'image/png' }),
    new PageFile(['abc'], 'b.mp4', { type: 'video/mp4' }),
  );
  await until(() => listed(files).length === 2, 'two files');
  expect(listed(files)).to.deep.equal(['a.png 2 B', 'b.mp4 3 B']);
  await pickFiles(button, new PageFile(['x'], 'x.txt', { type: 'text/plain' }));
  await until(
    () =>
      button.shadowRoot!.textContent!.includes(
        '“x.txt” is of another kind (text/plain); taken are images, videos.',
      ),
    'what is wrong with a text',
  );
};

export default check;
