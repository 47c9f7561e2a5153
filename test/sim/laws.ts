import { isDeepStrictEqual } from 'node:util'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { isAccountId } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { owedAtOrigin } from '#domain/loans/loan.ts'
import { stoodFor } from '#domain/loans/request/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { lastFactOn, walk } from '#domain/loans/plan/village-convention.ts'
import type { Body, Command, Village } from '#domain/village.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Answer } from '#src/app/answer.ts'
import type { FundRealm } from '#src/app/realm.ts'
import { opened } from '#src/app/rows.ts'
import type { Session } from '#src/app/standing.ts'
import { refusedFor } from '#test/sim/bars.ts'
import { decisionLaws } from '#test/sim/decision-laws.ts'
import { kinds } from '#test/sim/kinds.ts'
import { law } from '#test/sim/law.ts'
import { refusalLaws } from '#test/sim/refusal-laws.ts'
import { daysPosted } from '#test/support/posted.ts'

/** What the simulator knows of a fund from outside: what was sent, answered and found in the journal. */
export type Watch = {
  readonly fundId: string
  readonly sent: Map<string, Command[]>
  readonly answered: Map<string, Answer>
  readonly rows: JournalRow[]
  readonly byId: Map<string, JournalRow>
  /** The commands that stand in the journal, in its order. */
  readonly log: Command[]
  readonly bodies: Map<string, Body>
  readonly village: Village
  readonly statuses: Map<string, string>
}
export type Look = {
  readonly watch: Watch
  readonly evolve: FundRealm['evolve']
  readonly mark: (what: string) => void
}

/** The bytes under a hash, written a second time. */
const sealedText = (row: JournalRow): string =>
  [
    'village-fund/entry/1',
    row.fundId,
    `${row.seq}`,
    row.id,
    row.type,
    `${row.v}`,
    row.effectiveOn,
    row.recordedAt,
    row.recordedBy,
    row.device,
    row.commandHash,
    row.reverses,
    row.data,
    row.prevHash,
  ]
    .map((field) => (field === undefined ? '-' : `${Buffer.byteLength(field)}:${field}`))
    .join(',')

const checkPostings = (
  row: JournalRow,
  { postings }: Body,
  closedThrough: string | undefined,
): void => {
  const sums = new Map<string, number>()
  for (const { account, amount, currency, on } of postings) {
    law('no posting is zero', Number.isSafeInteger(amount) && amount !== 0, () => row)
    law('the list of accounts is closed', isAccountId(account), () => account)
    const isOpen = row.type === 'PeriodClosed' || closedThrough === undefined || on > closedThrough
    law('a closed period takes nothing in', isOpen, () => row)
    sums.set(`${currency} ${on}`, (sums.get(`${currency} ${on}`) ?? 0) + amount)
  }
  law(
    'postings sum to zero',
    [...sums.values()].every((sum) => sum === 0),
    () => row,
  )
}

const seen = (
  { statuses }: Watch,
  mark: Look['mark'],
  { loanId, status }: { readonly loanId: string; readonly status: string },
): void => {
  const before = statuses.get(loanId) ?? 'none'
  if (before !== status) mark(`edge loan ${before} > ${status}`)
  statuses.set(loanId, status)
}

const checkLoan = ({ watch, mark }: Look, loanId: string): void => {
  const loan = watch.village.loans.get(loanId)
  if (!loan) return
  if (loan.isVoid) return seen(watch, mark, { loanId, status: 'void' })
  const last = lastFactOn(loan)
  const standing = standingOf(loan, last)!
  const { owed, status, dues } = standing
  const lent = (loan.draws ?? []).reduce((sum, { amount }) => sum + amount, owedAtOrigin(loan))
  law('a debt is never negative', owed >= 0 && owed <= lent, () => standing)
  const counted = walk(loan, last).interestCounted
  const bearing = loan.origin.kind === 'paid-out' ? lent : loan.terms.principal
  law('interest is at most half', counted * 2 <= bearing, () => standing)
  const parts = dues.reduce((sum, { principal }) => sum + principal, 0)
  law('instalments sum to the loan', parts === lent, () => standing)
  const { guarantees = [] } = watch.village.requests.get(loanId) ?? {}
  const isFair = guarantees.every((one) => stoodFor(one, owed) <= Math.min(one.upTo, owed))
  law('nobody stands for more than is owed', isFair, () => ({ guarantees, owed }))
  const days = [...(daysPosted(watch.village.posted).get(`asset:loan:${loanId}`) ?? [])]
  const posted = days.reduce((sum, [, amount]) => sum + amount, 0)
  law('what is owed is what is posted', posted === owed, () => ({ posted, standing }))
  seen(watch, mark, { loanId, status })
}

const touchedLoans = (village: Village, body: Body): readonly string[] => {
  if (body.type === 'EntryReversed')
    return touchedLoans(village, village.kept.get(body.reverses)!.body)
  if (body.type === 'PaymentSpread') return body.parts.map(({ loanId }) => loanId)
  if (body.type === 'DeathSettled') return body.loans.map(({ loanId }) => loanId)
  if ('loanId' in body) return [body.loanId as string]
  if (!('touched' in body)) return []
  return (body.touched as readonly { loanId: string }[]).map(({ loanId }) => loanId)
}

/** Takes in one row that has come to the journal, and holds it against all that was before. */
export const takeRow = (look: Look, row: JournalRow, session: Session): void => {
  const { watch, evolve, mark } = look
  const last = watch.rows.at(-1)
  law('the journal has no gap', row.seq === watch.rows.length + 1, () => row)
  law('a row is in its own journal', row.fundId === watch.fundId, () => row)
  law('each entry covers the one before', row.prevHash === (last?.hash ?? ''), () => row)
  law('the hash covers every field', row.hash === sha256(sealedText(row)), () => row)
  law('each intent counts once', !watch.byId.has(row.id), () => row)
  const isSame = (sent: Command) =>
    sha256(canonicalJson(sent as unknown as Json)) === row.commandHash
  const command = watch.sent.get(row.id)?.find(isSame)
  law('nothing is written that nobody sent', command !== undefined, () => row)
  const { actor, device } = session
  law('who did it is the one who asked', row.recordedBy === actor && row.device === device)
  law('the day is the day that was said', row.effectiveOn === command!.effectiveOn, () => row)
  const entry = opened(row)
  checkPostings(row, entry.body, watch.village.fund?.closedThrough)
  const reverses = command!.type === 'ReverseEntry' ? command!.reverses : undefined
  law('the journal tells what is taken back', row.reverses === reverses, () => row)
  decisionLaws(watch, command!, entry.body)
  evolve(watch.village, entry)
  // A copy: whoever changes the journal's own must not change what was seen.
  watch.rows.push({ ...row })
  watch.byId.set(row.id, row)
  watch.log.push(command!)
  watch.bodies.set(row.id, entry.body)
  for (const loanId of touchedLoans(watch.village, entry.body)) checkLoan(look, loanId)
  mark(`recorded ${command!.type}`)
  for (const flag of entry.body.flags) mark(`flag ${flag}`)
}

const isAccepted = ({ outcome }: Answer): boolean => outcome === 'recorded' || outcome === 'flagged'

const lateRefusals = ['fund-not-founded', 'event-already-declared', 'approver-not-an-officer']

/** Whoever hears that an id or a number is taken can be shown the loan that has it. */
const checkTaken = ({ village }: Watch, command: Command, answer: Answer): void => {
  if (answer.outcome !== 'invalid' || !('loanId' in command)) return
  const { loanId } = command
  const isLive = ({ isVoid }: { readonly isVoid?: true }): boolean => !isVoid
  const there = [...village.loans.values()].filter(isLive)
  if (answer.code === 'loan-number-taken' && 'number' in command)
    law(
      'a number that is taken is a loan’s',
      there.some((one) => one.number === command.number),
    )
  if (answer.code !== 'loan-already-there') return
  const isThere = there.some((one) => one.loanId === loanId)
  const isAsked = command.type === 'RequestLoan'
  law('an id that is taken is a loan’s', isThere || isAsked, () => command)
}

/** What whoever sent an entry is told of it. */
const told = (row: JournalRow, { flags }: Body) => {
  const { id, seq, hash, recordedAt } = row
  return { outcome: flags.length > 0 ? 'flagged' : 'recorded', id, seq, hash, recordedAt, flags }
}

/** What one call was answered, against what the journal holds after it. */
export const checkAnswers = (
  { watch, mark }: Look,
  {
    commands,
    answers,
    isAlone,
    isKept,
  }: {
    readonly commands: readonly Command[]
    readonly answers: readonly Answer[]
    /** False while another desk writes too. */
    readonly isAlone: boolean
    /** False for a call that may keep nothing: a dry run, or an import of which one part was not taken. */
    readonly isKept: boolean
  },
): void => {
  law('each command has its answer', answers.length === commands.length, () => answers)
  for (const [i, answer] of answers.entries()) {
    const { type, id } = commands[i]!
    const row = watch.byId.get(id)
    law('an answer names its command', answer.id === id, () => answer)
    if (isAlone && commands.length === 1) checkTaken(watch, commands[i]!, answer)
    if (answer.outcome === 'refused' && isAlone && commands.length === 1) {
      refusalLaws({ village: watch.village, log: watch.log, command: commands[i]! }, answer.code)
      refusedFor(watch, commands[i]!, answer.code)
    }
    if (answer.outcome === 'refused') mark(`refused ${answer.code}`)
    else if (answer.outcome === 'invalid') mark(`invalid ${answer.code}`)
    else mark(`answered ${answer.outcome}`)
    if (isAccepted(answer)) {
      if (!isKept && row === undefined) continue
      law('what is acknowledged is there', row !== undefined, () => answer)
      const isSpeculation = 'hash' in answer && answer.hash !== row!.hash
      if (!isKept && isSpeculation && (!isAlone || !watch.answered.has(id))) continue
      law(
        'the answer tells what stands',
        isDeepStrictEqual({ ...answer }, told(row!, watch.bodies.get(id)!)),
        () => answer,
      )
      if (watch.answered.has(id)) mark('answered again')
      watch.answered.set(id, answer)
    } else if (answer.outcome === 'conflict') {
      law('a conflict has an entry', row !== undefined || !isKept, () => answer)
    } else {
      const isTakenLater = answers.some((later) => later.id === id && isAccepted(later))
      const isNowhere = row === undefined || !isAlone || isTakenLater
      law('what is refused is not there', isNowhere, () => answer)
      // A type that does not exist is whoever sent it's own.
      const isFact = kinds[type]?.order === 'fact'
      const isTooEarly = answer.outcome === 'refused' && lateRefusals.includes(answer.code)
      law(
        'a fact is never refused',
        answer.outcome === 'invalid' || !isFact || isTooEarly,
        () => answer,
      )
    }
  }
}

/** How many rows a call that was answered must have brought. */
export const rowsExpected = (
  knownBefore: ReadonlySet<string>,
  answers: readonly Answer[],
): number =>
  new Set(
    answers
      .filter(isAccepted)
      .map(({ id }) => id)
      .filter((id) => !knownBefore.has(id)),
  ).size

export const allAccepted = (answers: readonly Answer[]): boolean => answers.every(isAccepted)
