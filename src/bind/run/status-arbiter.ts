/** @file Joins the statuses of several runs on one output. */

import type { Port, Status } from '../../shared/port.ts';

const boards = new WeakMap<Port, Map<object, Status>>();
const RANK = { error: 0, idle: 0, complete: 0, streaming: 1, generating: 2, pending: 3 } as const;

/**
 * Says how a run stands on one of its outputs. Where several runs write to the same output it stays pending until
 * the last one has left that stage.
 */
export function post(port: Port, run: object, status: Status): void {
  if (port.silent) return;
  let board = boards.get(port);
  if (!board) boards.set(port, (board = new Map()));
  board.delete(run);
  if (RANK[status.stage] > 0) board.set(run, status);
  const shown = [...board.values()].reduce(
    (most, each) => (RANK[each.stage] > RANK[most.stage] ? each : most),
    status,
  );
  port.status = shown;
}
