/**
 * `/__gradio.json` tells the URL of the app test/gradio/apps/app.py, which is started when it is first asked for, or in `why`
 * that there is none; `?name=…` starts another one. With `?proxy` it is reached through a proxy, which breaks all connections
 * with `&drop`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
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
      const { name = 'app' } = query;
      if (!apps.has(name)) apps.set(name, start(name, await freePort()));
      const app = await apps.get(name).catch((error) => ({ why: error.message }));
      if ('drop' in query) app.proxy?.drop();
      if ('proxy' in query && app.url) app.proxy ??= await startProxy(Number(new URL(app.url).port));
      const { why } = app;
      const { url } = 'proxy' in query && app.proxy ? app.proxy : app;
      if (why && !told) console.log(`Tests against a Gradio server are left out: ${why}`);
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
      this.proxy?.stop();
      child.kill('SIGKILL');
      await over;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Hands on what comes for a port, until it is told to drop all that is open. */
function startProxy(port) {
  const open = new Set();
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => (open.delete(socket), near.destroy(), far.destroy()));
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  return new Promise((resolve) => {
    server.on('listening', () => {
      const stop = () => (drop(), server.close());
      resolve({ url: `http://127.0.0.1:${server.address().port}`, drop, stop });
    });
  });
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
