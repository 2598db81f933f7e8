import { reportOf } from '../open-page.ts';
import { served } from '../origins.ts';

/** Runs of ffmpeg on a cross-origin isolated page, in one handler's worker. */
export interface Plan {
  /** `in.mp4` is film.mp4. `stop`: the run is stopped when it has said how far it is. */
  runs: { args: (string | number)[]; stop?: boolean }[];
  /** Processors that the worker sees. Default: 4. */
  cores?: number;
  /** URLs with this in them are not there. */
  missing?: string;
  /** No memory can be shared. */
  memoryless?: boolean;
}

/** What came of one run. */
export interface RunReport {
  /** By name, in base64. */
  files: Record<string, string>;
  /** Whether the multithreaded core was asked for. */
  threaded?: boolean;
  error?: string;
}

/** Carries a plan out in a window of its own. */
export async function isolatedRuns(plan: Plan): Promise<RunReport[]> {
  const url = new URL(served('test/fixtures/threads/index.html', { isolate: true }));
  url.searchParams.set('plan', JSON.stringify(plan));
  return reportOf({ url: url.href });
}
