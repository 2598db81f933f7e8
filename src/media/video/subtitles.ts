/** @file Makes WebVTT of srt, JSON and lists of lines. */

/** Subtitles: a file in srt, vtt or JSON, its URL, or the lines themselves. */
export type Subtitles = Blob | string | readonly Cue[] | null;

/** A line of subtitles. */
export interface Cue {
  text: string;
  /** Seconds: from, to. */
  timestamp: readonly [number, number];
}

/**
 * Makes WebVTT of subtitles, from srt, vtt, JSON or the lines themselves. @throws {Error} for text that is none of
 * these
 */
export function toVtt(given: string | readonly Cue[]): string {
  if (typeof given !== 'string') return fromLines(given);
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.startsWith('WEBVTT')) return text;
  if (/^\s*\[/.test(text)) return fromLines(JSON.parse(text) as Cue[]);
  return fromSrt(text);
}

/** In srt a comma stands before the thousandths, and each cue has a number, which vtt takes as its name. */
function fromSrt(text: string): string {
  const cues = text.split(/\n\s*\n/).map((cue) => cue.trim());
  const times = /^(?:\d+\s*\n)?\s*([\d:.,]+)\s*-->\s*([\d:.,]+)[^\n]*\n?([\s\S]*)$/;
  const found = cues.flatMap((cue) => times.exec(cue) ?? []).length;
  if (found === 0) throw new Error('it has no line of subtitles: expected srt, vtt or JSON');
  const lines = cues.map((cue) => {
    const match = times.exec(cue);
    return match ? `${stamp(match[1]!)} --> ${stamp(match[2]!)}\n${match[3]!.trim()}` : '';
  });
  return vtt(lines.filter(Boolean));
}

/** `1:2,5` as `00:01:02.500`. */
const stamp = (time: string): string =>
  clock(
    time
      .replace(',', '.')
      .split(':')
      .reduce((seconds, part) => seconds * 60 + Number(part), 0),
  );

const fromLines = (lines: readonly Cue[]): string =>
  vtt(lines.map(({ text, timestamp: [from, to] }) => `${clock(from)} --> ${clock(to)}\n${payload(text)}`));

/** In vtt a cue ends at an empty line or at an arrow. */
const payload = (text: string): string =>
  text
    .trim()
    .replace(/(\r\n?|\n)+/g, '\n')
    .replaceAll('-->', '--&gt;');

const vtt = (cues: readonly string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`;

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
