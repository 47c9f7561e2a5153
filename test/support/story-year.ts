import type { SupportKind } from '#domain/grants/kinds.ts'
import type { SupportWay } from '#domain/grants/files.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { type Command, type Village, emptyVillage, evolve } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { opened } from '#src/app/rows.ts'
import { askForSomebody } from '#src/app/support/asking.ts'
import { codeOf } from '#src/app/support/files.ts'
import { fundSource } from '#src/app/support/grant-source.ts'
import { type StoryCommand, booked, idOf, paid } from '#test/support/village.ts'

const fundId = 'fund-a'
const by = { actor: 'officer-1', device: 'device-1' }

/** What is told next, also made from the village as it is by then. */
type Part = StoryCommand | ((village: Village) => StoryCommand)

type Wanted = {
  readonly on: string
  readonly memberId: string
  readonly kind: SupportKind
  readonly amount: number
  readonly parts?: number
  readonly way?: SupportWay
}

/** Officer o2 looks at it second. */
const nobodyElse = { supplier: '', mentor: '', checker: 'o2' } as const

const owedOn = (village: Village, loanId: string, day: string): number => {
  const { dues, settled, interestDue } = standingOf(village.loans.get(loanId)!, day)!
  const fallenDue = unpaidDues(dues, settled).filter(({ on }) => on <= day)
  return fallenDue.reduce((sum, { principal }) => sum + principal, interestDue)
}

/** A fund in an empty store to which is told through the recorder; its village is folded anew from the journal. */
const booksToTell = () => {
  const store = memoryStore()
  const record = recorder({ journal: store, clock: () => '2026-06-01T02:00:00.000Z', hash: sha256 })
  const needs = {
    store,
    journal: store,
    record,
    hash: sha256,
    random: randomOnNode,
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    sealing: sealingBy({ secret: 'a support secret for tests' }),
  }
  const village = emptyVillage()
  let made = 0
  let seen = 0
  const readOn = async (): Promise<void> => {
    for (const row of await store.read(fundId, seen, 10_000)) {
      evolve(village, opened(row))
      seen = row.seq
    }
  }
  const commandOf = (told: StoryCommand): Command =>
    ({ id: idOf((made += 1)), v: 1, ...told }) as Command
  /** For each thing told the flags of its entry, or the code of its refusal. */
  const answers = async (...parts: readonly Part[]): Promise<string[][]> => {
    const said: string[][] = []
    for (const part of parts) {
      const told = typeof part === 'function' ? part(village) : part
      const [answer] = await record(fundId, [commandOf(told)], by)
      said.push('code' in answer! ? [answer.code] : [...answer!.flags])
      await readOn()
    }
    return said
  }
  const tellAll = async (
    told: readonly StoryCommand[],
    outcomes: readonly string[],
  ): Promise<void> => {
    for (let i = 0; i < told.length; i += 100) {
      const some = told.slice(i, i + 100)
      const said = await record(fundId, some.map(commandOf), by)
      const odd = said.findIndex(({ outcome }) => !outcomes.includes(outcome))
      if (odd >= 0) throw new Error(JSON.stringify([some[odd], said[odd]]))
    }
    await readOn()
  }
  /** Tells what stands without a flag, many in one request. */
  const tell = (...told: readonly StoryCommand[]): Promise<void> => tellAll(told, ['recorded'])
  /** The same of what was lent in an older way, without votes: facts that stand with their flags. */
  const tellOlder = (...told: readonly StoryCommand[]): Promise<void> =>
    tellAll(told, ['recorded', 'flagged'])
  const nextId = (): string => idOf((made += 1))
  return { needs, village, nextId, readOn, answers, tell, tellOlder }
}

/** Whoever leaves is of age, and alone. */
const grown = { withChildren: false, isAdult: true }

/** A year that is told as a service would: people pay, meet and ask, and what they do goes into the books. */
export const storyYear = () => {
  const books = booksToTell()
  const { needs, village, tell } = books
  let cameIn = 0
  /** Everybody of these pays what has fallen due by a day, interest and principal. */
  const payDue = async (day: string, loanIds: readonly string[]): Promise<void> => {
    const due = loanIds.map((loanId) => [loanId, owedOn(village, loanId, day)] as const)
    const payments = due.filter(([, sum]) => sum > 0)
    await tell(...payments.map(([loanId, sum]) => paid(day, sum, loanId)))
    cameIn += payments.reduce((all, [, sum]) => all + sum, 0)
  }
  /** A meeting with so many of the members, its box counted twice. */
  const meet = (day: string, present: number): Promise<void> => {
    const ids = [...village.members.keys()]
    const count = { amount: booked(village, 'asset:cash-box', day), isByNote: false }
    return tell(
      { type: 'OpenMeeting', effectiveOn: day, count },
      {
        type: 'RecordAttendance',
        effectiveOn: day,
        present: ids.slice(0, present),
        absent: ids.slice(present),
      },
      { type: 'CloseMeeting', effectiveOn: day, count },
    )
  }
  const book = async () => (await bookOf(needs.store, fundId))!
  const source = async () => fundSource(needs.store, { fundId, book: await book() })
  /** Asks a donor's window for somebody, sealed beside the journal; the random code of it. */
  const ask = async (wanted: Wanted): Promise<string> => {
    const { on, memberId, kind, amount, parts = 1, way = 'cash' } = wanted
    const id = books.nextId()
    // Each is asked for on its own day.
    const answer = await askForSomebody({ ...needs, today: () => on }, await source(), {
      fundId,
      asker: { userId: 'u1', memberId: 'o1', networkId: 'network-a', by },
      wanted: {
        id,
        effectiveOn: on,
        windowId: 'migration',
        amount,
        parts,
        kind,
        isSurvivors: false,
        memberId,
        ...grown,
        reason: 'came home with nothing',
        way,
        ...nobodyElse,
        papers: [{ paper: 'id-card', number: memberId }],
      },
    })
    if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer))
    await books.readOn()
    return codeOf(needs, fundId, id)
  }
  /** What everybody has paid back so far. */
  const repaid = (): number => cameIn
  return { ...books, payDue, meet, ask, book, source, repaid }
}

export type StoryYear = ReturnType<typeof storyYear>
