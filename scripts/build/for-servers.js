/** The build for servers: the public names without what they stand for, so that a page made there can import them. */
import { resolve } from 'node:path';
import { entryTexts } from './public-names.js';

/** What asks nothing of a browser, and is itself there too. */
const HARMLESS = ['./shared/errors.ts', './bridge/configure.ts', './bridge/handlers.ts'];

/** Makes of the entry, and of the lists that it passes on, names that say that they need a browser. */
export function forServers() {
  let files = [];
  return {
    name: 'for-servers',
    enforce: 'pre',
    async buildStart() {
      files = (await entryTexts()).map(([file]) => resolve(file));
    },
    transform: (code, id) => (files.includes(id) ? { code: withoutElements(code), map: null } : undefined),
  };
}

function withoutElements(code) {
  const names = code
    .replace(/^import '.*';$/gm, '')
    .replace(/^export \{([^}]*)\} from '([^']+)';$/gm, (whole, list, from) =>
      HARMLESS.includes(from) ? whole : list.split(',').map(absent).join('\n'),
    );
  return `import { needsBrowser } from '${resolve('src/shared/needs-browser.ts')}';\n${names}`;
}

/** `RivNumber as Number`, and `on`: within the file a name of ours, for `Number` is one that others use. */
function absent(specifier) {
  const [own, name = own] = specifier.trim().split(' as ');
  return own && `const ${own} = /* @__PURE__ */ needsBrowser('${name}');\nexport { ${own} as ${name} };`;
}
