/** The thread that ffmpeg blocks while it runs: a worker inside the handler's, so that the handler still hears a Stop. */
import './core.ts';
import '@ffmpeg/ffmpeg/worker';
