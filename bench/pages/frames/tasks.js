/** Watches for tasks of more than 50 ms on the page's thread. */
let longest = 0;
const note = (list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
};
const observer = new PerformanceObserver(note);

globalThis.watchTasks = () => observer.observe({ type: 'longtask' });
globalThis.longestTask = () => {
  note({ getEntries: () => observer.takeRecords() });
  return longest;
};
