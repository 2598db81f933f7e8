import { executeServerCommand } from '@web/test-runner-commands';

/** What is there, and need not be: a folder of larger real samples beside the repository; ffmpeg on this system. */
export const { shared, ffmpeg } = (await (await fetch('/__beside.json')).json()) as {
  shared: boolean;
  ffmpeg: boolean;
};

/** Defines a test of the files in `/shared/`. Where they are missing it is not defined; the run's end says how many. */
export function itReal(title: string, test: Mocha.AsyncFunc, there = shared): void {
  if (there) it(title, test);
  else void executeServerCommand('left-out', `${location.search} ${title}`);
}

/** A file of `/shared/`, for tests that `itReal` defines. */
export async function realFile(path: string): Promise<Blob> {
  const response = await fetch(`/shared/${path}`);
  if (!response.ok) throw new Error(`/shared/${path} is not there: ${response.status}`);
  return response.blob();
}
