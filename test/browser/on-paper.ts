import type { Page } from 'playwright-core'
import { complaintsAbout } from '#test/browser/layout.ts'
import { lookAt } from '#test/browser/seen.ts'
import { sheetsIn } from '#test/support/pdf-text.ts'

/** Papers by their size in points, and how wide their text may be in CSS pixels. */
export const sizes = {
  a4: { box: [595, 842], width: 703 },
  'a4-lying': { box: [842, 595], width: 1046 },
  a5: { box: [420, 595], width: 499 },
  'a5-lying': { box: [595, 420], width: 733 },
  roll: { box: [227, 737], width: 280 },
} as const

export type PaperSize = keyof typeof sizes

/** What does not fit the paper or is cut on it; paper may be written on smaller than a screen. */
export const wrongOnPaper = async (page: Page): Promise<readonly string[]> =>
  complaintsAbout(await lookAt(page)).filter(
    (line) => !/less than|is a target|more like it/.test(line),
  )

export const boxesOf = (pdf: Buffer): readonly (readonly number[])[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  )

/** Under every sheet stand the fund and which of how many it is; a roll is one strip and needs neither. */
export const wrongUnder = async (page: Page, pdf: Buffer, on: PaperSize): Promise<string[]> => {
  const fundName = (await page.locator('html').getAttribute('data-fund'))!
  const sheets = sheetsIn(pdf).map((sheet) => sheet.replaceAll(/\s+/g, ''))
  const foot = (i: number): readonly string[] => {
    const [number, whose] = [`${i + 1}/${sheets.length}`, fundName.replaceAll(/\s+/g, '')]
    return [`${number}${whose}`, `${whose}${number}`]
  }
  return sheets.flatMap((sheet, i) => {
    const isThere = foot(i).some((text) => sheet.includes(text))
    if (on === 'roll') return isThere ? ['a roll has a number'] : []
    return isThere ? [] : [`nothing under sheet ${i + 1}: ${sheet.slice(0, 200)}`]
  })
}

/** Rows whose cells stand under other heads than their own, because one was left out. */
export const outOfStep = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = (row: Element): number =>
      [...row.querySelectorAll<HTMLTableCellElement>(':scope > :is(th, td)')]
        .filter((cell) => getComputedStyle(cell).display !== 'none')
        .reduce((sum, { colSpan }) => sum + colSpan, 0)
    return [...document.querySelectorAll('main table')].flatMap((table) => {
      const head = table.querySelector('thead tr')
      if (!head || getComputedStyle(head).display === 'none') return []
      const wanted = width(head)
      return [...table.querySelectorAll('tr')]
        .filter((row) => width(row) !== wanted)
        .map((row) => `${wanted} heads over ${width(row)} cells: ${row.textContent.trim()}`)
    })
  })

/** Rows that a printer may cut in two, and heads that it would print once alone. */
export const mayBeCut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const looks = (one: Element): CSSStyleDeclaration => getComputedStyle(one)
    const rows = [...document.querySelectorAll('main :is(tr, li)')].filter(
      (one) => looks(one).display !== 'none' && looks(one).breakInside !== 'avoid',
    )
    const heads = [...document.querySelectorAll('main thead')].filter(
      (one) => looks(one).display !== 'table-header-group',
    )
    const sums = [...document.querySelectorAll('main tfoot')].filter(
      (one) => looks(one).display === 'table-footer-group',
    )
    return [...rows, ...heads, ...sums].map((one) => one.outerHTML.slice(0, 60))
  })
