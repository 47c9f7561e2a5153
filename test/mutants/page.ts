import { readFileSync, writeFileSync } from 'node:fs'
import { reasons } from '#test/mutants/reasons.ts'
import type { Slip } from '#test/mutants/slips.ts'

/** A slip that no test noticed. */
export type Left = Slip & { readonly path: string; readonly isSeen: boolean }

const page = 'docs/mutants.md'
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')
const inLine = (text: string): string => {
  const short = onOneLine(text)
  return `\`${(short.length > 100 ? `${short.slice(0, 97)}...` : short).replaceAll('|', '\\|')}\``
}
const whyOf = ({ path, was, is, isSeen }: Left): string =>
  reasons.find(
    (one) =>
      path.startsWith(one.path) && one.was.test(onOneLine(was)) && one.is.test(onOneLine(is)),
  )?.why ?? (isSeen ? 'open' : 'open: no test comes by')

const rowOf = (one: Left): string => {
  const { path, line, was, is } = one
  return `| ${path}:${line} | ${inLine(was)} | ${is === '' ? 'left out' : inLine(is)} | ${whyOf(one)} |`
}

/** Puts the score of a room and what is left into the page, in the place of what stood there. */
export const writeSection = (
  room: string,
  {
    places,
    planted,
    left,
  }: { readonly places: number; readonly planted: number; readonly left: readonly Left[] },
): void => {
  const noticed = planted - left.length
  const unseen = left.filter(({ isSeen }) => !isSeen).length
  const share = ((100 * noticed) / planted).toFixed(1)
  const section = [
    `<!-- ${room} -->`,
    `## ${room}: ${share} %`,
    '',
    `${planted}${planted < places ? ` drawn from ${places}` : ''} planted, ${noticed} noticed, ${left.length} left; of these no test comes by ${unseen}.`,
    '',
    '| where | what stood there | what stands there | why it stays |',
    '|---|---|---|---|',
    ...left.map(rowOf),
    `<!-- end of ${room} -->`,
  ].join('\n')
  const text = readFileSync(page, 'utf8')
  const old = new RegExp(`<!-- ${room} -->[^]*<!-- end of ${room} -->`)
  const next = old.test(text) ? text.replace(old, () => section) : `${text}\n${section}\n`
  writeFileSync(page, next)
}
