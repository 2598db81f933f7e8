/** What a page of test/fixtures/dist tells. */
export interface Report {
  /** By kind of handler: what it returned for 2 and 3, or the error. */
  results: Record<string, unknown>;
  /** What the page's policy did not allow. */
  violations: string[];
  /** What the part that is loaded later drew. */
  markdown?: string | null;
  isolated?: boolean;
  error?: string;
}

/** Opens a page in a frame until it has told. */
export async function inFrame(url: string): Promise<Report> {
  const frame = document.createElement('iframe');
  frame.src = url;
  const told = new Promise<Report>((resolve) => {
    addEventListener('message', function listen({ source, data }) {
      if (source !== frame.contentWindow || !data?.report) return;
      removeEventListener('message', listen);
      resolve(data.report as Report);
    });
  });
  document.body.append(frame);
  try {
    return await told;
  } finally {
    frame.remove();
  }
}
