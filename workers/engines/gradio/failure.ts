/** @file Puts into words why a Gradio app cannot be used, or has failed. */

import type { Client } from '@gradio/client';
import { HandlerError, wordsOf } from '../../../src/shared/errors.ts';

export type Config = NonNullable<Client['config']>;

/** Milliseconds that an app may take to say what is wrong. */
const PATIENCE_MS = 10_000;

/** A word to say what an app answered, when it was no app's answer. */
async function answerOf(url: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/config`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    void answer.body?.cancel();
    if (answer.status === 401)
      return 'asks for a login, or for the token of a private Space: rv.gradio(source, api, { token })';
    if (!answer.ok) return `answered ${answer.status}: there is no Gradio app at this place`;
    const type = answer.headers.get('content-type') ?? '';
    return type.includes('json')
      ? null
      : `sent ${type.split(';')[0] || 'no type'}: there is no Gradio app at this place`;
  } catch {
    return (
      'cannot be reached: it is not running, or does not allow this page to ask it ' +
      '(a Gradio server on this machine answers only pages of this machine)'
    );
  }
}

/** Makes the error for an app that there is no connection to. */
export async function unconnected(
  app: string,
  {
    cause,
    space,
    token,
  }: { cause: unknown; space: { status: string; message?: string } | null; token?: string },
): Promise<HandlerError> {
  const words = cause === undefined ? '' : wordsOf(cause);
  if (/^https?:/.test(app)) {
    const why = (await answerOf(app)) ?? `is no Gradio app that can be called: ${words || space?.message}`;
    return new HandlerError(`The Gradio server ${app} ${why}`, { cause });
  }
  return new HandlerError(`The Space ${app} ${spaceWords(words, space, token)}`, { cause });
}

function spaceWords(
  words: string,
  space: { status: string; message?: string } | null,
  token?: string,
): string {
  if (space?.status === 'paused') return 'has been paused by its author';
  if (space?.status === 'space_error')
    return 'is broken: it does not run. Its page on Hugging Face tells why';
  if (/\b(401|404)\b/.test(words))
    return token
      ? 'is not there, or its token does not open it'
      : 'is not there, or is private: then it needs a token, rv.gradio(source, api, { token })';
  if (/metadata/.test(words)) return 'cannot be looked up: huggingface.co does not answer';
  return `cannot be used: ${words || space?.message || 'it gave no configuration'}`;
}

/** What is wrong with an app that is too old for the client; `null` when it is not. */
export function tooOld(app: string, config: Config): string | null {
  const { version = '', protocol = 'ws' } = config as { version?: string; protocol?: string };
  const major = Number.parseInt(version, 10);
  if (!(major < 4) && protocol !== 'ws') return null;
  return `${app} runs Gradio ${version || '3 or older'}, which cannot be called from here: it needs Gradio 4 or newer`;
}

/** What a run has failed with, as the client tells it. */
export interface Failed {
  message?: unknown;
  title?: string;
  duration?: number | null;
  visible?: boolean;
}

/** Makes the error of a run that has failed on the server. What gr.Error said is meant for the reader. */
export function failed(place: string, { message, title, duration, visible }: Failed): HandlerError {
  const details = Array.isArray(message)
    ? message.map((each) => (each as { msg?: string }).msg ?? '').join('; ')
    : message;
  const words = typeof details === 'string' ? details.trim() : '';
  if (!words || words === 'None' || words === 'An error occurred')
    return new HandlerError(
      `The function on ${place} failed without saying why: launch(show_error=True) makes the server tell`,
    );
  if (/currently busy/.test(words)) return new HandlerError(`${place} takes no more runs: its queue is full`);
  // Of gr.Error alone the server says how long it stays.
  if (duration === undefined) return new HandlerError(words);
  const heading = title && title !== 'Error' ? { title } : {};
  return new HandlerError(words, { ...heading, duration, visible: visible ?? true });
}
