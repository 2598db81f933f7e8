/** Writes the table of hosts in the docs. */
import { readFile, writeFile } from 'node:fs/promises';

const FILE = 'docs/reference/hosts.md';
const ROW = /^\| `([\w-]+)` \|.*\|$/gm;

/**
 * Puts results into the table; rows of hosts that were not tried stay.
 *
 * @param {Record<string, string[]>} results - problems by host.
 * @param {Record<string, { npm?: string[], python?: string[], engines?: boolean }>} hosts
 */
export async function writeTable(results, hosts) {
  const before = await readFile(FILE, 'utf8');
  const rows = new Map([...before.matchAll(ROW)].map(([row, name]) => [name, row]));
  for (const [name, problems] of Object.entries(results)) {
    const { npm = [], python = [], engines } = hosts[name];
    const what = engines ? 'engines in inline handlers' : 'three widgets';
    const result = problems.length
      ? `fails: ${problems[0].split('\n')[0].replaceAll('|', '/')}`
      : 'as it should be';
    rows.set(name, `| \`${name}\` | ${[...npm, ...python].join(', ')} | ${what} | ${result} |`);
  }
  const at = before.search(/^\| `/m);
  const head = at < 0 ? before.trimEnd() : before.slice(0, at).trimEnd();
  await writeFile(FILE, `${head}\n${[...rows.values()].sort().join('\n')}\n`);
}
