import { expect } from '@esm-bundle/chai';
import { unzipSync } from 'fflate';
import type { Check } from '../../helpers/demos.ts';
import { downloadOf, listed } from '../../helpers/components/files.ts';
import type { Component } from '../../helpers/pages.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  await page.press('Example 1: planets.csv, tides.json, notes.txt');
  await page.press('Submit');
  const output = await page.find<Component>('[slot="output"]');
  await until(() => output.value, 'the archive');
  await until(() => listed(output).length === 1, 'the archive in the list');
  expect(listed(output)[0]).to.match(/^files\.zip \d+ B$/);
  const { href, download } = downloadOf(output, 'files.zip')!;
  expect(download).to.equal('files.zip');
  const packed = unzipSync(new Uint8Array(await (await page.window.fetch(href)).arrayBuffer()));
  expect(Object.keys(packed)).to.deep.equal(['planets.csv', 'tides.json', 'notes.txt']);
  expect(new TextDecoder().decode(packed['planets.csv'])).to.match(/^planet,moons/);
};

export default check;
