import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { type Watch, rulingsBy } from '#domain/network/watch/watch.ts'
import type { NetworkViews } from '#domain/ports.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'
import { type KeptReport, reportsIn } from '#src/app/watch/reports.ts'
import { evidenceMark } from '#src/app/watch/sealed-parts.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'

/*
 * A report that is checked stands behind the codes of the journal, and nothing in the journal leads to it. Its id there is made
 * by a key of the service: so one report is one of the journal, however often and by whom it is sent, and what nobody told is
 * none (ADR 174).
 */

type Decided = Pick<Watch, 'decisions'>

/** Whether two have ruled that it was checked wrongly: then its report is checked anew, under another id. */
export const isCheckedWrongly = (book: Decided, reportId: string): boolean =>
  rulingsBy(book).get(reportId)?.found === 'checked-wrongly'

/** Under which id the journal takes a sealed report now. */
export const checkedIdOf = (
  { signer, hash, networkId }: NamingNeeds & Pick<CaseNeeds, 'networkId'>,
  book: Decided,
  code: string,
): string => {
  for (let nth = 0; ; nth += 1) {
    const text = lengthPrefixed(['village-fund/checked-report/1', code, String(nth)])
    const id = uuidOfHash(hash(signer.mark(networkId, text)))
    if (!isCheckedWrongly(book, id)) return id
  }
}

/** A report as what was ruled leaves it: what was checked wrongly waits again. */
export const asRuled = (book: Decided, report: KeptReport): KeptReport => {
  const { checked, ...open } = report
  return checked && isCheckedWrongly(book, checked.reportId) ? open : report
}

/** The sealed report behind codes of the journal; undefined where it was erased. */
export const sealedBehind = async (
  needs: CaseNeeds,
  reportId: string,
): Promise<KeptReport | undefined> =>
  (await reportsIn(needs)).find(({ checked }) => checked?.reportId === reportId)

type Checks = Extract<NetworkCommand, { readonly type: 'CheckReport' }>

/** What was sent along, and what whoever told it lets be done with it, is as it lies sealed. */
const isAsSealed = (
  needs: NamingNeeds,
  report: KeptReport,
  { evidence, mayBeCounted, mayBeAsked, basis, household }: Checks,
): boolean => {
  const kept = new Set(report.evidence.map((thing) => evidenceMark(needs, thing)))
  const { grounds } = report
  return (
    grounds?.basis === basis &&
    grounds.household === household &&
    evidence.every((mark) => kept.has(mark)) &&
    mayBeCounted === report.mayBeCounted &&
    mayBeAsked === report.mayBeAsked
  )
}

type GateNeeds = NamingNeeds & {
  readonly store: Pick<NetworkViews, 'registerSubjects' | 'networkHead'>
  readonly cases?: Omit<CaseNeeds, 'networkId' | 'clock'>
  readonly clock: CaseNeeds['clock']
}

/** Why a check is not taken: nobody told that, it was put aside, or it says otherwise than what was told. */
export const checkRefusal =
  (needs: GateNeeds, networkId: string) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (command.type !== 'CheckReport') return undefined
    const { cases, clock, store } = needs
    if (!cases) return 'report-not-sealed'
    const book = await watchBookOf(store, networkId)
    const of = { ...needs, networkId }
    const found = (await reportsIn({ ...cases, clock, networkId })).find(
      ({ code }) => checkedIdOf(of, book, code) === command.reportId,
    )
    if (!found || found.aside?.confirmedBy !== undefined) return 'report-not-sealed'
    const { checked } = asRuled(book, found)
    if (checked && checked.reportId !== command.reportId) return 'report-already-checked'
    if (!found.grounds) return 'grounds-missing'
    return isAsSealed(needs, found, command) ? undefined : 'not-as-sealed'
  }
