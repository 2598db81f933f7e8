/**
 * The test command `collect-garbage`: what nothing holds any more is gone after it. Gives the numbers of nodes and of
 * listeners that are left: `{ nodes, listeners }`. For Chromium, which the runner drives by its own protocol.
 */
export function garbage() {
  return {
    name: 'collect-garbage',
    async executeCommand({ command, session }) {
      if (command !== 'collect-garbage') return undefined;
      const client = await session.browser.getPage(session.id).createCDPSession();
      try {
        // Twice: what the first one finalises may have held something.
        for (let times = 0; times < 2; times++) await client.send('HeapProfiler.collectGarbage');
        const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
        return { nodes, listeners: jsEventListeners };
      } finally {
        await client.detach();
      }
    },
  };
}
