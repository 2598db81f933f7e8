/**
 * `/__gradio.json` tells the URL of the app test/gradio/apps/app.py, which is started when it is first asked for, or in `why`
 * that there is none; `?name=…` starts another one, `?stop` ends it first, as if its machine had lost its power.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGradio } from '../gradio/python.js';

/** Milliseconds that a server may take to start. */
const PATIENCE = 120_000;

/** Plugin: starts and stops the servers. */
export function gradioServer() {
  const apps = new Map();
  let told = false;
  const stop = async (name) => {
    const app = await apps.get(name)?.catch(() => undefined);
    apps.delete(name);
    await app?.stop?.();
  };
  return {
    name: 'gradio-server',
    async serve({ path, query }) {
      if (path !== '/__gradio.json') return undefined;
      const { name = 'app', port } = query;
      if ('stop' in query) await stop(name);
      if (!apps.has(name)) apps.set(name, start(name, Number(port) || (await freePort())));
      const { url, why } = await apps.get(name).catch((error) => ({ why: error.message }));
      if (why && !told) console.log(`Tests against a Gradio server are skipped: ${why}`);
      told ||= Boolean(why);
      return { type: 'json', body: JSON.stringify({ url, why }) };
    },
    async serverStop() {
      for (const name of [...apps.keys()]) await stop(name);
    },
  };
}

async function start(name, port) {
  const python = await findGradio();
  if (!python) return { why: 'Gradio is not here; npm run test:gradio installs it' };
  const folder = await mkdtemp(join(tmpdir(), 'rivulet-gradio-'));
  const child = spawn(python, [`test/gradio/apps/${name}.py`, String(port), folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const over = new Promise((resolve) => child.on('close', resolve));
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${name}.py did not start: ${said}`)), PATIENCE);
    const listen = (text) => {
      said += text;
      const found = /^up (\S+?)\/?$/m.exec(said)?.[1];
      if (found) clearTimeout(late), resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    void over.then((code) => (clearTimeout(late), reject(new Error(`${name}.py ended (${code}): ${said}`))));
  });
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await over;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens at. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
