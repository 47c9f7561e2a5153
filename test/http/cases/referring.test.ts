import { beforeAll, describe, expect, test } from 'vitest'
import { servicesOf } from '#domain/network/directory.ts'
import { serviceKinds } from '#domain/network/service-kinds.ts'
import { referralKinds } from '#domain/cases/operations/referrals.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* A worker sends somebody to a service of the directory, waits for the answer, and gives coded data out by two. */

let village: Practice
let token: string

const page = async (path: string): Promise<string> =>
  (await village.ask(path, { token, headers: { 'accept-language': 'en' } })).text()
const sent = (path: string, form: Readonly<Record<string, string>>) =>
  village.ask(path, { token, body: new URLSearchParams(form) })

beforeAll(async () => {
  village = withCookies(await practice())
  token = await village.as('migration-worker')
  await village.ask('/cases/open', { token })
  await sent('/cases/open', { passphrase: practiceTeam[0].passphrase })
})

/** A new case of somebody grown up who is not a child. */
const begun = async (): Promise<string> => {
  const talk = { kind: 'return', ageBand: '25-34', sex: 'woman', language: 'khmer', stage: 'back' }
  const way = { way: 'visit', when: 'after the market', notTo: '', bestInterest: '' }
  const answer = await sent('/cases/new', { ...talk, ...way, isAgreed: 'yes' })
  return answer.headers.get('location')!.replace('/cases/of/', '')
}

const listed = async () => {
  const { needs, networkId } = village
  const book = (await networkBookOf(needs.store, networkId))!
  return servicesOf(book, { today: needs.today() })
}

/** All that a form of a referral sends, with what is said otherwise. */
const referral = (said: Readonly<Record<string, string>>) => ({
  service: '',
  kind: '',
  receiver: '',
  seen: '0',
  ...said,
})

describe('a referral', () => {
  test('has the kinds of the directory, in one list, and two that stand in none', () => {
    expect(referralKinds).toEqual([...serviceKinds, 'social-affairs', 'tracing'])
  })

  test('takes kind and receiver from the service that was chosen', async () => {
    const code = await begun()
    const [one] = (await listed()).filter(({ state }) => state === 'current')
    const form = referral({ service: one!.serviceId })
    const answer = await sent(`/cases/of/${code}/OfferReferral`, form)
    expect(answer.status).toBe(303)
    expect(pageText(await page(`/cases/of/${code}`))).toContain(one!.name)
  })

  test('is written by hand too, but not both ways at once, and not half', async () => {
    const code = await begun()
    const path = `/cases/of/${code}/OfferReferral`
    const [one] = (await listed()).filter(({ state }) => state === 'current')
    const byHand = { kind: 'health', receiver: 'A doctor (invented)' }
    const both = await sent(path, referral({ service: one!.serviceId, ...byHand }))
    expect([both.status, (await both.text()).includes('leave this empty')]).toEqual([400, true])
    const half = await sent(path, referral({ kind: 'health' }))
    expect(half.status).toBe(400)
    expect((await sent(path, referral(byHand))).status).toBe(303)
  })

  test('without an answer stands under who was asked, with when to ask again, until there is one', async () => {
    const code = await begun()
    const receiver = 'Quiet office (invented)'
    const path = `/cases/of/${code}`
    await sent(`${path}/OfferReferral`, referral({ kind: 'ministry-desk', receiver }))
    const list = await page('/cases/unanswered')
    expect(pageText(list)).toContain(receiver)
    expect(pageText(list)).toMatch(/ask again from|Ask again now/)
    const item = new RegExp(`${code}/SetReferralState/([0-9a-f]{32})`).exec(list)![1]!
    await sent(`${path}/SetReferralState/${item}`, { state: 'accepted', seen: '1' })
    expect(pageText(await page('/cases/unanswered'))).not.toContain(receiver)
    const reported = await sent(`${path}/ReportReferral/${item}`, { report: 'came', seen: '2' })
    expect(reported.status).toBe(303)
    const told = pageText(await page(path))
    expect(told).toContain('the person came')
    // The list has told something of this case, and the case says so.
    expect(told).toMatch(/\d times/)
  })
})

describe('coded data', () => {
  const receiver = 'Counting office (invented)'
  const agreed = async (): Promise<string> => {
    const code = await begun()
    const yes = {
      purpose: 'statistics',
      service: '',
      receiver,
      how: 'spoken',
      until: '',
      person: '',
    }
    const ticks = { 'fields-sex': 'yes', 'fields-name': 'yes' }
    const answer = await sent(`/cases/of/${code}/GiveConsent`, { ...yes, ...ticks })
    expect(answer.status).toBe(303)
    return code
  }

  test('is shown to a supervisor, let go by the own passphrase, and the case says by whom', async () => {
    const code = await agreed()
    const path = `/cases/release/${code}`
    const question = await (await sent(path, { receiver })).text()
    expect(question).toContain('Feminine')
    const read = /name="read" value="([^"]*)"/.exec(question)![1]!.replaceAll('&quot;', '"')
    const supervisor = practiceTeam[1]
    const sure = { receiver, read, sure: 'yes', secondLogin: supervisor.login }
    const wrong = await sent(path, { ...sure, secondPassphrase: 'not the passphrase' })
    expect(wrong.status).toBe(401)
    const third = practiceTeam[2]
    const byWorker = { secondLogin: third.login, secondPassphrase: third.passphrase }
    expect((await sent(path, { ...sure, ...byWorker })).status).toBe(401)
    const answer = await sent(path, { ...sure, secondPassphrase: supervisor.passphrase })
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const file = await answer.text()
    expect(JSON.parse(file)).toMatchObject({
      standard: 'HTCDS 2.0',
      record: { Gender: 'Feminine' },
    })
    expect(file).not.toContain(code)
    expect(file).not.toContain(receiver)
    expect(pageText(await page(`/cases/of/${code}`))).toContain(`let go by ${supervisor.login}`)
  })

  test('goes nowhere without a consent, without the question, and with a record that nobody read', async () => {
    const none = await sent(`/cases/release/${await begun()}`, { receiver })
    expect(none.status).toBe(400)
    const code = await agreed()
    const supervisor = practiceTeam[1]
    const second = { secondLogin: supervisor.login, secondPassphrase: supervisor.passphrase }
    const unasked = await sent(`/cases/release/${code}`, { receiver, ...second })
    expect(unasked.headers.get('content-disposition')).toBeNull()
    const another = { receiver, read: '{}', sure: 'yes', ...second }
    const answer = await sent(`/cases/release/${code}`, another)
    expect(answer.status).toBe(409)
    expect(pageText(await page(`/cases/of/${code}`))).not.toContain('Coded data that went out')
  })
})
