import type { LocalDate } from '#domain/kernel/dates.ts'
import type { SupportFile } from '#domain/grants/files.ts'
import type { SupportKind } from '#domain/grants/kinds.ts'
import {
  type SafeRow,
  type WindowStatement,
  cellsByKind,
  isYearReleased,
  kOf,
  quarterEnds,
  quarterOf,
  quarterTotals,
  safeRows,
  survivorsShown,
  windowStatement,
} from '#domain/grants/report.ts'
import { roundedPeople } from '#domain/statistics/rounding.ts'
import { type Support, paidOn, promisedOf } from '#domain/grants/support.ts'
import type { Outcome } from '#domain/grants/files.ts'
import type { FundViews, Notes } from '#domain/ports.ts'
import { type FileNeeds, filesOf } from '#src/app/support/files.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'

type Views = FundViews & Notes

export type WindowView = {
  readonly windowId: string
  readonly terms: GrantSource['windows'][number]['terms']
  readonly received: number
  readonly spent: number
  readonly returned: number
  readonly held: number
  readonly promised: number
}

/** Each window with what came, went, was given back, is there, and is promised. */
export const windowViewsOf = ({ windows, supports, lines }: GrantSource): Promise<WindowView[]> => {
  const all = { from: '0001-01-01', to: '9999-12-31' }
  return Promise.all(
    windows.map(async ({ windowId, terms }) => {
      const { opening, received, spent, returned, closing } = windowStatement(
        await lines([windowId]),
        all,
      )
      return {
        windowId,
        terms,
        received: opening + received,
        spent,
        returned,
        held: closing,
        promised: promisedOf(supports, windowId),
      }
    }),
  )
}

/** What a village may know: one total of all support in each quarter that is over. */
export const villageTotalsOf = async ({ windows, lines }: GrantSource, today: LocalDate) =>
  quarterTotals(await lines(windows.map((one) => one.windowId)), today)

/** The year's table by kind, made once and the same for ever: two readings of it cannot be compared. */
export type YearTable =
  | { readonly is: 'not-yet' }
  | { readonly is: 'too-few' }
  | { readonly is: 'told'; readonly rows: readonly SafeRow<SupportKind>[] }

/** What is told of where grants come from. */
type About = Pick<GrantSource, 'scope' | 'supports' | 'lines'>

const paidIn = ({ paid }: Support, year: string): number =>
  paid.filter(({ on }) => on.startsWith(`${year}-`)).reduce((sum, { amount }) => sum + amount, 0)

const tableOf = async (
  needs: FileNeeds & { readonly store: Views },
  { scope, supports }: About,
  { windowId, year }: { readonly windowId: string; readonly year: string },
): Promise<YearTable> => {
  const files = new Map((await filesOf(needs, scope)).map((file) => [file.code, file]))
  const given = supports.flatMap((support) => {
    const file = files.get(support.code)
    const amount = paidIn(support, year)
    if (!file || support.windowId !== windowId || amount <= 0) return []
    return [{ kind: file.kind, person: file.memberId || support.code, amount }]
  })
  const rows = safeRows(cellsByKind(given), kOf.migration)
  return rows.length === 0 ? { is: 'too-few' } : { is: 'told', rows }
}

/** Gives a release that was made, or makes it and keeps it. */
const releasedOnce = async <T>(
  store: Notes,
  { scope, subject }: { readonly scope: string; readonly subject: string },
  make: () => Promise<T>,
): Promise<T> => {
  const made = (await store.of(scope)).get(subject)
  if (made !== undefined) return JSON.parse(made) as T
  const fresh = await make()
  await store.keep(scope, [{ subject, text: JSON.stringify(fresh) }])
  return fresh
}

export type DonorReport = {
  readonly windowId: string
  readonly year: string
  readonly statement: WindowStatement
  readonly quarters: readonly ({ readonly quarter: string } & WindowStatement)[]
  /** Of grants that were paid in the year, in the order of their codes, which says nothing. */
  readonly codes: readonly string[]
  readonly byKind: YearTable
}

const quarterBegins = ['01-01', '04-01', '07-01', '10-01']

/**
 * What a donor is told of a window in a year: of quarters that are over, the whole money to the last riel, the
 * codes, and by kind what is safe to tell.
 */
export const donorReportOf = async (
  needs: FileNeeds & { readonly store: Views },
  about: About,
  { windowId, year, today }: { windowId: string; year: string; today: LocalDate },
): Promise<DonorReport> => {
  const lines = await about.lines([windowId])
  const quarters = quarterBegins.flatMap((begin, i) => {
    const [from, to] = [`${year}-${begin}`, `${year}-${quarterEnds[i]}`]
    return to < today ? [{ quarter: quarterOf(from), ...windowStatement(lines, { from, to }) }] : []
  })
  // Before the first quarter is over no day has been told of.
  const last = quarters.length === 0 ? '' : `${year}-${quarterEnds[quarters.length - 1]}`
  const codes = about.supports
    .filter((one) => one.windowId === windowId)
    .filter(({ paid }) => paid.some(({ on }) => on.startsWith(`${year}-`) && on <= last))
    .map(({ code }) => code)
    .toSorted()
  const release = { scope: about.scope, subject: `support-release:${windowId}:${year}` }
  const byKind = isYearReleased(year, today)
    ? await releasedOnce(needs.store, release, () => tableOf(needs, about, { windowId, year }))
    : ({ is: 'not-yet' } as const)
  const whole = { from: `${year}-01-01`, to: last }
  const nothing = { opening: 0, received: 0, spent: 0, returned: 0, closing: 0 }
  const statement = quarters.length === 0 ? nothing : windowStatement(lines, whole)
  return { windowId, year, statement, quarters, codes, byKind }
}

export type OutcomeReport =
  | { readonly is: 'not-yet' }
  | {
      readonly is: 'told'
      /** Undefined where so few were helped that it is not told. */
      readonly people: number | undefined
      readonly survivors: number | undefined
      readonly outcomes: readonly SafeRow<Outcome>[]
    }

const helpedIn = async (
  needs: FileNeeds & { readonly store: Views },
  { scope, supports }: About,
  year: string,
): Promise<readonly SupportFile[]> => {
  const paid = new Set(
    supports.filter((one) => paidIn(one, year) > 0 && paidOn(one) > 0).map(({ code }) => code),
  )
  return (await filesOf(needs, scope)).filter(({ code }) => paid.has(code))
}

const outcomeCells = (files: readonly SupportFile[], year: string) =>
  (['earns-more', 'earns-the-same', 'earns-less', 'no-answer'] as const).map((key) => {
    const answered = files.filter(
      ({ followUps }) =>
        followUps.findLast(({ doneOn }) => doneOn?.startsWith(`${year}-`))?.outcome === key,
    )
    return { key, people: answered.length, amount: 0 }
  })

/** What support came to over all funds of a network in a year: made once, and never of a village or a commune. */
export const outcomeReportOf = async (
  needs: FileNeeds & { readonly store: Views },
  {
    networkId,
    sources,
    year,
    today,
  }: {
    readonly networkId: string
    /** Its funds' and its own. */
    readonly sources: readonly GrantSource[]
    readonly year: string
    readonly today: LocalDate
  },
): Promise<OutcomeReport> => {
  if (!isYearReleased(year, today)) return { is: 'not-yet' }
  const release = { scope: networkId, subject: `support-outcomes:${year}` }
  return releasedOnce(needs.store, release, async (): Promise<OutcomeReport> => {
    const helped = await Promise.all(sources.map((one) => helpedIn(needs, one, year)))
    const files = helped.flat()
    const all = await Promise.all(sources.map(({ scope }) => filesOf(needs, scope)))
    const outcomes = safeRows(outcomeCells(all.flat(), year), kOf.migration)
    const survivors = files.filter(({ isSurvivors }) => isSurvivors).length
    // Of one fund alone survivors are never counted, however many there were; the pot's people are of any fund.
    const funds = sources.filter(({ isPot }) => !isPot).length
    const helping = sources.filter((_, i) => helped[i]!.length > 0)
    const isWide = funds > 1 && (helping.length > 1 || helping.some(({ isPot }) => isPot))
    const told = isWide ? survivorsShown(files.length, survivors) : undefined
    const people = files.length < kOf.migration ? undefined : roundedPeople(files.length)
    return { is: 'told', people, survivors: told, outcomes }
  })
}
