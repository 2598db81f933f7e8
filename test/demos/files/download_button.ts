import { expect } from '@esm-bundle/chai';
import type { Check } from '../../helpers/demos.ts';
import { pickFiles, watchSaves } from '../../helpers/components/files.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const [upload, download] = [await page.find('riv-upload-button'), await page.find('riv-download-button')];
  expect([upload.hidden, download.hidden]).to.deep.equal([false, true]);
  await pickFiles(upload, new page.window.File(['once'], 'a b.txt', { type: 'text/plain' }));
  const saves = watchSaves(page.window);
  await page.press('Download a b.txt');
  await until(() => saves.names.length > 0, 'a file that is saved');
  saves.restore();
  expect(saves.names).to.deep.equal(['a b.txt']);
  expect(await (await saves.files[0]!).text()).to.equal('once');
  await until(() => download.hidden && !upload.hidden, 'the first button again');
};

export default check;
