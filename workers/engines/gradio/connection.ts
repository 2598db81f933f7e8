/** @file Connects to Gradio apps: once to each, and again when the connection was lost. */

import { Client } from '@gradio/client';
import { unlessAborted } from '../../../src/shared/abort.ts';
import { HandlerError } from '../../../src/shared/errors.ts';
import type { GradioSource } from '../../../src/shared/protocol.ts';
import type { HandlerContext } from '../../../src/runner/context.ts';
import type { Desk } from '../../../src/runner/steps.ts';
import { unconnected, tooOld } from './failure.ts';

/** Milliseconds for which an app may say nothing while it is being connected to. */
const SILENCE_MS = 60_000;

/** What the Hugging Face Hub says of a Space. */
interface SpaceStatus {
  status: string;
  message?: string;
}

/** Gradio's client, which ends all of its streams: that of the heartbeat, too. */
export class OwnClient extends Client {
  readonly #streams: AbortController[] = [];

  override stream(url: URL): EventSource {
    const source = super.stream(url);
    if (this.abort_controller) this.#streams.push(this.abort_controller);
    return source;
  }

  override close(): void {
    super.close();
    for (const stream of this.#streams.splice(0)) stream.abort();
  }
}

/** One app, as one page of it: with one session, whose States the server keeps. */
export class Connection {
  /** What readers know it by: `owner/space`, or its URL. */
  readonly place: string;
  readonly #source: GradioSource;
  #client: Promise<OwnClient> | null = null;

  constructor(source: GradioSource) {
    this.#source = source;
    this.place = source.app;
  }

  /** The client, connected. A failure is not remembered. @throws {HandlerError} that says why there is no connection */
  async open(ctx: HandlerContext, desk: Desk): Promise<OwnClient> {
    let opening = this.#client;
    if (!opening) {
      opening = this.#client = this.#connect((words) => desk.progress([{ fraction: null, desc: words }]));
      opening.catch(() => this.#forget(opening));
    }
    return unlessAborted(opening, ctx.signal);
  }

  /** Lets go of the client, whose connection is lost; the next run has another of the same session. */
  drop(): void {
    this.#client?.then(
      (client) => client.close(),
      () => undefined,
    );
    this.#client = null;
  }

  #forget(opening: Promise<OwnClient> | null): void {
    if (this.#client === opening) this.#client = null;
  }

  async #connect(tell: (words: string) => void): Promise<OwnClient> {
    const { app, token, session } = this.#source;
    let space: SpaceStatus | null = null;
    const silence = new Silence();
    const status_callback = (status: SpaceStatus) => {
      silence.broken();
      space = status;
      if (['sleeping', 'building', 'starting'].includes(status.status))
        tell(`${app} ${status.status === 'sleeping' ? 'sleeps and is being woken' : `is ${status.status}`}`);
    };
    let client: OwnClient;
    const connecting = OwnClient.connect(app, {
      events: ['data', 'status', 'log'],
      session_hash: session,
      record_history: false,
      ...(token && { token: token as `hf_${string}` }),
      status_callback: /^https?:/.test(app) && !app.includes('.hf.space') ? null : status_callback,
    } as Parameters<typeof OwnClient.connect>[1]) as Promise<OwnClient>;
    try {
      client = await Promise.race([connecting, silence.tooLong]);
    } catch (cause) {
      connecting.then(
        (late) => late.close(),
        () => undefined,
      );
      throw await unconnected(app, { cause, space, token });
    } finally {
      silence.end();
    }
    const { config } = client;
    if (!config) throw await unconnected(app, { cause: undefined, space, token });
    const old = tooOld(app, config);
    if (old || !client.api_info) {
      client.close();
      throw new HandlerError(old ?? `${app} does not say which functions it has (its /info cannot be read)`);
    }
    return client;
  }
}

/** The time in which nothing was heard of an app. */
class Silence {
  /** Rejects when it has lasted too long. */
  readonly tooLong: Promise<never>;
  #fail!: (error: Error) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.tooLong = new Promise((_, reject) => (this.#fail = reject));
    this.broken();
  }

  /** It begins anew. */
  broken(): void {
    this.end();
    this.#timer = setTimeout(
      () => this.#fail(new Error(`it has not answered for ${SILENCE_MS / 1000} s`)),
      SILENCE_MS,
    );
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

const connections = new Map<string, Connection>();

/** The connection to an app, the same each time. */
export function connectionTo(source: GradioSource): Connection {
  const key = JSON.stringify(source);
  let connection = connections.get(key);
  if (!connection) connections.set(key, (connection = new Connection(source)));
  return connection;
}

/** Closes all connections. */
export function disconnect(): void {
  for (const connection of connections.values()) connection.drop();
  connections.clear();
}
