/** @file Says in words why a model cannot be used. */

import { AssetError } from '../../../src/shared/errors.ts';
import type { OnnxRuntime } from '../../../src/runner/tools/onnx-types.ts';
import { fileName } from '../assets/asset.ts';

/** True when it is the runtime that would not start, whatever the model. */
export const isRuntimeFailure = (thrown: unknown): boolean =>
  /no available backend found|initWasm|initializeWebAssembly/.test(messageOf(thrown));

/** True when the page's policy does not let any wasm start. */
export const isForbidden = (thrown: unknown): boolean =>
  /unsafe-eval|Content.Security.Policy|blocked by CSP/i.test(messageOf(thrown));

/** True when the file is no model at all, or only the beginning of one. */
export const isBroken = (thrown: unknown): boolean =>
  /protobuf parsing failed|No graph was found/.test(messageOf(thrown));

/** Returns why a session could not be made, in words. */
export function sessionFailure(thrown: unknown, url: string, size: number, ort: OnnxRuntime): AssetError {
  const message = messageOf(thrown);
  const model = `The model ${fileName(url)}`;
  const version = `onnxruntime-web ${ort.env.versions.web ?? ''}`.trim();
  const error = (words: string) => new AssetError(words, { url, status: 200, cause: thrown });
  if (isRuntimeFailure(thrown)) {
    if (isForbidden(thrown))
      return error(
        `${version} could not start: the page’s Content-Security-Policy forbids WebAssembly; add ` +
          "'wasm-unsafe-eval' to its script-src",
      );
    const reason = /(?:CompileError|LinkError): (.*?)(?:\)?\. Build with .*|$)/.exec(message)?.[1];
    if (reason)
      return error(
        `${version} could not start: its wasm file is damaged, or another one (${reason}). It is not kept; ` +
          'the next run loads it again',
      );
    return error(`${version} could not start: ${message}`);
  }
  if (isBroken(thrown))
    return error(
      `${model} (${url}) is no ONNX model, or only a part of one: it has ${size.toLocaleString('en')} bytes`,
    );
  const [, operator] =
    /implementation for (\S+?)\(\d+\) node/.exec(message) ??
    /No Op registered for (\S+) /.exec(message) ??
    /([\w.:]+)\(-?\d+\) is not a registered/.exec(message) ??
    [];
  if (operator) return error(`${model} uses the operator ${operator}, which ${version} does not have`);
  const [, weights] = /external data file "+([^"]+)"/.exec(message) ?? [];
  if (weights)
    return error(`${model} keeps weights in "${weights}": ctx.onnx needs externalData: ["${weights}"]`);
  return error(`${model} cannot be used: ${reasonOf(thrown)}`);
}

/** The words of what onnxruntime throws, which may be no error. */
const messageOf = (thrown: unknown): string => String((thrown as Error | null)?.message ?? thrown);

/** The same, without its preface of codes and places in the source. */
export const reasonOf = (thrown: unknown): string =>
  messageOf(thrown)
    .split('ERROR_MESSAGE: ')
    .pop()!
    .replace(/^.*\[ONNXRuntimeError\] : \d+ : \w+ : /s, '')
    .trim();
