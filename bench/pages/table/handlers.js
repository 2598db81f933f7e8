/** The handler of the bench of tables. */

/** Yields `count` tables of 100 × 10, `rate` in a second; in each, every cell is another. */
export async function* tables(count, rate) {
  const headers = Array.from({ length: 10 }, (_, column) => `column ${column}`);
  const start = performance.now();
  for (let n = 0; n < count; n++) {
    yield {
      headers,
      data: Array.from({ length: 100 }, (_, row) => headers.map((_, column) => n * 1000 + row * 10 + column)),
    };
    const wait = start + ((n + 1) * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
