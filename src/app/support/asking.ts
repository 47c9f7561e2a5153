import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import type { SupportFile, SupportWay } from '#domain/grants/files.ts'
import {
  type SupportKind,
  conditionsOf,
  followUpMonths,
  isForLeaving,
} from '#domain/grants/kinds.ts'
import type { GrantCommand } from '#domain/grants/operations.ts'
import type { Particulars } from '#domain/fund/people/particulars.ts'
import type { Journal, Random } from '#domain/ports.ts'
import { type AgencyFault, type RegisterNeeds, agencyOfWish } from '#src/app/support/agency.ts'
import { budgetRefusal } from '#src/app/support/budget.ts'
import { mayCheckOn } from '#src/app/support/checkers.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'
import { kinOnDay } from '#src/app/stepping-out.ts'
import { turnsByName } from '#src/app/turns.ts'
import {
  type ClaimNeeds,
  type Marks,
  type Paper,
  claim,
  letGoClaims,
} from '#src/app/support/claims.ts'
import {
  type FileNeeds,
  codeOf,
  fileHashOf,
  fileOf,
  filesOf,
  keepFile,
} from '#src/app/support/files.ts'

type AskForSupport = Extract<GrantCommand, { type: 'AskForSupport' }>

type AskNeeds = FileNeeds &
  RegisterNeeds & {
    readonly journal: Pick<Journal, 'find'>
    readonly store: Pick<Particulars, 'kinships'> & ClaimNeeds['store']
    readonly record: Recorder
    readonly random: Random
    /** Whoever asks picks the day that is asked for; who may ask, how much and whether again is judged by this one. */
    readonly today: () => LocalDate
  }

/** What is asked for somebody, and by whom. */
export type Wanted = {
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly windowId: string
  readonly amount: number
  readonly parts: number
  readonly kind: SupportKind
  readonly isSurvivors: boolean
  readonly memberId: string
  readonly withChildren: boolean
  /** Said where it is to help somebody to leave; looked at and kept nowhere. */
  readonly isAdult: boolean
  readonly reason: string
  readonly way: SupportWay
  readonly supplier: string
  readonly mentor: string
  /** Of what helps to leave by an agency: its id in the register. */
  readonly agency?: string
  readonly checker: string
  readonly papers: readonly Paper[]
  /** Where it has waited: keyed hashes of papers, of which no number was kept. */
  readonly marks?: Marks
}

export type Asker = {
  readonly userId: string
  /** Who the asker is in the fund; undefined for the team. */
  readonly memberId: string | undefined
  readonly networkId: string
  readonly by: Session
}

type AskFileRefusal =
  | AgencyFault
  | 'above-its-kind'
  | 'leaver-under-eighteen'
  | 'window-unknown'
  | 'kind-not-in-window'
  | 'budget-of-its-kind-spent'
  | 'already-helped'
  | 'asker-is-concerned'
  | 'checker-is-concerned'
  | 'checker-not-another'
  | 'checker-not-an-officer'
  | 'file-full'

/** Whoever asks and whoever looks at it know whose it is: neither may be that person, or kin. */
const concernRefusal = async (
  { store, today }: AskNeeds,
  book: GrantSource,
  { fundId, asker, wanted }: { fundId: string; asker: Asker; wanted: Wanted },
): Promise<AskFileRefusal | undefined> => {
  const { checker, memberId } = wanted
  const day = today()
  if (checker === asker.memberId || checker === asker.userId) return 'checker-not-another'
  if (asker.memberId === undefined) return undefined
  const member = book.members.find((one) => one.memberId === checker)
  if (!member || !isActingOn(member, day)) return 'checker-not-an-officer'
  const kin = kinOnDay(await store.kinships(fundId), book.members, { memberId, day })
  const isConcerned = (id: string): boolean => id === memberId || kin.has(id)
  if (isConcerned(asker.memberId)) return 'asker-is-concerned'
  return isConcerned(checker) ? 'checker-is-concerned' : undefined
}

const followUpsOf = ({ kind, effectiveOn: on }: Wanted): SupportFile['followUps'] =>
  kind === 'reintegration'
    ? followUpMonths.map((months) => ({
        months,
        dueOn: monthlyDay(on, months, Number(on.slice(8))),
      }))
    : []

const fileFrom = (
  wanted: Wanted,
  { code, salt, asker }: { readonly code: string; readonly salt: string; readonly asker: Asker },
): SupportFile => {
  const { kind, isSurvivors, memberId, withChildren, reason, way, supplier, mentor, agency } =
    wanted
  return {
    code,
    kind,
    isSurvivors,
    memberId,
    withChildren,
    reason,
    way,
    supplier,
    ...(agency !== undefined && { agency }),
    salt,
    mentor,
    asker: asker.userId,
    checker: wanted.checker,
    networkId: asker.networkId,
    conditions: conditionsOf[kind].map((what) => ({ what })),
    followUps: followUpsOf(wanted),
    book: [],
  }
}

const ruleRefusal = async (
  needs: AskNeeds,
  book: GrantSource,
  asked: { fundId: string; asker: Asker; wanted: Wanted },
): Promise<AskFileRefusal | undefined> => {
  const { fundId, wanted } = asked
  const concern = await concernRefusal(needs, book, asked)
  if (concern !== undefined) return concern
  if (isForLeaving(wanted.kind) && !wanted.isAdult) return 'leaver-under-eighteen'
  const agency = await agencyOfWish(needs, asked)
  if (agency !== undefined) return agency
  if (wanted.amount > book.limitOf(wanted.windowId, wanted, needs.today())) return 'above-its-kind'
  return budgetRefusal(book, await filesOf(needs, fundId), wanted)
}

type Asked = { readonly fundId: string; readonly asker: Asker; readonly wanted: Wanted }

const mayBeChecker = (needs: AskNeeds, { asker, wanted: { checker } }: Asked): Promise<boolean> =>
  mayCheckOn(needs, { ...asker, checker, day: needs.today() })

/** Why what the team asks for would be refused as it is; nothing is written. */
export const teamRefusal = async (
  needs: AskNeeds,
  book: GrantSource,
  asked: Asked,
): Promise<string | undefined> =>
  (await mayBeChecker(needs, asked)) ? ruleRefusal(needs, book, asked) : 'user-unknown'

/** Claims what was shown, for whoever asks. */
const claimFor = (
  needs: AskNeeds,
  { fundId, asker, wanted, code }: { fundId: string; asker: Asker; wanted: Wanted; code: string },
): Promise<'taken' | 'held'> => {
  const { kind, papers, marks, memberId } = wanted
  const { networkId } = asker
  const on = needs.today()
  const isTeam = asker.memberId === undefined
  return claim(needs, { fundId, code, networkId, isTeam, kind, papers, marks, memberId, on })
}

/** Of what was not recorded nothing is kept. The same may have come twice: what an entry vouches for stays. */
const letGo = async (
  needs: AskNeeds,
  { fundId, asker, wanted, code }: { fundId: string; asker: Asker; wanted: Wanted; code: string },
): Promise<void> => {
  const [row] = await needs.journal.find(fundId, [wanted.id])
  if (row) return
  await needs.store.dropSupportFile(fundId, code)
  await letGoClaims(needs, asker.networkId, { fundId, code })
}

const commandOf = (
  { id, effectiveOn, windowId, amount, parts }: Wanted,
  made: { readonly code: string; readonly isTeam: boolean; readonly fileHash: string },
): AskForSupport => ({
  id,
  type: 'AskForSupport',
  v: 1,
  effectiveOn,
  code: made.code,
  windowId,
  amount,
  parts,
  broughtBy: made.isTeam ? 'team' : 'fund',
  fileHash: made.fileHash,
})

/** Sent again: the same answer for the same, a conflict for anything else, and nothing is written. */
const again = async (
  needs: AskNeeds,
  { fundId, asker, wanted, code }: { fundId: string; asker: Asker; wanted: Wanted; code: string },
  data: string,
): Promise<Answer> => {
  const kept = await fileOf(needs, fundId, code)
  const isTeam = asker.memberId === undefined
  const was = (JSON.parse(data) as { readonly fileHash?: string }).fileHash ?? ''
  // Once a file is erased nobody can say any more what stood in it.
  const fileHash = kept
    ? fileHashOf(needs, { ...fileFrom(wanted, { code, asker, salt: kept.salt }) })
    : was
  const command = commandOf(wanted, { code, isTeam, fileHash })
  return (await needs.record(fundId, [command], asker.by))[0]!
}

type About = { fundId: string; asker: Asker; wanted: Wanted; code: string }

/** Claims what was shown, keeps the file and writes the entry; what was not written is let go again. */
const writeDown = async (
  needs: AskNeeds,
  about: About,
  { file, command }: { readonly file: SupportFile; readonly command: AskForSupport },
): Promise<Answer> => {
  const { fundId, asker } = about
  const { id } = command
  try {
    if ((await claimFor(needs, about)) === 'held')
      return { id, outcome: 'refused', code: 'already-helped' }
    const [answer] =
      (await keepFile(needs, fundId, file)) === 'file-full'
        ? [{ id, outcome: 'refused', code: 'file-full' } as const]
        : await needs.record(fundId, [command], asker.by)
    if (answer!.outcome !== 'recorded') await letGo(needs, about)
    return answer!
  } catch (error) {
    // Nobody is held for years by what was never written down; what failed first is what is told.
    await letGo(needs, about).catch(() => undefined)
    throw error
  }
}

const askInTurn = async (needs: AskNeeds, book: GrantSource, about: About): Promise<Answer> => {
  const { fundId, asker, wanted, code } = about
  const { id } = wanted
  const [row] = await needs.journal.find(fundId, [id])
  if (row) return again(needs, about, row.data)
  const isTeam = asker.memberId === undefined
  if (isTeam && !(await mayBeChecker(needs, about)))
    return { id, outcome: 'invalid', code: 'user-unknown', at: '/checkerId' }
  const rule = await ruleRefusal(needs, book, about)
  if (rule !== undefined) return { id, outcome: 'refused', code: rule }
  // Where the same was begun already, elsewhere or before a failure, its salt is the one that an entry may vouch by.
  const salt = (await fileOf(needs, fundId, code))?.salt ?? needs.random.token()
  const file = fileFrom(wanted, { code, asker, salt })
  const command = commandOf(wanted, { code, isTeam, fileHash: fileHashOf(needs, file) })
  const [would] = await needs.record(fundId, [command], { ...asker.by, dryRun: true })
  return would!.outcome === 'recorded' ? writeDown(needs, about, { file, command }) : would!
}

/** One at a time of a code, for each store: what another request's store does is not waited for. */
const turns = new WeakMap<AskNeeds['store'], ReturnType<typeof turnsByName>>()
const waitingMax = 1000

const turnsOf = ({ store }: AskNeeds): ReturnType<typeof turnsByName> => {
  const known = turns.get(store) ?? turnsByName(waitingMax)
  turns.set(store, known)
  return known
}

/**
 * Asks for somebody: the rules of the kind, who has had it already, and whom the two who know it are to that
 * person are looked at here; the journal gets a code, a window, a sum and a salted hash. What is refused is
 * kept nowhere. The same form pressed twice at once waits for itself, and is one grant.
 */
export const askForSomebody = (
  needs: AskNeeds,
  book: GrantSource,
  { fundId, asker, wanted }: { fundId: string; asker: Asker; wanted: Wanted },
): Promise<Answer> => {
  const about = { fundId, asker, wanted, code: codeOf(needs, fundId, wanted.id) }
  return turnsOf(needs).inTurn(about.code, () => askInTurn(needs, book, about))
}
