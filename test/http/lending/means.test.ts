import { expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { sealFilesAnew } from '#src/app/identity/old-secrets.ts'
import { bandIn, isOfMeans, keepMeans, lastMeansOf } from '#src/app/lending/means.ts'
import { type Fields, fieldsOf } from '#test/http/desk/at-desk.ts'
import { commandsPath, send } from '#test/http/commands/sending.ts'
import {
  type Lending,
  askedFor,
  chairsWord,
  filled,
  lending,
  somebodyFree,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { bearing } from '#test/support/means.ts'
import { practiceDay } from '#test/support/service.ts'

const waiting = async (at: Lending): Promise<{ loanId: string; memberId: string }> => {
  const { memberId } = await somebodyFree(at)
  const { entryId: loanId } = await written(at, `request?member=${memberId}`, askedFor)
  return { loanId, memberId }
}

const looked = ({ chair }: Lending) => ({ appraisedBy: chair.memberId, finding: 'sound' })

const sent = async (at: Lending, more: object) => {
  const token = await at.as('record-keeper')
  const command = { id: at.needs.ids(), v: 1, type: 'AppraiseLoan', effectiveOn: practiceDay }
  const commands = [{ ...command, ...looked(at), ...more }]
  return (await send(at, commandsPath(at), { token, commands }))[0]
}

test('what a household can bear is counted from what it earns and owes, and the form has no tick for it', async () => {
  const at = await lending()
  const { loanId } = await waiting(at)
  const form = (await at.page(`record/appraisal?loan=${loanId}`)).html
  expect(form).not.toContain('name="burden"')
  expect(form).toContain('name="incomeLeast"')
  const task = `appraisal?loan=${loanId}`
  const { entryId } = await written(at, task, { ...looked(at), ...bearing('to-50') })
  const page = pageText((await at.page(`loans/${loanId}`)).html)
  expect(page).toContain('More than 40 of 100, up to half')
  const [row] = await at.needs.store.find(at.fundId, [entryId])
  const data = JSON.parse(row!.data) as object
  expect(data).toMatchObject({ burden: 'to-50' })
  expect(row!.data).not.toMatch(/1000000|400000|900000/)
})

test('the figures stand in no byte of the book, and nobody who steals what is kept beside it can read them', async () => {
  const at = await lending()
  const { loanId, memberId } = await waiting(at)
  const income = '1234567'
  await written(at, `appraisal?loan=${loanId}`, { ...looked(at), incomeLeast: income })
  const { store } = at.needs
  const rows = await store.read(at.fundId, 0, 100_000)
  const notes = [...(await store.of(at.fundId))]
  const subjects = await store.subjects(at.fundId)
  expect(JSON.stringify([rows, notes, subjects])).not.toContain(income)
  // Of one length, whatever stands in it.
  const kept = notes.filter(([subject]) => isOfMeans(subject)).map(([, text]) => text.length)
  const debts = [{ owed: 900_000, monthly: 400_000, ends: false }]
  const of = { fundId: at.fundId, loanId: at.needs.ids(), entryId: at.needs.ids() }
  await keepMeans(at.needs, of, { income: { least: 1, most: 1_000_000 }, debts })
  const now = [...(await store.of(at.fundId))].filter(([subject]) => isOfMeans(subject))
  expect(new Set([...kept, ...now.map(([, text]) => text.length)]).size).toBe(1)
  const whose = { fundId: at.fundId, memberId }
  const told = await lastMeansOf(at.needs, whose, await at.bookNow())
  expect(told).toEqual({ income: { least: 1_234_567, most: 1_234_567 }, debts: [] })
})

test('no officer reads the figures again, on the form, the loan’s page or its receipt', async () => {
  const at = await lending()
  const { loanId } = await waiting(at)
  const figures = { incomeLeast: '7654321', debtOwed1: '2345678', debtMonthly1: '345679' }
  const { receipt } = await written(at, `appraisal?loan=${loanId}`, { ...looked(at), ...figures })
  const pages = [`loans/${loanId}`, `record/decision?loan=${loanId}`, 'loans', 'log']
  const texts = await Promise.all(pages.map(async (path) => pageText((await at.page(path)).html)))
  for (const text of [receipt, ...texts])
    expect(text).not.toMatch(/7,?654,?321|2,?345,?678|345,?679/)
})

test('by the API a band is taken only as it comes of figures that were told', async () => {
  const at = await lending()
  const { loanId } = await waiting(at)
  const refused = { outcome: 'refused', code: 'band-without-figures' }
  expect(await sent(at, { loanId, burden: 'up-to-33' })).toMatchObject(refused)
  expect(await sent(at, { loanId, burden: 'up-to-33', lightens: true })).toMatchObject(refused)
  expect(await sent(at, { loanId, burden: 'unknown' })).toMatchObject({ outcome: 'recorded' })
})

test('that a loan makes a burden lighter is taken by the API only where the figures say it', async () => {
  const at = await lending()
  const { loanId } = await waiting(at)
  const id = at.needs.ids()
  const means = { income: { least: 1_000_000, most: 1_000_000 }, debts: [] }
  await keepMeans(at.needs, { fundId: at.fundId, loanId, entryId: id }, means)
  const book = await at.bookNow()
  const { asked } = book.requests.find((one) => one.loanId === loanId)!
  const { burden } = bandIn(book, asked, { means, on: practiceDay })
  const told = await sent(at, { id, loanId, burden, lightens: true })
  expect(told).toMatchObject({ outcome: 'refused', code: 'band-without-figures' })
  expect(await sent(at, { id, loanId, burden })).toMatchObject({ outcome: 'recorded' })
})

test('where nobody knows the income nothing is kept, and the meeting decides', async () => {
  const at = await lending()
  const { loanId } = await waiting(at)
  const task = `appraisal?loan=${loanId}`
  await written(at, task, { ...looked(at), debtMonthly1: '5000' })
  const notes = [...(await at.needs.store.of(at.fundId)).keys()]
  expect(notes.filter((subject) => isOfMeans(subject))).toEqual([])
  const page = pageText((await at.page(`loans/${loanId}`)).html)
  expect(page).toContain('Nobody knows')
})

test('the household reads on its own page what it told, and two officers erase it with the rest of a member', async () => {
  const at = await lending()
  const memberId = (await at.needs.store.cards(at.fundId))[0]!.memberId
  const small = { ...askedFor, principal: '100000', months: '2', product: 'emergency' }
  const { entryId: loanId } = await written(at, `request?member=${memberId}`, small)
  const told = { incomeLeast: '1234567', debtMonthly1: '45678' }
  await written(at, `appraisal?loan=${loanId}`, { ...looked(at), ...told })
  const token = await at.as('household')
  const place = `/funds/${at.fundId}/me/kept`
  const own = async (body?: URLSearchParams) =>
    (await at.ask(place, { token, ...(body === undefined ? {} : { body }) })).text()
  await own(new URLSearchParams(fieldsOf(await own())))
  expect(pageText(await own())).toContain(
    '1,234,567\u202f៛ to 1,234,567\u202f៛ a month; debts take 45,678\u202f៛',
  )
  const erase = { what: 'everything', ...chairsWord }
  expect((await at.post(`people/${memberId}/erase`, erase)).status).toBe(303)
  expect(pageText(await own())).not.toContain('1,234,567')
  const left = [...(await at.needs.store.of(at.fundId))].filter(([subject]) => isOfMeans(subject))
  expect(left.filter(([, text]) => text !== '')).toEqual([])
})

test('the figures open still when the secret that seals them has been changed', async () => {
  const at = await lending()
  const { loanId, memberId } = await waiting(at)
  await written(at, `appraisal?loan=${loanId}`, { ...looked(at), incomeLeast: '1234567' })
  const { store } = at.needs
  const older = ['a support secret for tests']
  const sealing = sealingBy({ secret: 'the one after it', older })
  const told = (by: typeof sealing) => async () =>
    lastMeansOf({ store, sealing: by }, { fundId: at.fundId, memberId }, await at.bookNow())
  const alone = told(sealingBy({ secret: 'the one after it' }))
  expect(await alone()).toBeUndefined()
  expect((await told(sealing)())?.income.least).toBe(1_234_567)
  expect(await sealFilesAnew({ store, sealing }, { dryRun: true })).toMatchObject({ renewed: 1 })
  expect(await alone()).toBeUndefined()
  await sealFilesAnew({ store, sealing })
  expect((await alone())?.income.least).toBe(1_234_567)
})

test('two who look into one request at once: the figures of the entry in the book stay, and the other’s go', async () => {
  const at = await lending()
  const { loanId, memberId } = await waiting(at)
  const task = `appraisal?loan=${loanId}`
  const first = await filled(at, task, { ...looked(at), incomeLeast: '1234567' })
  const second = await filled(at, task, { ...looked(at), incomeLeast: '9999999' })
  const send = async (fields: Fields) => at.post('record/appraisal/confirm', fields)
  expect((await send(first)).status).toBe(303)
  expect((await send(second)).status).not.toBe(303)
  const told = await lastMeansOf(at.needs, { fundId: at.fundId, memberId }, await at.bookNow())
  expect(told?.income.least).toBe(1_234_567)
  // And where the other one's figures are written, as when both were sent in one moment.
  const debts: never[] = []
  const of = { fundId: at.fundId, loanId, entryId: at.needs.ids() }
  await keepMeans(at.needs, of, { income: { least: 1, most: 1 }, debts })
  const still = await lastMeansOf(at.needs, { fundId: at.fundId, memberId }, await at.bookNow())
  expect(still?.income.least).toBe(1_234_567)
})
