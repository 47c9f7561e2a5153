import type { Charter } from '#domain/fund/charter/charter.ts'
import { loansOf } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import type { Body, Command, Village } from '#domain/village.ts'
import { type Matter, carried, officersOn } from '#test/sim/ballot-laws.ts'
import { law } from '#test/sim/law.ts'
import { roomAtMost } from '#test/sim/lent-room.ts'
import { naiveLoans } from '#test/sim/naive-books.ts'
import { naiveAccount } from '#test/sim/naive-loan.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'
import { daysPosted } from '#test/support/posted.ts'

/** A fund as it was when something was decided. */
export type Before = {
  readonly village: Village
  readonly log: readonly Command[]
  readonly bodies: ReadonlyMap<string, Body>
}
type OfType<Type extends Command['type']> = Extract<Command, { readonly type: Type }>

export const charterFor = ({ village }: Pick<Before, 'village'>, on: string): Charter => {
  const { charters } = village.fund!
  return (charters.findLast(({ from }) => from <= on) ?? charters[0]!).charter
}

const matterOf = (before: Before, on: string, about: Omit<Matter, 'on' | 'charter'>): Matter => ({
  ...about,
  on,
  charter: charterFor(before, on),
})

const checkDecision = (before: Before, command: OfType<'DecideLoan'>, body: Body): void => {
  const request = before.village.requests.get(command.loanId)!
  const { state, asked } = request
  law('what is decided was appraised', state === 'appraised' || state === 'appealed', () => request)
  const matter = matterOf(before, command.effectiveOn, {
    borrower: asked.memberId,
    amount: asked.principal,
    isForTheMeeting: state === 'appealed',
    isUrgent: asked.product === 'emergency',
  })
  const isWon = carried(before.village, command.ballot, matter)
  const outcome = body.type === 'LoanDecided' && body.outcome
  law('more than half decide', outcome === (isWon ? 'approved' : 'refused'), () => command)
  const loan = before.village.loans.get(command.loanId)
  const isOut = loan !== undefined && !loan.isVoid
  const room = roomAtMost(before.village, command.loanId, command.effectiveOn)
  // Of an emergency a part may be the borrower's own, that was promised before the season.
  if (isWon && !isOut && asked.product !== 'emergency')
    law('no vote promises money of others', asked.principal <= room, () => ({ command, room }))
  const told = request.disclosure
  law(
    'the price was told before the vote',
    told !== undefined && told.firstOn <= command.effectiveOn,
  )
  if (isWon) checkFair(before, request, command.effectiveOn)
}

const savedThrough = ({ village }: Before, memberId: string, day: string): number =>
  [...(daysPosted(village.posted).get(`liability:savings:${memberId}`) ?? [])].reduce(
    (sum, [on, amount]) => (on <= day ? sum - amount : sum),
    0,
  )

/** What was voted for is no larger than the charter lets this member borrow, and is the only one of its sort. */
const checkFair = (before: Before, { asked, loanId }: LoanRequest, day: string): void => {
  const { ceiling } = charterFor(before, day)
  const isUrgent = asked.product === 'emergency'
  const saved = savedThrough(before, asked.memberId, day)
  const apart: Readonly<Record<string, number>> = {
    'papers-and-travel': ceiling.papersMax ?? ceiling.amountMax,
    'buy-out': ceiling.buyOutMax ?? ceiling.amountMax,
  }
  const own =
    asked.product === 'enterprise'
      ? (ceiling.enterpriseMax ?? 600_000)
      : (apart[asked.purpose] ?? Math.min(saved * ceiling.savingsMultiple, ceiling.amountMax))
  const most = isUrgent ? ceiling.emergencyMax : own
  law('no vote lends above the ceiling', asked.principal <= most, () => ({ asked, most }))
  // Of months alone, so that this count needs no calendar of plans.
  if (isUrgent && !asked.plan && !asked.firstDueOn)
    law('no emergency lasts longer', asked.months <= ceiling.emergencyMonthsMax, () => asked)
  const others = [...naiveLoans(before.log)]
    .flatMap(([id, loan]) => (id === loanId ? [] : [loan]))
    .filter(
      (loan) =>
        !loan.isVoid &&
        loan.beganOn <= dayOf(day) &&
        loan.memberId === asked.memberId &&
        (loan.product === 'emergency') === isUrgent,
    )
  const owed = others.some((loan) => naiveAccount(loan, dayOf(day)).owed > 0)
  law('one of each sort at a time', !owed, () => asked)
}

const checkAppeal = (
  { village, log }: Before,
  { loanId, effectiveOn }: OfType<'AppealDecision'>,
) => {
  const { state, decision } = village.requests.get(loanId)!
  const last = dayOf(decision!.on)
  law('an appeal is against a refusal', state === 'refused' && dayOf(effectiveOn) - last <= 31)
  const again = log.some((one) => one.type === 'AppealDecision' && one.loanId === loanId)
  law('an appeal is made once', !again, () => loanId)
}

const checkAnew = (before: Before, command: OfType<'RescheduleLoan'>): void => {
  const on = dayOf(command.effectiveOn)
  const loan = naiveLoans(before.log).get(command.loanId)!
  const { owed, dues } = naiveAccount(
    // Money that was brought early was no instalment that anybody had agreed to.
    { ...loan, payments: loan.payments.map((payment) => ({ ...payment, early: 'next' as const })) },
    Math.max(on, ...[...loan.payments, ...loan.draws, ...loan.changes].map((fact) => fact.on)),
  )
  const standing = naiveAccount(loan, on)
  law('who owes nothing agrees nothing anew', standing.owed > 0, () => ({ command, owed }))
  const largest = Math.max(...dues.map(({ amount }) => amount))
  const agreed = naiveAccount(naiveLoans([...before.log, command]).get(command.loanId)!, on)
  const toCome = agreed.dues.filter((due) => due.on > on)
  const anew = Math.max(...toCome.map(({ amount }) => amount))
  law('no instalment grows by a new plan', anew <= largest, () => ({ anew, largest, dues }))
  const { memberId: borrower } = loan
  const matter = { borrower, amount: standing.owed, isForTheMeeting: false }
  const isWon = carried(
    before.village,
    command.ballot,
    matterOf(before, command.effectiveOn, matter),
  )
  law('a vote is won by more than half', isWon, () => command)
}

const checkConverted = (before: Before, command: OfType<'ConvertLoan'>): void => {
  const on = command.effectiveOn
  const loan = naiveLoans(before.log).get(command.loanId)!
  const { owed } = naiveAccount(loan, dayOf(on))
  law('who owes nothing is converted no more', owed > 0, () => command)
  const { conversions, asWritten } = loan
  law('a loan is converted once', conversions.length === 0, () => conversions)
  law('what is converted is of an older book', asWritten?.method !== undefined, () => loan)
  const matter = { borrower: loan.memberId, amount: owed, isForTheMeeting: true }
  const isWon = carried(before.village, command.ballot, matterOf(before, on, matter))
  law('a vote is won by more than half', isWon, () => command)
}

const checkGivenUp = (before: Before, command: OfType<'WriteOffLoan'>): void => {
  const loan = naiveLoans(before.log).get(command.loanId)!
  const { owed } = naiveAccount(loan, dayOf(command.effectiveOn))
  law('what is given up was owed', owed > 0, () => command)
  const matter = { borrower: loan.memberId, amount: owed, isForTheMeeting: true }
  const isWon = carried(
    before.village,
    command.ballot,
    matterOf(before, command.effectiveOn, matter),
  )
  law('a vote is won by more than half', isWon, () => command)
}

const isOfOpenLine = ({ seasons }: Village, command: OfType<'RecordPayout'>): boolean => {
  const { memberId, product, principal, effectiveOn } = command
  return [...seasons.values()].some(
    ({ lines, opened }) =>
      product === 'emergency' &&
      lines.some((line) => line.memberId === memberId && principal <= line.amount) &&
      opened.some(({ on }) => on <= effectiveOn),
  )
}

const checkPayout = ({ village }: Before, command: OfType<'RecordPayout'>, body: Body): void => {
  const request = village.requests.get(command.loanId)
  const isDecided = request?.state === 'approved' && request.decision!.on <= command.effectiveOn
  const isFlagged = (body.flags as readonly string[]).includes('paid-without-decision')
  // A sum of an emergency line that was opened has been decided before the season.
  const isPromised = !isDecided && !isFlagged && isOfOpenLine(village, command)
  law('what nobody decided is flagged', isFlagged !== (isDecided || isPromised), () => ({
    command,
    request,
  }))
}

const checkRelease = ({ village }: Before, command: OfType<'ReleaseSuspense'>): void => {
  if (command.to === 'cash') return
  const days = [...(daysPosted(village.posted).get(`liability:suspense:${command.memberId}`) ?? [])]
  const through = (last: string): number =>
    days.reduce((sum, [on, sent]) => (on <= last ? sum - sent : sum), 0)
  // What was given out on a later day waits no more.
  const waits = Math.min(through(command.effectiveOn), through('9999'))
  law('no more is released than waits', command.amount <= waits, () => ({ command, waits }))
}

const checkGuarantee = ({ village }: Before, command: OfType<'GiveGuarantee'>): void => {
  const { asked } = village.requests.get(command.loanId)!
  const ids = command.guarantees.map(({ memberId }) => memberId)
  law('nobody stands for the own loan', !ids.includes(asked.memberId), () => command)
  law('each stands once', new Set(ids).size === ids.length, () => command)
}

/** What stands on a loan's beginning, from the commands and what took them back. */
const standingOn = ({ log, bodies }: Before, id: string, loanId: string): Command[] => {
  const taken = new Set(log.flatMap((one) => (one.type === 'ReverseEntry' ? [one.reverses] : [])))
  const from = log.findIndex((one) => one.id === id)
  return log.slice(from + 1).filter((one) => {
    const body = bodies.get(one.id)!
    if (taken.has(one.id) || !isReversible(body)) return false
    if (body.type === 'PaymentSpread')
      return body.parts.some((part) => part.loanId === loanId && part.amount > 0)
    return loansOf(body).includes(loanId)
  })
}

const checkReversal = (before: Before, command: OfType<'ReverseEntry'>): void => {
  const { village, log, bodies } = before
  const { reverses, approvedBy, effectiveOn } = command
  const original = log.find(({ id }) => id === reverses)
  const body = bodies.get(reverses)
  law('what is taken back was there', body !== undefined && isReversible(body), () => command)
  const again = log.some((one) => one.type === 'ReverseEntry' && one.reverses === reverses)
  law('an entry is taken back once', !again, () => command)
  law('nothing is taken back before its day', original!.effectiveOn <= effectiveOn, () => command)
  const isOfficer = officersOn(village, effectiveOn).includes(approvedBy)
  law('an officer takes back', isOfficer, () => command)
  if (body === undefined || !isReversible(body)) return
  const concerned = [
    ...('memberId' in body ? [body.memberId] : []),
    ...loansOf(body).map((loanId) => village.loans.get(loanId)!.memberId),
  ]
  law('nobody takes back the own', !concerned.includes(approvedBy), () => command)
  if (body.type !== 'LoanPaidOut' && body.type !== 'LoanTakenOver') return
  const others = standingOn(before, reverses, body.loanId)
  law('nothing is taken back under what stands on it', others.length === 0, () => others)
}

/** What no charter and no vote makes fair cannot even be asked for. */
const checkAsked = ({ security, migration, purpose }: OfType<'RequestLoan'>): void => {
  const isHarmless = security === undefined || /^(none|group-guarantee)$/.test(security)
  law('nobody pledges what a family can lose', isHarmless, () => security)
  law('no child leaves on a loan', migration === undefined || migration.isAdult)
  law('no fee to whoever finds the job is lent', (migration?.recruitmentFee ?? 0) === 0)
  const isNamed = purpose !== 'papers-and-travel' || migration !== undefined
  law('who leaves says by which way', isNamed, () => migration)
}

/** What must be true of the fund in which something about a loan was decided. */
export const lendingLaws = (before: Before, command: Command, body: Body): void => {
  switch (command.type) {
    case 'RequestLoan':
      return checkAsked(command)
    case 'AppraiseLoan': {
      const { asked } = before.village.requests.get(command.loanId)!
      const officers = officersOn(before.village, command.effectiveOn)
      law('nobody appraises the own loan', command.appraisedBy !== asked.memberId, () => command)
      return law('an officer appraises', officers.includes(command.appraisedBy), () => command)
    }
    case 'DecideLoan':
      return checkDecision(before, command, body)
    case 'AppealDecision':
      return checkAppeal(before, command)
    case 'GiveGuarantee':
      return checkGuarantee(before, command)
    case 'RecordPayout':
      return checkPayout(before, command, body)
    case 'RescheduleLoan':
      return checkAnew(before, command)
    case 'ConvertLoan':
      return checkConverted(before, command)
    case 'WriteOffLoan':
      return checkGivenUp(before, command)
    case 'ReleaseSuspense':
      return checkRelease(before, command)
    case 'ReverseEntry':
      return checkReversal(before, command)
    default:
  }
}
