/**
 * playground/: a page that opens any demo and any sample of the docs, beside its source. playground.html, with the list of
 * these in it; and the samples, which the page fetches when one is asked for.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { docsFiles } from './page.js';
import { isWhole, sampleName, samplesOf } from './samples.js';

/**
 * Writes the page.
 *
 * @param {{ title: string, demos: { name: string, title: string }[] }[]} groups of the gallery
 */
export async function writePlayground(groups) {
  const demos = groups.map(({ title, demos }) =>
    group(
      title,
      demos.map(({ name, title }) => option(`demos/${name}`, title)),
    ),
  );
  const samples = {};
  const guides = [];
  for (const file of (await docsFiles()).filter((path) => path.startsWith('docs/guide/'))) {
    const text = await readFile(file, 'utf8');
    const options = [];
    for (const [at, sample] of (await samplesOf(file)).entries()) {
      if (!isWhole(sample)) continue;
      const name = sampleName(file, at);
      samples[name] = sample.code;
      options.push(option(name, `${headingAbove(text, sample.line)}, line ${sample.line}`));
    }
    if (options.length > 0) guides.push(group(`Docs: ${headingAbove(text, 2)}`, options));
  }
  const page = await readFile(new URL('playground.html', import.meta.url), 'utf8');
  await mkdir('playground', { recursive: true });
  await writeFile('playground/samples.json', JSON.stringify(samples));
  await writeFile(
    'playground/index.html',
    page.replace('          <!-- choices -->', () => [...demos, ...guides].join('\n')),
  );
}

const group = (title, options) =>
  `          <optgroup label="${escaped(title)}">\n${options.join('\n')}\n          </optgroup>`;

const option = (value, title) => `            <option value="${escaped(value)}">${escaped(title)}</option>`;

/** The last heading before a line. */
function headingAbove(text, line) {
  const before = text.split('\n').slice(0, line).join('\n');
  return [...before.matchAll(/^#{1,3} (.+)$/gm)].at(-1)?.[1].replaceAll('`', '') ?? '';
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
