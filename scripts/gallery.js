/**
 * Writes the list of demos into index.html: `node scripts/gallery.js`.
 * demos/gallery.json gives groups and order; title and line come from each demo's own page. A folder that no group
 * names comes last, so that none is forgotten.
 */
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';

const START = '<!-- demos: written by scripts/gallery.js -->';
const END = '<!-- end of demos -->';

const groups = JSON.parse(await readFile('demos/gallery.json', 'utf8'));
const folders = (await readdir('demos', { withFileTypes: true })).filter((each) => each.isDirectory());
const named = new Set(groups.flatMap(({ demos }) => demos));
const others = folders.map(({ name }) => name).filter((name) => !named.has(name));
if (others.length > 0) groups.push({ title: 'More', line: 'And further demos.', demos: others.sort() });

const sections = await Promise.all(groups.map(section));
const page = await readFile('index.html', 'utf8');
const [before, after] = [page.indexOf(START), page.indexOf(END)];
if (before < 0 || after < before)
  throw new Error('index.html has lost the two comments around its list of demos');
await writeFile(
  'index.html',
  `${page.slice(0, before)}${START}\n${sections.join('\n')}\n      ${page.slice(after)}`,
);

async function section({ title, line, demos }) {
  const cards = await Promise.all(demos.map(card));
  return `      <section>
        <h2>${title}</h2>
        <p>${line}</p>
        <ul class="cards">
${cards.join('\n')}
        </ul>
      </section>`;
}

async function card(name) {
  const page = await readFile(`demos/${name}/index.html`, 'utf8');
  const title = /<title>([^<]+)<\/title>/.exec(page)?.[1];
  const line = /<meta name="description" content="([^"]+)"/.exec(page)?.[1];
  if (!title || !line)
    throw new Error(`demos/${name}/index.html needs a <title> and a description in a <meta> element`);
  return `          <li>
            ${picture(name)}
            <h3><a href="demos/${name}/index.html">${title}</a></h3>
            <p>${line}</p>
            <a class="source" href="demos/source.html#${name}" aria-label="Source of ${title}">Source</a>
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
