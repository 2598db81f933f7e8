/** @file The states of a stream of sound. */

/**
 * `empty`: nothing came yet. `ready`: there is sound, and nobody plays it. `starting`: the browser has been asked to
 * play. `playing`. `waiting`: all that came was heard, and more is to come. `blocked`: the browser wants the user to
 * press play. `closed`.
 */
export type AudioStreamState = 'empty' | 'ready' | 'starting' | 'playing' | 'waiting' | 'blocked' | 'closed';
