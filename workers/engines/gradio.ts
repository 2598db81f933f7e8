/** @file The engine behind `rv.gradio`: runs a handler on a Gradio server, over the client that Gradio itself keeps. */

import type { EngineModule } from '../../src/shared/engines.ts';
import type { GradioEngine } from '../../src/runner/server-handler.ts';
import { connectionTo, disconnect } from './gradio/connection.ts';
import { describeEndpoint } from './gradio/describe.ts';
import { endpointOf } from './gradio/endpoint.ts';
import { startRun } from './gradio/run.ts';

/** The event in whose name the page asks what an endpoint is, in place of running it. */
const DESCRIBE = 'rivulet:describe';

const engine: GradioEngine = {
  async run(source, inputs, ctx, desk) {
    const connection = connectionTo(source);
    const client = await connection.open(ctx, desk);
    const endpoint = endpointOf(client, desk.endpoint, connection.place);
    return ctx.event.name === DESCRIBE
      ? describeEndpoint(client, endpoint)
      : startRun({ connection, endpoint, inputs, ctx, desk });
  },
};

export const open: EngineModule<GradioEngine>['open'] = () => engine;

/** Lets go of the servers. */
export const close: EngineModule['close'] = disconnect;
