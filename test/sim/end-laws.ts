import { isDeepStrictEqual } from 'node:util'
import { signs } from '#domain/hands/hands.ts'
import { takesBack } from '#domain/ledger/rows.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { type Command, type Village, emptyVillage } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { viewsKnownAt } from '#src/app/known-at.ts'
import type { FundRealm } from '#src/app/realm.ts'
import { recorderOf } from '#src/app/record.ts'
import { opened } from '#src/app/rows.ts'
import { kinds } from '#test/sim/kinds.ts'
import { asOfOneDay, inTheirOrder, livesOf, meetingsOf } from '#test/sim/in-their-order.ts'
import { law } from '#test/sim/law.ts'
import type { Watch } from '#test/sim/laws.ts'
import { type Books, naiveBooks, naiveLoans } from '#test/sim/naive-books.ts'
import { atTheCap, naiveFines } from '#test/sim/naive-fines.ts'
import { type NaiveLoan, naiveAccount } from '#test/sim/naive-loan.ts'
import { naiveBeyond } from '#test/sim/naive-older.ts'
import { naiveStanding } from '#test/sim/naive-standing.ts'
import { type Plan, fork } from '#test/sim/plan.ts'
import { waysOf } from '#test/sim/ways.ts'
import type { World } from '#test/sim/world.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import type { Chance } from '#test/support/oracle/chance.ts'
import { daysPosted } from '#test/support/posted.ts'

type Lines = readonly { readonly account: string; readonly on: string; readonly amount: number }[]

const summed = (lines: Lines): Books => {
  const books: Books = new Map()
  for (const { account, on, amount } of lines)
    books.set(`${account} ${on}`, (books.get(`${account} ${on}`) ?? 0) + amount)
  for (const [key, amount] of books) if (amount === 0) books.delete(key)
  return books
}

const postedOf = ({ posted }: Village): Books =>
  summed(
    [...daysPosted(posted)].flatMap(([account, days]) =>
      [...days].map(([on, amount]) => ({ account, on, amount })),
    ),
  )

const differing = (a: Books, b: Books) =>
  [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => [key, a.get(key) ?? 0, b.get(key) ?? 0])

const sameBooks = (name: string, ours: Books, naive: Books): void => {
  const wrong = differing(ours, naive)
  law(name, wrong.length === 0, () => wrong)
}

/** A loan on a day, counted by the fund and counted again. */
const checkStanding = (
  village: Village,
  loanId: string,
  { loan, on }: { loan: NaiveLoan; on: number },
) => {
  const standing = standingOf(village.loans.get(loanId)!, textOf(on))
  const counted = naiveStanding(loan, on)
  if (!standing || !counted) return law('a loan begins on its day', standing === counted)
  const ours = {
    owed: standing.owed,
    interestDue: standing.interestDue,
    overdue: standing.overdue,
    daysLate: standing.daysPastDue,
    isUnderRelief: standing.isUnderRelief,
    dues: standing.dues.map(({ on: day, principal }) => ({ on: dayOf(day), amount: principal })),
  }
  const { account, dues, overdue, daysLate, isUnderRelief } = counted
  const { owed, interestDue } = account
  const naive = { owed, interestDue, overdue, daysLate, isUnderRelief, dues }
  law('a loan stands as its facts say', isDeepStrictEqual(ours, naive), () => ({
    loanId,
    on: textOf(on),
    ours,
    naive,
  }))
}

/** Fines with what was allowed of them, by the fund and by the second count; and what all of it comes to. */
const checkFines = (village: Village, loanId: string, loan: NaiveLoan): void => {
  const fines = finesOf(village.loans.get(loanId)!)
  const ours = fines.map(({ id, allowed }) => ({ id, allowed }))
  const naive = naiveFines(loan).map(({ id, allowed }) => ({ id, allowed }))
  law('a fine is kept as far as it is allowed', isDeepStrictEqual(ours, naive), () => ({
    loanId,
    ours,
    naive,
  }))
  let kept = 0
  for (const { on, allowed } of fines) {
    kept += allowed
    const { interestCounted } = naiveAccount(loan, dayOf(on))
    const isWithin = allowed === 0 || interestCounted + kept <= atTheCap(loan, dayOf(on))
    law('no fine lifts the cost above the cap', isWithin, () => ({ loanId, on, kept }))
  }
}

/** The village as its first entries tell it, and what it was known to be at a moment. */
const checkPast = async (
  world: World,
  watch: Watch,
  { chance, realm }: { chance: Chance; realm: FundRealm },
) => {
  const { rows, log, fundId } = watch
  if (rows.length === 0) return
  const { recordedAt } = rows[chance.whole(0, rows.length - 1)]!
  const count = rows.findLastIndex((row) => row.recordedAt <= recordedAt) + 1
  const village = emptyVillage()
  for (const row of rows.slice(0, count)) realm.evolve(village, opened(row))
  const naive = naiveBooks(log.slice(0, count))
  sameBooks('the past stands as it was known', postedOf(village), naive)
  const views = await viewsKnownAt(world.store, fundId, recordedAt)
  sameBooks('the past can be read', summed(await views.balances(fundId)), naive)
}

const checkFundViews = async (
  { store }: World,
  { rows, village, fundId }: Watch,
  realm: FundRealm,
) => {
  const entries = rows.map((row) => opened(row))
  const expected = realm.changes(village, entries)
  const key = ({ kind, key: name }: { kind: string; key: string }): string => `${kind} ${name}`
  const subjects = expected.subjects.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  law('views are what a refold gives', isDeepStrictEqual(await store.subjects(fundId), subjects))
  const postings = entries.flatMap(({ seq, body }) =>
    body.postings.map((posting) => ({ ...posting, seq })),
  )
  const stored = (await store.postings(fundId, {})).map(
    ({ account, amount, currency, on, seq }) => ({ account, amount, currency, on, seq }),
  )
  const shaped = postings.map(({ account, amount, currency, on, seq }) => ({
    account,
    amount,
    currency,
    on,
    seq,
  }))
  law('every posting is in the views once', isDeepStrictEqual(stored, shaped))
  const seqOf = new Map(entries.map(({ id, seq }) => [id, seq]))
  const flags = entries.flatMap(({ seq, body }) => [
    ...body.flags.map((flag) => `${seq} ${flag}`),
    // Whoever reads a flag sees that what bore it was taken back.
    ...(body.type === 'EntryReversed'
      ? [`${seq} ${takesBack} entry:${seqOf.get(body.reverses)}`]
      : []),
  ])
  // What is seen of an entry beside what it says: `test/domain/hands`.
  const own = (await store.flags(fundId)).filter(({ flag }) => !signs.some((one) => one === flag))
  const seen = own.map(
    ({ seq, flag, subject }) => `${seq} ${flag}${flag === takesBack ? ` ${subject}` : ''}`,
  )
  law('every flag is in the views', isDeepStrictEqual(seen.toSorted(), flags.toSorted()))
  sameBooks(
    'balances are sums of postings',
    summed(await store.balances(fundId)),
    postedOf(village),
  )
}

const isFact = ({ type }: Command): boolean => kinds[type].order === 'fact'
const isInItsOrder = ({ type }: Command): boolean => inTheirOrder.includes(type)

/** Of two counts of one hour the one that is written down last stands: those alone keep their order among them. */
const hourOf = ({ id, type, effectiveOn }: Command): string =>
  type === 'OpenMeeting' || type === 'CloseMeeting' ? `${type} ${effectiveOn}` : id

/** The same commands with their facts in another order, where nothing looks at what was there before. */
const shuffled = (log: readonly Command[], chance: Chance): Command[] => {
  const before = log.slice(0, log.findIndex(isInItsOrder))
  const stretch = log.some(isInItsOrder) ? before : log
  const facts = stretch
    .filter(isFact)
    .map((fact) => ({ fact, place: chance.whole(0, 1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ fact }) => fact)
  const counts = Map.groupBy(stretch.filter(isFact), hourOf)
  const inPlace = facts.map((fact) => counts.get(hourOf(fact))!.shift()!)
  const rest = log.slice(stretch.length)
  const next = rest.slice(0, 1)
  const after = next.length === 0 ? [] : shuffled(rest.slice(1), chance)
  return [...stretch.filter((one) => !isFact(one)), ...inPlace, ...next, ...after]
}

const hangsOnHash: readonly string[] = ['BeginConfirmation', 'RecordConfirmationAnswer']

/** The same facts in another order, in a fund of their own, where nothing depends on order. */
const checkAnyOrder = async (
  watch: Watch,
  { chance, realm }: { chance: Chance; realm: FundRealm },
) => {
  const { log, fundId, village } = watch
  const depends = ({ type }: Command): boolean => type === 'ClosePeriod' || type === 'AmendCharter'
  // What one alone has written of somebody holds from a day by the clock, which is another one there.
  const hangsOnClock = [...village.members.values()].some(({ life = [] }) =>
    life.some(({ byOneOn, aloneOn }) => byOneOn !== undefined || aloneOn !== undefined),
  )
  if (log.length === 0 || log.some(depends) || !chance.happens(30) || hangsOnClock) return
  const store = memoryStore()
  const clock = () => '2027-01-01T00:00:00.000Z'
  // A journal alone, as the desks have it: it knows nothing of kin.
  const { fundIds, append, read, find } = store
  const record = recorderOf(
    { journal: { fundIds, append, read, find }, clock, hash: sha256 },
    realm,
  )
  // Who is asked follows from a hash, and when again from the clock: in another order others are drawn.
  const told = log.filter(({ type }) => !hangsOnHash.includes(type))
  const commands = asOfOneDay(shuffled(told, chance), told)
  const answers = await record(fundId, commands, { actor: 'chair', device: 'phone' })
  law(
    'facts are taken in any order',
    answers.every(({ outcome }) => outcome === 'recorded' || outcome === 'flagged'),
    () => answers,
  )
  const other = emptyVillage()
  for (const row of await store.read(fundId, 0, 10_000)) realm.evolve(other, opened(row))
  sameBooks('any order gives the same balances', postedOf(other), postedOf(village))
  law('any order gives the same loans', isDeepStrictEqual(other.loans, village.loans))
  law('any order gives the same people', isDeepStrictEqual(livesOf(other), livesOf(village)))
  law(
    'any order gives the same meetings',
    isDeepStrictEqual(meetingsOf(other), meetingsOf(village)),
  )
}

/** What an older book took and asks, by the fund and by the second count. */
const checkOlder = (
  village: Village,
  loanId: string,
  { loan, on }: { loan: NaiveLoan; on: number },
) => {
  const ours = village.loans.get(loanId)!
  const day = textOf(on)
  const open = beyondOf(ours, day)?.open ?? 0
  const naive = naiveBeyond(loan, on)
  law('what is not demanded is told apart', open === naive, () => ({ loanId, day, open, naive }))
  const { interestCounted } = naiveAccount(loan, on)
  const drawn = loan.draws.reduce((sum, { amount }) => sum + amount, 0)
  const half = Math.floor((loan.isTakenOver ? loan.principal : loan.owed + drawn) / 2)
  const isWithin = loan.asWritten === undefined || interestCounted + loan.chargedBefore <= half
  law('charges stay within half of it', isWithin || interestCounted === 0, () => ({ loanId, day }))
  const isThere = !loan.isVoid && on >= loan.beganOn
  const held = loan.taken.filter(
    (what) => isThere && !loan.returns.some((back) => back.what === what && back.on <= on),
  )
  const isSame = isDeepStrictEqual([...stillHeld(ours, day)], held)
  law('what is held is held until it is given back', isSame, () => ({ loanId, day, held }))
}

type Asked = { readonly plan: Plan; readonly realm: FundRealm }

/** The books and loans of both funds, now and at some moment before, counted again from the facts. */
export const checkBooks = async (world: World, { plan, realm }: Asked): Promise<void> => {
  const chance = fork(plan.seed, 'looks')
  for (const watch of world.watches) {
    const rows = await world.journal.read(watch.fundId, 0, 10_000)
    law('no entry changes or disappears', isDeepStrictEqual(rows, watch.rows))
    const isThere = [...watch.answered].every(
      ([id, answer]) => 'seq' in answer && watch.byId.get(id)?.seq === answer.seq,
    )
    law('what is acknowledged is never lost', isThere)
    sameBooks('the books are what the facts say', postedOf(watch.village), naiveBooks(watch.log))
    for (const [loanId, loan] of naiveLoans(watch.log)) {
      const on = loan.beganOn + chance.whole(-1, 900)
      checkStanding(watch.village, loanId, { loan, on })
      checkFines(watch.village, loanId, loan)
      checkOlder(watch.village, loanId, { loan, on })
      for (const way of waysOf(loan)) world.marks.add(way)
    }
    await checkPast(world, watch, { chance, realm })
  }
}

/** The views, the same facts in another order, and the program's own audit. */
export const checkViews = async (
  world: World,
  { plan, realm, isHonest }: Asked & { readonly isHonest: boolean },
): Promise<void> => {
  const chance = fork(plan.seed, 'order')
  for (const watch of world.watches) {
    await checkFundViews(world, watch, realm)
    await checkAnyOrder(watch, { chance, realm })
  }
  // The audit knows the honest rules only.
  if (!isHonest) return
  const audit = await auditAll(world.store, sha256)
  law('the audit finds nothing', audit.ok, () => audit.problems)
}
