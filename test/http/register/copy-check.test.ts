import { beforeAll, expect, test } from 'vitest'
import { daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import { mayByCopy, ownCopyOf } from '#src/app/network/agency-copy.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

let village: Practice
let copy: string

const check = async (text: string, language = 'en') => {
  // As a browser sends a form with a file that nobody has chosen.
  const body = new FormData()
  body.append('copy', text)
  body.append('file', new Blob([]), '')
  const answer = await village.ask(`/agencies/check?lang=${language}`, { method: 'POST', body })
  const html = await answer.text()
  return { status: answer.status, html, text: pageText(html) }
}

/** Somebody writes a licence into the register and another one checks it. */
const became = async (latin: string, step: string): Promise<void> => {
  const { needs, networkId } = village
  const { agencies } = (await (
    await village.ask(`/v1/agencies?name=${encodeURIComponent(latin)}`)
  ).json()) as { agencies: { partyId: string }[] }
  const [factId, { partyId }] = [needs.ids(), agencies[0]!]
  const on = { v: 1, effectiveOn: needs.today() }
  const fact = { what: 'licence', became: step, from: needs.today() }
  const source = { source: 'ministry-list', seenOn: needs.today() }
  for (const [actor, command] of [
    ['ann', { type: 'RecordPartyFacts', partyId, facts: [{ factId, fact }], ...source }],
    ['bopha', { type: 'CheckPartyFacts', facts: [{ partyId, factId }], how: 'official-page' }],
  ] as const) {
    const full = { id: needs.ids(), ...on, ...command } as never
    const [answer] = await needs.recordNetwork(networkId, [full], { actor, device: 'd' })
    expect(answer?.outcome).toBe('recorded')
  }
}

beforeAll(async () => {
  village = await practice()
  copy = await (await village.ask('/agencies/copy')).text()
})

test('a household pastes its copy without an account and without a script, in both languages', async () => {
  for (const language of ['en', 'km']) {
    const form = await (await village.ask(`/agencies/check?lang=${language}`)).text()
    expect(form).not.toContain('<script')
    expect(form).toContain('<textarea')
  }
  const { status, text } = await check(copy)
  expect([status, text.includes('The copy is ours')]).toEqual([200, true])
  expect(text).toContain('It is of 31 December 2025.')
  expect(text).toContain('Nothing has changed until 31 December 2025.')
  expect((await check(copy, 'km')).text).toContain('ច្បាប់ចម្លងនេះជារបស់យើង')
  // As a phone sends it: other ends of lines, blank ones around it.
  expect((await check(`\n\n${copy.replaceAll('\n', '\r\n')}\r\n\r\n`)).status).toBe(200)
})

test('a file does as well as what is pasted', async () => {
  const body = new FormData()
  body.append('copy', '')
  body.append('file', new Blob([copy], { type: 'text/plain' }), 'agencies.txt')
  const answer = await village.ask('/agencies/check?lang=en', { method: 'POST', body })
  expect([answer.status, (await answer.text()).includes('The copy is ours')]).toEqual([200, true])
})

test('a file does as well where a blank line stands in the field, and what is too long is no copy', async () => {
  const sent = async (text: string, inField = '') => {
    const body = new FormData()
    body.append('copy', inField)
    body.append('file', new Blob([text], { type: 'text/plain' }), 'agencies.txt')
    return (await village.ask('/agencies/check?lang=en', { method: 'POST', body })).status
  }
  expect(await sent(copy, ' \r\n ')).toBe(200)
  const bytes = new TextEncoder().encode(copy).length
  expect(await sent(copy + ' '.repeat(60_000 - bytes))).toBe(200)
  expect(await sent(copy + ' '.repeat(60_001 - bytes))).toBe(409)
})

test.each([
  ['a sign that was changed', () => copy.replace('- | ', '+ | ')],
  ['another day', () => copy.replaceAll('2025-12-31', '2026-02-28')],
  [
    'an agency that was put in',
    () => copy.replace('\n+ | ', '\n+ | 999/9 | Invented | x | \n+ | '),
  ],
  ['a part of it', () => copy.slice(0, copy.length / 2)],
  ['without its last line', () => copy.slice(0, copy.lastIndexOf('VA1'))],
  ['another network', () => copy.replace(/VA1 \S+/, 'VA1 7c2a9b14-0d5e-7f36-8a41-c9e2d7b05f68')],
  ['nothing', () => ''],
  ['somebody’s own words', () => 'Zqinpasted is a good agency'],
])(
  '%s is no copy of ours, and nothing of what was pasted is told back beside the field',
  async (_, made) => {
    const { status, text } = await check(made())
    expect([status, text.includes('This is no copy of ours')]).toEqual([409, true])
    expect(text).not.toContain('The copy is ours')
  },
)

test('what has changed since is told by name, whoever may send nobody any more first', async () => {
  village.pass(31 * dayMs)
  await became('Golden River', 'removed')
  const { text } = await check(copy)
  expect(text).toContain('It is more than thirty days old')
  const [, stopped = ''] =
    /May send nobody any more(.*?)(May send people by now|A licence does)/.exec(text) ?? []
  expect(stopped).toContain('Golden River (invented)')
  expect(text).toContain('Until 31 January 2026 this has changed')
  await became('Quiet River', 'restored')
  expect((await check(copy)).text).toMatch(/May send people by now.*Quiet River/)
})

test('nothing of it is kept: neither a log nor an address has a word of it', async () => {
  await check(`Zqinpasted ${copy}`)
  const { needs, networkId } = village
  const log = JSON.stringify(await needs.store.activities(networkId, { limit: 10_000 }))
  expect(log).not.toContain('Zqinpasted')
})

test('a licence that ends before the copy is old reads as ended in it from the day after, with no line to anybody', async () => {
  const other = await practice()
  const text = await (await other.ask('/agencies/copy')).text()
  const read = ownCopyOf(other.needs.signer, text)!
  const ends = read.agencies.filter(({ until }) => until !== undefined && until <= '2026-01-30')
  expect(ends.length).toBeGreaterThan(0)
  for (const one of ends) {
    expect(mayByCopy(one, one.until!)).toBe(true)
    expect(mayByCopy(one, daysAfter(one.until!, 1))).toBe(false)
    // Whoever reads the text alone reads it in the line itself.
    expect(text).toMatch(
      new RegExp(
        `^\\+ \\| [^\\n]*${one.name.split(' / ')[1]!.replace(/[()]/g, '.')}[^\\n]* \\| <= ${one.until}$`,
        'm',
      ),
    )
  }
  expect(text).toContain('<= stands before the last day of a licence: after it do not pay, ask us.')
  // No agency may send people for ever, and who may not has no such day.
  for (const one of read.agencies) expect(one.until !== undefined).toBe(one.maySend)
  // Held against the register on that day it says the same.
  const last = ends[0]!
  other.pass(dayMs * (1 + daysBetween('2025-12-31', last.until!)))
  const body = new FormData()
  body.append('copy', text)
  body.append('file', new Blob([]), '')
  const answer = await other.ask('/agencies/check?lang=en', { method: 'POST', body })
  expect(pageText(await answer.text())).toMatch(
    new RegExp(`May send nobody any more.*${last.name.split(' / ')[1]!.replace(/[()]/g, '.')}`),
  )
})
