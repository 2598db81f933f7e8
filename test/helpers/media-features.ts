import { emulateMedia } from '@web/test-runner-commands';

/** True where a test can change what the system prefers: Chromium, which the runner drives by its own protocol. */
export const canEmulateMedia = 'userAgentData' in navigator;

/** Puts the preferences back where they can be changed at all. */
export async function resetMedia(): Promise<void> {
  if (canEmulateMedia) await emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}
