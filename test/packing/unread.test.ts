import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { FundBook } from '#domain/health/book.ts'
import { takesBack } from '#domain/ledger/rows.ts'
import { type Command, decide, emptyVillage, evolve } from '#domain/village.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { opened, seal } from '#src/app/rows.ts'
import { briefly, packed } from '#src/packing/phone-files.ts'
import type { Taken } from '#src/pwa/host.ts'
import { isDecidedHere } from '#src/pwa/decides.ts'
import * as unpacked from '#test/packing/folding.ts'
import { hardCases, reachedByHardCases } from '#test/packing/hard-cases.ts'
import { languages } from '#src/words/catalogue.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { planOf } from '#test/sim/plan.ts'
import { run } from '#test/sim/world.ts'
import { plainly } from '#test/support/plainly.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'
import { idOf } from '#test/support/village.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

let onPhone: typeof unpacked
beforeAll(async () => {
  const { code } = await packed(join(import.meta.dirname, 'folding.ts'), { plugins: briefly })
  const path = join(folder, 'folding.mjs')
  writeFileSync(path, code)
  onPhone = (await import(pathToFileURL(path).href)) as typeof unpacked
})

/** What a meeting reads of a book: nothing of whose hand wrote it, of grants, ventures, the bank, rounds and talks. */
const read = (book: FundBook | undefined): unknown => {
  if (!book) return undefined
  const { fund, meetings, unmet, flags, ...others } = plainly(book)
  const { statements: _, comparisons: _c, confirmations: _r, explainers: _e, ...ofFund } = fund
  const { talks: _t, receiving: _a, auditors: _o, ...ownFund } = ofFund
  const held = [...meetings, ...unmet].map(({ lists = [], ...meeting }) => ({
    ...meeting,
    lists: lists.map(({ unseen: _u, ...list }) => list),
  }))
  return { ...others, ownFund, held, back: flags.filter(({ flag }) => flag === takesBack) }
}

const enough = process.env.TEST_BUDGET === 'ci' ? 20 : 4

test('a packed phone decides what a meeting writes as the service does, and reads what it asks for of the book', async () => {
  let decided = 0
  const outcomes = new Set<string>()
  for (let seed = 1; seed <= enough; seed += 1) {
    const books: [phone: unknown, whole: unknown][] = []
    const { failure } = await run(planOf(seed), {}, ({ watches }) => {
      for (const { rows, sent } of watches) {
        const commands = [...sent.values()].flatMap((some): Command[] => some.slice(0, 1))
        const own = commands.filter(isDecidedHere)
        const whole = emptyVillage()
        let book = onPhone.emptyBook()
        for (const [i, row] of rows.entries()) {
          const written = { at: row.recordedAt, by: row.recordedBy }
          const here = own.filter(({ id }, at) => id === row.id || at % 7 === i % 7)
          for (const command of here) {
            const decision = decide(whole, command, written)
            expect(onPhone.decide(book.village, command, written)).toEqual(decision)
            decided += 1
            outcomes.add(decision.outcome === 'recorded' ? 'recorded' : decision.code)
          }
          evolve(whole, opened(row))
          book = onPhone.bookAfter(book, [row])
        }
        books.push([read(onPhone.folded(rows)), read(unpacked.folded(rows))])
        if (rows.length > 0) books.push([minutesBy(onPhone, rows), minutesBy(unpacked, rows)])
      }
    })
    expect(failure).toBeUndefined()
    for (const [phone, whole] of books) expect(phone).toEqual(whole)
  }
  expect(decided).toBeGreaterThan(100 * enough)
  expect(outcomes.size).toBeGreaterThan(20)
}, 600_000)

/** What is read aloud of each day, in both languages, as a phone or the service says it. */
const minutesBy = (house: typeof unpacked, rows: readonly JournalRow[]): readonly string[] => {
  const book = house.folded(rows)!
  const days = Map.groupBy(
    rows.map((row) => opened(row)),
    ({ effectiveOn }) => effectiveOn,
  )
  return [...days].flatMap(([day, entries]) =>
    house.minutesOf(book, entries).flatMap((line) =>
      languages.map((language) => {
        const telling = { at: { language }, currency: 'KHR' } as const
        return `${day} ${house.lineHeading(telling, line)}: ${house.lineText(telling, line)}`
      }),
    ),
  )
}

test('a packed phone decides, reads and tells hard cases as the service does, from a founding to an end', () => {
  const whole = emptyVillage()
  const rows: JournalRow[] = []
  const tried: Command[] = []
  const seen = new Set<string>()
  const by = { actor: 'keeper', device: 'phone' }
  let book = onPhone.emptyBook()
  for (const [i, part] of hardCases.entries()) {
    const told = typeof part === 'function' ? part(whole) : part
    const command = { v: 1, ...told, id: idOf(i + 1) } as Command
    const { type, effectiveOn } = command
    const recordedAt = `${effectiveOn}T05:00:00.000Z`
    const written = { at: recordedAt, by: by.actor }
    if (isDecidedHere(command)) tried.push(command)
    // What was ever said is said again each time, of its own day and of this one.
    for (const one of tried.flatMap((said) => [said, { ...said, effectiveOn }])) {
      const decision = decide(whole, one, written)
      expect(onPhone.decide(book.village, one, written)).toEqual(decision)
      const codes = decision.outcome === 'recorded' ? decision.body.flags : [decision.code]
      for (const code of codes) seen.add(`${one.type} ${code}`)
    }
    const decision = decide(whole, command, written)
    if (decision.outcome !== 'recorded') continue
    seen.add(type)
    const { body } = decision
    const last = rows.at(-1)
    const row = seal({ hash: sha256 }, command, { fundId: 'f', body, last, recordedAt, ...by })
    rows.push(row)
    evolve(whole, opened(row))
    book = onPhone.bookAfter(book, [row])
  }
  expect([...seen]).toEqual(expect.arrayContaining([...reachedByHardCases]))
  expect(read(onPhone.folded(rows))).toEqual(read(unpacked.folded(rows)))
  const minutes = minutesBy(unpacked, rows)
  expect(minutes.length).toBeGreaterThan(50)
  expect(minutesBy(onPhone, rows)).toEqual(minutes)
})

test('a packed phone asks for a loan, a gate and a new plan in the forms of the desk', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  const rows = await store.read(fundId, 0, 100_000)
  const formsOf = async (phone: typeof unpacked) => {
    const taken = { names: [], isPractice: true } as unknown as Taken
    const book = phone.bookAfter(phone.emptyBook(), rows)
    const around = {
      fundId,
      book,
      today: '2025-12-20',
      language: 'en',
      taken,
      hash: sha256,
    } as const
    const desk = phone.phoneDesk(around)
    const { members, requests, loans } = desk.book
    const ids = [
      ...members.slice(0, 3).map(({ memberId }) => memberId),
      ...requests.slice(0, 3).map(({ loanId }) => loanId),
      ...loans.slice(0, 5).map(({ loanId }) => loanId),
    ]
    const forms: string[] = []
    for (const act of Object.values(phone.besideActs))
      for (const id of ids) {
        const form = await act.form(desk, id)
        if (form) forms.push(JSON.stringify([form, [...form.fields.values()]]))
      }
    return forms
  }
  const forms = await formsOf(onPhone)
  expect(forms.length).toBeGreaterThan(5)
  expect(forms).toEqual(await formsOf(unpacked))
})
