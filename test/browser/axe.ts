import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  },
  /* Switched off by default in axe, though 2.2 AA asks for it. */
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/*
 * Axe draws each text to find icons that a font makes of letters, and does not judge their contrast.
 * Khmer letters change their shape beside each other, so it takes much of Khmer for icons. Our pages
 * have none: in axe's world, every letter of a drawing is as wide as any other and looks the same.
 */
const noIcons = `HTMLCanvasElement.prototype.getContext = () => ({
  canvas: {},
  measureText: (text) => ({ width: 30 * text.length }),
  fillText: () => undefined,
  clearRect: () => undefined,
  getImageData: () => ({ data: new Uint32Array([1]) }),
})`

/** Buttons that stay at the edge of the screen lie over whatever was not scrolled past them yet, and axe does not scroll. */
const inFlow = `for (const one of document.querySelectorAll('.record > .buttons, .foot')) one.style.position = 'static'`

/** Who looks into a page, kept with it: where a page is not left, axe is still there at the next look. */
const inspectors = new WeakMap<Page, Promise<CDPSession>>()

const inspectorOf = (page: Page): Promise<CDPSession> => {
  const known = inspectors.get(page) ?? page.context().newCDPSession(page)
  inspectors.set(page, known)
  return known
}

/**
 * What breaks WCAG 2.2 A or AA, one line for each element. Axe runs in a world of its own beside the
 * page, where the page's security policy does not stop it and need not be switched off.
 */
export const axeProblems = async (page: Page): Promise<readonly string[]> => {
  const inspector = await inspectorOf(page)
  const { frameTree } = await inspector.send('Page.getFrameTree')
  const { executionContextId: contextId } = await inspector.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  })
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await inspector.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description}`)
    return result.value
  }
  if ((await run('typeof axe')) === 'undefined') await run(`${noIcons};${source};0`)
  await run(inFlow)
  const violations = (await run(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )) as AxeResults['violations']
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `axe ${id} (${impact}): ${help}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`,
    ),
  )
}
