/** @file The errors that Rivulet throws. */

/** Fields that any Rivulet error may carry besides its message; they survive the trip between threads. */
export interface ErrorDetails {
  /** The error that led to this one, as the browser or the handler threw it. */
  cause?: unknown;
  /** Heading of the toast; "Error" when absent. */
  title?: string;
  /** Seconds the toast stays; 10 when absent, `null` or 0 until it is closed. */
  duration?: number | null;
  /**
   * True for what is said on purpose: it shows also where the app has `showError` false. False: neither output nor
   * toast tells the message. When absent the app decides.
   */
  visible?: boolean;
}

/** The base of every error that Rivulet throws. Match by `name`: `instanceof` does not cross threads. */
export class RivuletError extends Error {
  override name = 'RivuletError';
  title?: string;
  duration?: number | null;
  visible?: boolean;

  constructor(message: string, { cause, title, duration, visible }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    if (title !== undefined) this.title = title;
    if (duration !== undefined) this.duration = duration;
    if (visible !== undefined) this.visible = visible;
  }
}

/** A handler threw, or gave something that cannot be used. `handler` is its name. */
export class HandlerError extends RivuletError {
  override name = 'HandlerError';
  handler: string;

  constructor(message: string, { handler = '', ...details }: ErrorDetails & { handler?: string } = {}) {
    super(message, details);
    this.handler = handler;
  }
}

/** A worker would not load, or died. `url` is its script or the handler's module, where one is known. */
export class WorkerError extends RivuletError {
  override name = 'WorkerError';
  url: string;

  constructor(message: string, { url = '', ...details }: ErrorDetails & { url?: string } = {}) {
    super(message, details);
    this.url = url;
  }
}

/** Why a camera or a microphone could not be had. */
export type DeviceFailure = 'denied' | 'missing' | 'busy' | 'insecure' | 'blocked' | 'failed';

/** A device could not be opened, or went away. */
abstract class DeviceError extends RivuletError {
  reason: DeviceFailure;

  constructor(message: string, { reason, ...details }: ErrorDetails & { reason: DeviceFailure }) {
    super(message, details);
    this.reason = reason;
  }
}

/** The camera could not be opened, or went away. */
export class CameraError extends DeviceError {
  override name = 'CameraError';
}

/** The microphone could not be opened, or went away. */
export class MicrophoneError extends DeviceError {
  override name = 'MicrophoneError';
}

/** A value does not fit its component or option: the message says which, what came and what was expected. */
export class ValueError extends RivuletError {
  override name = 'ValueError';
  /** The component or option that refused the value. */
  target: string;

  constructor(message: string, { target = '', ...details }: ErrorDetails & { target?: string } = {}) {
    super(message, details);
    this.target = target;
  }
}

/** A chunk or file of sound or pictures cannot be decoded. `type` is its MIME type, where known. */
export class MediaError extends RivuletError {
  override name = 'MediaError';
  type: string;

  constructor(message: string, { type = '', ...details }: ErrorDetails & { type?: string } = {}) {
    super(message, details);
    this.type = type;
  }
}

/** A model or wasm file could not be loaded. `status` is the HTTP status, 0 when there was no answer. */
export class AssetError extends RivuletError {
  override name = 'AssetError';
  url: string;
  status: number;

  constructor(
    message: string,
    { url, status = 0, ...details }: ErrorDetails & { url: string; status?: number },
  ) {
    super(message, details);
    this.url = url;
    this.status = status;
  }
}

/** All of them, by their names. */
export const ERRORS = {
  AssetError,
  CameraError,
  HandlerError,
  MediaError,
  MicrophoneError,
  RivuletError,
  ValueError,
  WorkerError,
};

/** Returns true for the error of a full stack: a `RangeError`, in Firefox an `InternalError`. */
export const isTooDeep = (error: unknown): boolean =>
  error instanceof RangeError || (error as Error | null)?.name === 'InternalError';

/** Returns true for the error that an aborted signal throws: being stopped is not a failure. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === 'AbortError';
}

/** Letters of a message that are kept: what is longer is no message, and would freeze the page that shows it. */
const LONGEST = 10_000;

/** Cuts a message where it is longer than anybody reads. */
export function cut(message: string): string {
  return message.length > LONGEST ? `${message.slice(0, LONGEST)}… (${message.length} characters)` : message;
}

/** What somebody gave as a message, whatever it is. */
export const messageOf = (given: unknown): string => cut(isText(given) ? String(given) : describe(given));

/** Returns true for what can be written as text: not for a symbol, nor for an object that will not say what it is. */
export function isText(value: unknown): boolean {
  try {
    return typeof value !== 'symbol' && typeof `${value}` === 'string';
  } catch {
    return false;
  }
}

/** Says in a few words what came, for messages: `"abc"`, `12`, `an array of 3`, `<riv-number>`, `ImageData`. */
export function describe(value: unknown): string {
  try {
    return wordsFor(value);
  } catch {
    return 'an object that cannot be looked at';
  }
}

function wordsFor(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value === null || typeof value !== 'object') return String(value);
  const { localName } = value as { localName?: unknown };
  if (typeof localName === 'string') return `<${localName}>`; // an element: class names are short in the build
  const { name } = value.constructor ?? {};
  return typeof name === 'string' && name !== '' ? name : 'an object';
}

/** Puts a thrown value that is no error into words: a string as it is. */
export function wordsOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (typeof (thrown as { message?: unknown } | null)?.message === 'string') return (thrown as Error).message;
  return describe(thrown);
}
