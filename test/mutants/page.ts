import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { reasons } from '#test/mutants/reasons.ts'
import { rooms } from '#test/mutants/rooms.ts'
import type { Slip } from '#test/mutants/slips.ts'

/** A slip that no test noticed. */
export type Left = Slip & { readonly path: string; readonly isSeen: boolean }

type Score = {
  readonly on: string
  readonly places: number
  readonly planted: number
  readonly noticed: number
  readonly open: number
}

const page = 'docs/mutants.md'
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')
const inLine = (text: string): string => {
  const short = onOneLine(text)
  return `\`${(short.length > 100 ? `${short.slice(0, 97)}...` : short).replaceAll('|', '\\|')}\``
}
/** Why a slip stays, where somebody has looked at it. */
export const reasonOf = ({ path, was, is }: Omit<Left, 'isSeen'>): string | undefined =>
  reasons.find(
    (one) =>
      path.startsWith(one.path) && one.was.test(onOneLine(was)) && one.is.test(onOneLine(is)),
  )?.why
const whyOf = (one: Left): string =>
  reasonOf(one) ?? (one.isSeen ? 'open' : 'open: no test comes by')

const rowOf = (one: Left): string => {
  const { path, line, was, is } = one
  return `| ${path}:${line} | ${inLine(was)} | ${is === '' ? 'left out' : inLine(is)} | ${whyOf(one)} |`
}
const shareOf = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1)

/** The section between two marks, put in the place of what stood there; a new one at the end. */
const withSection = (text: string, name: string, lines: readonly string[]): string => {
  const section = [`<!-- ${name} -->`, ...lines, `<!-- end of ${name} -->`].join('\n')
  const old = new RegExp(`<!-- ${name} -->[^]*<!-- end of ${name} -->`)
  return old.test(text) ? text.replace(old, () => section) : `${text}\n${section}\n`
}

const scoreIn = (text: string, room: string): Score | undefined => {
  const section = new RegExp(`<!-- ${room} -->([^]*)<!-- end of ${room} -->`).exec(text)?.[1] ?? ''
  const told = /On ([\d-]+): (\d+)(?: drawn from (\d+))? planted, (\d+) noticed/.exec(section)
  if (!told) return undefined
  const [, on = '', planted, places = planted, noticed] = told
  const open = section.split('\n').filter((line) => / \| open[^|]* \|$/.test(line)).length
  const [all, some, found] = [places, planted, noticed].map(Number) as [number, number, number]
  return { on, places: all, planted: some, noticed: found, open }
}

const git = (...asked: readonly string[]): string =>
  execFileSync('git', asked, { encoding: 'utf8' }).trim()
/** How much of a room was written after the day of its score, in percent of its lines. */
const writtenSince = (mutated: readonly string[], on: string): number => {
  const paths = globSync(mutated)
  const lines = paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length, 0)
  const then = git('rev-list', '-1', `--before=${on}T23:59:59Z`, 'HEAD')
  const added = git('diff', '--numstat', then, 'HEAD', '--', ...paths)
    .split('\n')
    .reduce((sum, line) => sum + Number(line.split('\t')[0] ?? 0), 0)
  return Math.round((100 * added) / lines)
}

/** From here on a score tells more of what stood there than of what stands there. */
const oldFrom = 20

const summary = (text: string): string[] => {
  const scores = Object.entries(rooms).map(([room, { mutated }]) => {
    const score = scoreIn(text, room)
    return { room, score, since: score ? writtenSince(mutated, score.on) : 0 }
  })
  const known = scores.flatMap(({ score }) => (score ? [score] : []))
  const sum = (of: 'places' | 'planted' | 'noticed' | 'open'): number =>
    known.reduce((all, score) => all + score[of], 0)
  const [planted, noticed] = [sum('planted'), sum('noticed')]
  return [
    '## Planted by machine, room by room',
    '',
    `All rooms that have a score: **${planted} planted, ${noticed} noticed (${shareOf(noticed, planted)} %), ${planted - noticed} left, of them ${sum('open')} open**; the others change nothing, or why no test is asked stands beside them. Where ${oldFrom} % or more of a room was written after its score, the score is old.`,
    '',
    '| room | of | planted | of places | noticed | score | left | of them open | written since |',
    '|---|---|---|---|---|---|---|---|---|',
    ...scores.map(({ room, score, since }) => {
      if (!score) return `| ${room} | not yet tried | | | | | | | |`
      const { on, planted: some, places, noticed: found, open } = score
      return `| ${room} | ${on} | ${some} | ${places} | ${found} | ${shareOf(found, some)} % | ${some - found} | ${open} | ${since} %${since >= oldFrom ? ', old' : ''} |`
    }),
  ]
}

/** The sum of all rooms above them, as they stand in the page. */
export const writeSum = (text = readFileSync(page, 'utf8')): void =>
  writeFileSync(page, withSection(text, 'all rooms', summary(text)))

/** Puts the score of a room and what is left into the page, and the sum of all rooms above them. */
export const writeSection = (
  room: string,
  {
    on,
    places,
    planted,
    left,
  }: {
    readonly on: string
    readonly places: number
    readonly planted: number
    readonly left: readonly Left[]
  },
): void => {
  const noticed = planted - left.length
  const unseen = left.filter(({ isSeen }) => !isSeen).length
  const text = withSection(readFileSync(page, 'utf8'), room, [
    `## ${room}: ${shareOf(noticed, planted)} %`,
    '',
    `On ${on}: ${planted}${planted < places ? ` drawn from ${places}` : ''} planted, ${noticed} noticed, ${left.length} left; of these no test comes by ${unseen}.`,
    '',
    '| where | what stood there | what stands there | why it stays |',
    '|---|---|---|---|',
    ...left.map(rowOf),
  ])
  writeSum(text)
}
