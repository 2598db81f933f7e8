import { executeServerCommand } from '@web/test-runner-commands';

/**
 * Opens a page in a browser window of its own, and waits for what its `globalThis.report` resolves to.
 *
 * @param page - Its URL, or its file relative to the repository's root.
 * @throws what kept it from a report
 */
export async function reportOf<Report>(page: { url: string } | { file: string }): Promise<Report> {
  const number = await executeServerCommand<number, typeof page>('open-page', page);
  for (;;) {
    const { report, error } = await executeServerCommand<{ report?: Report; error?: string }, number>(
      'page-report',
      number,
    );
    if (error !== undefined) throw new Error(error);
    if (report !== undefined) return report;
  }
}
