/** @file The thread that ffmpeg blocks while it runs: a worker inside the handler's. */

import './core.ts';
import '@ffmpeg/ffmpeg/worker';
