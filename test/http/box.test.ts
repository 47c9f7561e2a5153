import { beforeAll, describe, expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { sealFilesAnew } from '#src/app/identity/old-secrets.ts'
import { app } from '#src/http/app.ts'
import { boxDoorOf, letterMax } from '#src/app/box.ts'
import { pageText } from '#test/pages/page-text.ts'
import { hour } from '#test/support/entrance.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let door: string
beforeAll(async () => {
  village = await practice({ publicUrl: 'https://fund.example' })
  door = boxDoorOf(village.needs, village.fundId)
})

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const text = 'ប្រធានយកប្រាក់ពីប្រអប់ពីរដង'
const letter = { kind: 'complaint', to: 'ngo', text }

let senders = 0
/** Each letter from a line of its own: how many one may send is another test's. */
const aLine = (): string => `203.0.113.${(senders += 1)}`

const write = (fields: Record<string, string> = {}, of = village, at = door, token?: string) =>
  of.ask('/box', {
    body: form({ b: at, ...letter, ...fields }),
    token,
    headers: { 'x-forwarded-for': aLine() },
  })

const receiptIn = (page: string): string => /(\d{4} \d{4} \d{4} \d{4})/.exec(pageText(page))![1]!

const putIn = async (fields: Record<string, string> = {}): Promise<string> => {
  const answer = await write(fields)
  expect(answer.status).toBe(200)
  return receiptIn(await answer.text())
}

const readBy = (receipt: string, at = door) =>
  village.ask('/box/read', { body: form({ b: at, receipt }) })

const lettersFor = async (who: 'administrator' | 'auditor' | 'chair'): Promise<string[]> => {
  const path = who === 'chair' ? `/funds/${village.fundId}/letters` : '/network/box'
  const answer = await village.ask(path, { token: await village.as(who) })
  expect(answer.status).toBe(200)
  return [...(await answer.text()).matchAll(new RegExp(`href="(${path}/S-[^"]+)"`, 'g'))].map(
    ([, href]) => href!,
  )
}

const readLetter = async (href: string, who: 'administrator' | 'auditor' | 'chair') =>
  pageText(await (await village.ask(href, { token: await village.as(who) })).text())

describe('whoever writes into the box', () => {
  test('needs no name, and reads the answer by a receipt alone, in digits of either script', async () => {
    for (const method of ['GET', 'HEAD'])
      expect((await village.ask(`/box?b=${door}`, { method })).status).toBe(200)
    const receipt = await putIn()
    expect(pageText(await (await readBy(receipt)).text())).toContain('Nobody has answered yet.')
    const [href] = await lettersFor('administrator')
    expect(await readLetter(href!, 'auditor')).toContain(text)
    const answered = await village.ask(href!, {
      token: await village.as('auditor'),
      body: form({ text: 'We count the box ourselves on the 20th.' }),
    })
    expect(answered.status).toBe(303)
    const khmer = receipt.replaceAll(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
    const page = pageText(await (await readBy(khmer.replaceAll(' ', ''))).text())
    expect(page).toContain('We count the box ourselves on the 20th.')
    expect(page).toContain('From the organisation')
    expect(page).toContain(text)
    for (const pasted of [receipt.replaceAll(' ', '\t'), receipt + ' '.repeat(300)])
      expect((await readBy(pasted)).status).toBe(200)
    const wrong = receipt.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    expect((await readBy(wrong)).status).toBe(404)
    // It can be taken back, and then nothing of it is left for anybody.
    const back = await village.ask('/box/take-back', { body: form({ b: door, receipt }) })
    expect(back.status).toBe(303)
    expect((await readBy(receipt)).status).toBe(404)
    expect(await lettersFor('administrator')).toEqual([])
  })

  test('chooses who reads it: no officer sees what is for the organisation alone', async () => {
    const forNgo = await putIn({ text: 'Only for those who check.' })
    const forAll = await putIn({ kind: 'suggestion', to: 'fund', text: 'Meet in the morning.' })
    expect(await lettersFor('administrator')).toHaveLength(2)
    const [own, ...others] = await lettersFor('chair')
    expect(others).toEqual([])
    expect(await readLetter(own!, 'chair')).toContain('Meet in the morning.')
    const [hidden] = (await lettersFor('auditor')).filter(
      (href) => !own!.endsWith(href.slice(href.lastIndexOf('/'))),
    )
    const code = hidden!.slice(hidden!.lastIndexOf('/') + 1)
    const chair = await village.as('chair')
    const guessed = `/funds/${village.fundId}/letters/${code}`
    expect((await village.ask(guessed, { token: chair })).status).toBe(404)
    expect((await village.ask('/network/box', { token: chair })).status).toBe(404)
    const say = (href: string, said: string, token: string) =>
      village.ask(href, { token, body: form({ text: said }) })
    await say(own!, 'We meet at eight from now on.', chair)
    expect(pageText(await (await readBy(forAll)).text())).toContain('From the officers of the fund')
    const [href] = (await lettersFor('auditor')).filter((one) => !one.endsWith(code))
    await say(href!, 'The organisation agrees.', await village.as('auditor'))
    // What the organisation has said the officers do not write over.
    await say(own!, 'No.', chair)
    expect(pageText(await (await readBy(forAll)).text())).toContain('The organisation agrees.')
    for (const method of ['GET', 'HEAD'])
      expect((await village.ask(own!, { method, token: chair })).status).toBe(200)
    for (const receipt of [forNgo, forAll])
      await village.ask('/box/take-back', { body: form({ b: door, receipt }) })
  })
})

describe('what is typed into the box', () => {
  test('is not lost by a slip, and nothing of it runs', async () => {
    const hostile = '<script>alert("x")</script>'
    const cases: readonly Record<string, string>[] = [
      { kind: 'rumour' },
      { to: 'broker' },
      { text: 'x' },
      { text: hostile.repeat(100) },
    ]
    for (const fields of cases) {
      const answer = await write({ text: hostile, ...fields })
      const page = await answer.text()
      expect(answer.status).toBe(400)
      expect(page).not.toContain('<script')
      if (fields['text'] === undefined) expect(page).toContain('&lt;script&gt;alert(')
    }
    const odd = await write({ text: 'still here', name: 'Sok Dara' })
    expect([odd.status, await odd.text()]).toEqual([400, expect.stringContaining('still here')])
    expect(await lettersFor('administrator')).toEqual([])
    const asked = await (await village.ask(`/box?b=${door}`)).text()
    const actions = [...asked.matchAll(/<form[^>]* action="(\/box[^"]*)"/g)].map(([, one]) => one!)
    expect(actions).toHaveLength(2)
    for (const fields of [{ kind: 'x'.repeat(300) }, { to: 'fund\tall' }]) {
      const answer = await write({ text: 'still here', ...fields })
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('still here'),
      ])
    }
    // Where nothing can be read the box is found by its address.
    for (const action of actions) {
      const unread = await village.ask(action, { body: form({ b: door, more: 'x'.repeat(300) }) })
      expect([unread.status, pageText(await unread.text())]).toEqual([
        400,
        expect.stringContaining('The page could not be read'),
      ])
    }
    const long = 'ក'.repeat(letterMax)
    const receipt = await putIn({ text: long })
    expect(pageText(await (await readBy(receipt)).text())).toContain(long)
    await village.ask('/box/take-back', { body: form({ b: door, receipt }) })
    // A sign that came along with what was pasted costs nobody the letter.
    const pasted = await putIn({ text: 'one line\r\nand\u000b the next' })
    expect(pageText(await (await readBy(pasted)).text())).toContain('and the next')
    const more = form({ b: door, receipt: pasted, more: 'x' })
    expect((await village.ask('/box/take-back', { body: more })).status).toBe(400)
    expect((await readBy(pasted)).status).toBe(200)
    await village.ask('/box/take-back', { body: form({ b: door, receipt: pasted }) })
  })
})

describe('what can be told of whoever wrote', () => {
  test('is a day: no session, no hour, no log, and nothing in the rows without the keys', async () => {
    const fresh = await practice()
    const { needs, fundId, networkId } = fresh
    const at = boxDoorOf(needs, fundId)
    const token = await fresh.as('household')
    const looked = async () => ({
      fund: await needs.store.activities(fundId, { limit: 100 }),
      network: await needs.store.activities(networkId, { limit: 100 }),
      sessions: await needs.store.openSessions(networkId),
      journal: (await needs.store.read(fundId, 0, 10_000)).length,
      lines: fresh.lines.length,
    })
    fresh.pass(3 * hour)
    const before = await looked()
    await fresh.ask(`/box?b=${at}`, { token })
    const receipt = receiptIn(await (await write({}, fresh, at, token)).text())
    await fresh.ask('/box/read', { token, body: form({ b: at, receipt }) })
    expect(await looked()).toEqual(before)
    const rows = await needs.store.supportFiles(networkId)
    expect(rows).toHaveLength(1)
    await write({ text: 'long '.repeat(200) }, fresh, at)
    const all = await needs.store.supportFiles(networkId)
    expect(new Set(all.map(({ sealed }) => sealed.length)).size).toBe(1)
    const kept = JSON.stringify(all)
    for (const part of [fundId, text, receipt, receipt.replaceAll(' ', ''), '2025-12-31', 'letter'])
      expect(kept).not.toContain(part)
    for (const { code } of all) expect(code).toMatch(/^S-[A-Z0-9]+$/)
  })

  test('the address of a box is made by the service alone: any other is as if there were none', async () => {
    const others = [
      '',
      village.fundId,
      `${village.fundId}.${'0'.repeat(32)}`,
      `00000000-0000-7000-8000-000000000001.${'0'.repeat(32)}`,
      door.slice(0, -1),
      `${door}0`,
    ]
    const pages = await Promise.all(
      others.map(async (b) => {
        const answer = await village.ask(`/box?${form({ b }).toString()}`)
        return `${answer.status} ${await answer.text()}`
      }),
    )
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toMatch(/^404/)
    for (const b of others) expect((await write({}, village, b)).status).toBe(404)
  })

  test('a receipt opens nothing at another fund’s box', async () => {
    const receipt = await putIn()
    const other = boxDoorOf(village.needs, village.needs.ids())
    expect((await readBy(receipt, other)).status).toBe(404)
    await village.ask('/box/take-back', { body: form({ b: door, receipt }) })
  })
})

test('the organisation erases a letter thirty days after its answer, and no sooner; without a secret there is no box', async () => {
  const fresh = await practice()
  const at = boxDoorOf(fresh.needs, fresh.fundId)
  await write({}, fresh, at)
  const listed = async () => {
    const answer = await fresh.ask('/network/box', { token: await fresh.as('administrator') })
    return /href="(\/network\/box\/S-[^"]+)"/.exec(await answer.text())?.[1]
  }
  const href = (await listed())!
  const send = async (fields: Record<string, string>) =>
    fresh.ask(href, { token: await fresh.as('administrator'), body: form(fields) })
  expect((await send({ erase: 'yes' })).status).toBe(400)
  await send({ text: 'Thank you.' })
  fresh.pass(29 * 24 * hour)
  expect((await send({ erase: 'yes' })).status).toBe(400)
  fresh.pass(24 * hour)
  expect((await send({ erase: 'yes' })).status).toBe(303)
  expect(await listed()).toBeUndefined()
  const { sealing: _, ...without } = fresh.needs
  const answer = await app(without).request(`/box?b=${at}`, { headers: { host: '127.0.0.1:3000' } })
  expect(answer.status).toBe(409)
})

test('the paper of the box shows its address as a square, to officers and auditors', async () => {
  const token = await village.as('chair')
  const page = await (await village.ask(`/funds/${village.fundId}/box`, { token })).text()
  expect(page).toContain(`/box?b=${door}`)
  expect(page).toContain('class="square-code"')
  const household = await village.as('household')
  expect((await village.ask(`/funds/${village.fundId}/box`, { token: household })).status).toBe(403)
  const own = await (await village.ask(`/funds/${village.fundId}/me`, { token: household })).text()
  expect(own).toContain(`/box?b=${door}`)
})

test('a letter is still read after the secrets of the service were changed, and sealed anew with the files', async () => {
  const first = 'a support secret for tests'
  const second = 'another support secret for tests'
  const fresh = await practice()
  const { needs, fundId } = fresh
  const at = boxDoorOf(needs, fundId)
  const receipt = receiptIn(await (await write({}, fresh, at)).text())
  const sealing = sealingBy({ secret: second, older: [first] })
  expect(await sealFilesAnew({ store: needs.store, sealing })).toMatchObject({ shut: 0 })
  const service = app({ ...needs, sealing: sealingBy({ secret: second }) })
  const answer = await service.request('/box/read', {
    method: 'POST',
    headers: { host: '127.0.0.1:3000' },
    body: form({ b: at, receipt }),
  })
  expect(pageText(await answer.text())).toContain(text)
})

test('a letter that is taken back while somebody answers it does not come back', async () => {
  const others = await lettersFor('administrator')
  const receipt = await putIn()
  const href = (await lettersFor('administrator')).find((one) => !others.includes(one))
  const { store } = village.needs
  const read = store.supportFiles.bind(store)
  const token = await village.as('administrator')
  store.supportFiles = async (scope) => {
    store.supportFiles = read
    const rows = await read(scope)
    await village.ask('/box/take-back', { body: form({ b: door, receipt }) })
    return rows
  }
  const before = (await read(village.networkId)).length
  const answered = await village.ask(href!, { token, body: form({ text: 'We look at it.' }) })
  expect(answered.status).toBe(404)
  expect(await read(village.networkId)).toHaveLength(before - 1)
  expect((await readBy(receipt)).status).toBe(404)
})
