/**
 * index.html, the gallery, and playground/. Of the first: gallery.html, with the list of demos in it. demos/gallery.json gives groups and order; title and
 * line come from each demo's own page. A folder that no group names is in a group that comes last: those of single
 * components need no entry.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { Told } from '../node/run.js';
import { writePlayground } from './playground.js';

/** Writes the page. @throws {Told} when a demo does not say what it is */
export async function writeGallery() {
  const groups = JSON.parse(await readFile('demos/gallery.json', 'utf8'));
  const folders = (await readdir('demos', { withFileTypes: true })).filter((each) => each.isDirectory());
  const named = new Set(groups.flatMap(({ demos }) => demos));
  const others = folders.map(({ name }) => name).filter((name) => !named.has(name));
  if (others.length > 0)
    groups.push({ title: 'Components', line: 'One on each page.', demos: others.sort() });
  const shown = await Promise.all(
    groups.map(async (group) => ({ ...group, demos: await Promise.all(group.demos.map(demo)) })),
  );
  const sections = shown.map(section);
  const page = await readFile(new URL('gallery.html', import.meta.url), 'utf8');
  await writeFile(
    'index.html',
    page.replace('      <!-- demos -->', () => sections.join('\n')),
  );
  await writePlayground(shown);
}

function section({ title, line, demos }) {
  const cards = demos.map(card);
  return `      <section>
        <h2>${title}</h2>
        <p>${line}</p>
        <ul class="cards">
${cards.join('\n')}
        </ul>
      </section>`;
}

/** What a demo says of itself. */
async function demo(name) {
  const page = await readFile(`demos/${name}/index.html`, 'utf8');
  const title = /<title>([^<]+)<\/title>/.exec(page)?.[1];
  const line = /<meta name="description" content="([^"]+)"/.exec(page)?.[1];
  if (!title || !line)
    throw new Told(`demos/${name}/index.html needs a <title> and a description in a <meta> element`);
  return { name, title, line };
}

function card({ name, title, line }) {
  return `          <li>
            ${picture(name)}
            <h3><a href="demos/${name}/index.html">${title}</a></h3>
            <p>${line}</p>
            <div class="ways">
              <a href="playground/index.html?open=demos/${name}" aria-label="Open ${title} in playground">Open in playground</a>
              <a href="demos/source.html#${name}" aria-label="Source of ${title}">Source</a>
            </div>
          </li>`;
}

function picture(name) {
  const [light, dark] = ['picture.webp', 'picture-dark.webp'].map((file) => `demos/${name}/${file}`);
  if (!existsSync(light) || !existsSync(dark)) return '<div class="picture"></div>';
  return `<picture class="picture">
              <source srcset="${dark}" media="(prefers-color-scheme: dark)">
              <img src="${light}" alt="" width="640" height="400" loading="lazy">
            </picture>`;
}
