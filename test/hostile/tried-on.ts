import type { Page } from 'playwright-core'

/** What becomes of each thing that a script on a page tries: `stopped`, or `went through`. */
export const triedOn = (
  page: Page,
  tries: readonly (() => unknown)[],
): Promise<('stopped' | 'went through')[]> =>
  Promise.all(
    tries.map((run) =>
      page.evaluate(run).then(
        () => 'went through' as const,
        () => 'stopped' as const,
      ),
    ),
  )
