import { beforeAll, expect, test } from 'vitest'
import { keepAlert } from '#src/app/alerts.ts'
import { linesOfferedOn } from '#src/app/relief-view.ts'
import { deskWords, reliefWords } from '#src/words/words.ts'
import { riel } from '#test/http/desk/at-desk.ts'
import {
  type Lending,
  chairsWord,
  check,
  hands,
  lending,
  written,
} from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

const words = reliefWords.in('en')

let at: Lending
beforeAll(async () => {
  at = await lending()
})

const promise = () => `emergency-promise?fund=${at.fundId}`
const opening = () => `emergency-open?fund=${at.fundId}`
const season = (more: Readonly<Record<string, string>> = {}) => ({
  season: '2026-wet',
  from: '2026-06-01',
  to: '2026-11-30',
  station: '',
  level: '',
  cards: '',
  ...hands(at, 50, 2),
  ...more,
})
const seasonsNow = async () => (await at.bookNow()).seasons
const offered = async () =>
  linesOfferedOn(await at.bookNow(), practiceDay).filter(({ amount }) => amount > 0)

test('who comes without a fund is led to the form of this one, and no other fund has one', async () => {
  for (const task of ['emergency-promise', 'emergency-open']) {
    const answer = await at.get(`record/${task}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/funds/${at.fundId}/record/${task}?fund=${at.fundId}`,
    ])
    expect((await at.page(`record/${task}?fund=${at.needs.ids()}`)).status).toBe(404)
  }
})

test('where nobody is named all to whom something can be promised are, and the check tells how many and how much', async () => {
  const all = await offered()
  expect(all.length).toBeGreaterThan(1)
  const { status, html } = await check(at, promise(), season())
  expect(status).toBe(200)
  const sum = all.reduce((whole, { amount }) => whole + amount, 0)
  expect(pageText(html)).toContain(`${words.members} ${all.length}`)
  expect(html).toContain(riel(sum))
})

test('who is named by card or by name alone is promised what stands beside it, and of a stranger it is told', async () => {
  const [one, two] = await offered()
  const sum = riel(one!.amount + two!.amount)
  const names = new Map((await at.needs.store.names(at.fundId)).map((row) => [row.memberId, row]))
  const called = names.get(one!.memberId)!.khmer!
  for (const cards of [`${two!.card}, ${one!.card}`, `${two!.card}; ${called} · ${one!.card}`]) {
    const { html } = await check(at, promise(), season({ cards }))
    expect(pageText(html)).toContain(`${words.members} 2`)
    expect(html).toContain(sum)
  }
  const stranger = await check(at, promise(), season({ cards: `${one!.card}, X99` }))
  const { personUnknown } = deskWords.in('en')
  expect([stranger.status, pageText(stranger.html).includes(personUnknown)]).toEqual([400, true])
  const unnamed = await check(at, promise(), season({ season: '=1' }))
  expect([unnamed.status, pageText(unnamed.html).includes(words.codeFault)]).toEqual([400, true])
})

test('a season is promised with the level of the river, or without one where either half of it is missing', async () => {
  const [one] = await offered()
  const cards = one!.card
  const kept = async (name: string, more: Readonly<Record<string, string>>) => {
    await written(at, promise(), season({ season: name, cards, ...more, ...chairsWord }))
    return (await seasonsNow()).find(({ seasonId }) => seasonId === name)!
  }
  const whole = await kept('wet', { station: 'KRATIE', level: '2200' })
  expect(whole).toMatchObject({
    from: '2026-06-01',
    to: '2026-11-30',
    trigger: { station: 'KRATIE', levelCm: 2200 },
    lines: [{ memberId: one!.memberId, amount: one!.amount }],
  })
  expect((await kept('no-level', { station: 'KRATIE' })).trigger).toBeUndefined()
  expect((await kept('no-station', { level: '2200' })).trigger).toBeUndefined()
})

const declare = async (from: string): Promise<void> => {
  await written(at, `event?fund=${at.fundId}`, {
    kind: 'flood',
    places: 'river',
    card: '',
    from,
    to: '',
    proof: 'gauge',
    station: 'KRATIE',
    level: '2310',
  })
}

test('a line is opened by a gauge or by an alert that is no test, and by nothing less', async () => {
  const { needs, fundId } = at
  const alert = (identifier: string, status: string) => ({
    identifier,
    sender: 'weather.example',
    sent: '2025-12-01T06:00:00+07:00',
    status,
    msgType: 'Alert',
    scope: 'Public',
    references: [],
    note: '',
    isSigned: false,
    infos: [],
    hash: needs.hash(identifier),
    from: '2025-12-01',
  })
  await keepAlert(needs, fundId, alert('real', 'Actual'))
  await keepAlert(needs, fundId, alert('tried', 'Test'))
  await declare(practiceDay)
  const form = (await at.page(`record/${opening()}`)).html
  expect(form).toContain(needs.hash('real'))
  expect(form).not.toContain(needs.hash('tried'))
  expect(pageText(form)).toContain('wet · KRATIE 2200 cm')
  const event = (await at.bookNow()).events.findLast(({ told }) => told !== undefined)!
  const asked = (more: Readonly<Record<string, string>>) => ({
    season: 'wet',
    event: event.eventId,
    station: '',
    level: '',
    alert: '',
    witness: at.chair.memberId,
    ...more,
  })
  for (const half of [{}, { station: 'KRATIE' }, { level: '2310' }]) {
    const { status, html } = await check(at, opening(), asked(half))
    expect([status, pageText(html).includes(words.evidenceFault)]).toEqual([400, true])
  }
  // It says what it is: the event of today is before the season, whichever measure is told.
  for (const measure of [{ station: 'KRATIE', level: '2200' }, { alert: needs.hash('real') }]) {
    const { status, html } = await check(at, opening(), asked(measure))
    expect([status, pageText(html).includes(words.evidenceFault)]).toEqual([409, false])
  }
})
