import { beforeAll, expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { auditNetwork } from '#src/app/proof/network-audit.ts'
import { careForCases } from '#src/app/cases/rounds.ts'
import { sealedWords, sealedWordsRow } from '#src/app/network/party-names.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* A broker was entered by a name that is wrong. Two of the staff erase it; that they did stays to be seen. */

const name = 'Zqinsok Chea'
const phone = '012 777 911'

let village: Practice
let one: string
let partyId: string

const token = (door: 'administrator' | 'migration-worker') => village.as(door)

const ask = async (
  door: 'administrator' | 'migration-worker',
  path: string,
  form?: Readonly<Record<string, string>>,
) =>
  village.ask(`${path}?lang=en`, {
    token: await token(door),
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })

/** A form as it comes, with the id that it was made with, filled in. */
const send = async (
  door: 'administrator' | 'migration-worker',
  path: string,
  form: Readonly<Record<string, string>>,
) => {
  const page = await (await ask(door, path)).text()
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  return ask(door, path, { id, ...form })
}

const wordsKept = async (): Promise<string> => {
  const { store, sealing } = village.needs
  return JSON.stringify(await sealedWords({ store, sealing: sealing! }, village.networkId))
}

const source = { source: 'said-to-us', seenOn: '30/12/2025', document: '' }
const second = { secondLogin: practiceStaff.login, secret: practiceStaff.pin }

beforeAll(async () => {
  village = await practice()
  const entered = await send('migration-worker', '/network/agencies/enter', {
    kind: 'broker',
    km: '',
    latin: name,
    ...source,
  })
  one = entered.headers.get('location')!.split('?')[0]!
  partyId = one.split('/').at(-1)!
  const said = await send('migration-worker', `${one}/say/phone`, { phone, ...source })
  expect(said.status).toBe(303)
})

const eraseAt = (factId: string): string => `${one}/facts/${factId}/erase`

test('whoever sends the number of a broker again writes over no name, and throws none away', async () => {
  const before = await wordsKept()
  expect(before).toContain(name)
  for (const latin of ['Another Name', name]) {
    const form = { kind: 'broker', km: '', latin, ...source, id: partyId }
    await ask('migration-worker', '/network/agencies/enter', form)
    expect(await wordsKept()).toBe(before)
  }
})

test('one alone erases nothing, and who does not decide is offered nothing to erase', async () => {
  expect(await (await ask('migration-worker', one)).text()).not.toContain('/erase')
  expect([403, 404]).toContain((await ask('migration-worker', eraseAt(partyId))).status)
  const alone = await send('administrator', eraseAt(partyId), {
    why: 'wrong',
    secondLogin: '',
    secret: '',
  })
  expect([400, 409]).toContain(alone.status)
  expect(await wordsKept()).toContain(name)
})

test('two erase the name: it is found nowhere any more, and the page says that it was erased, when and why', async () => {
  expect(await (await ask('administrator', one)).text()).toContain(eraseAt(partyId))
  const done = await send('administrator', eraseAt(partyId), { why: 'wrong', ...second })
  expect([done.status, done.headers.get('location')]).toEqual([303, `${one}?done=1`])
  const kept = await wordsKept()
  expect([kept.includes(name), kept.includes(phone)]).toEqual([false, true])
  const page = pageText(await (await ask('administrator', one)).text())
  expect(page).toContain('Words erased, 31 December 2025: They were wrong')
  expect(page).not.toContain('Zqinsok')
  const found = pageText(await (await ask('administrator', '/network/agencies?q=Zqinsok')).text())
  expect(found).not.toContain(name)
  expect(pageText(await (await ask('administrator', eraseAt(partyId))).text())).toContain(
    'They were erased already',
  )
})

test('the chain of the journal stays whole, and the views are what a refold gives', async () => {
  const { needs, networkId } = village
  const told: string[] = []
  const read = await auditNetwork(needs.store, networkId, {
    hash: needs.hash,
    found: (row, field, check) => told.push(`${row?.seq} ${field} ${check}`),
  })
  expect([read > 100, told]).toEqual([true, []])
  const rows = await needs.store.networks.read(networkId, 0, 10_000)
  expect(rows.some(({ type }) => type === 'PartyWordsErased')).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('Zqinsok')
})

test('what a program erases without a page is gone with the next look at the register', async () => {
  const { needs, networkId } = village
  const register = await needs.store.registerSubjects(networkId)
  const party = register.find(({ kind, key }) => kind === 'party' && key === partyId)!
  const { facts } = JSON.parse(party.data) as {
    facts: { factId: string; fact: { what: string } }[]
  }
  const { factId } = facts.find(({ fact }) => fact.what === 'phone')!
  const command = {
    id: needs.ids(),
    v: 1,
    effectiveOn: needs.today(),
    type: 'ErasePartyWords',
    partyId,
    factId,
    why: 'by-law',
  } as never
  const [answer] = await needs.recordNetwork(networkId, [command], { actor: 'a', device: 'd' })
  expect(answer?.outcome).toBe('recorded')
  expect(await wordsKept()).toContain(phone)
  await ask('migration-worker', '/network/agencies')
  expect(await wordsKept()).not.toContain(phone)
})

test('what two have erased and what was cut off behind their entry goes with the next round', async () => {
  const other = await practice()
  const { needs, networkId } = other
  const kept = async () =>
    JSON.stringify(await sealedWords({ store: needs.store, sealing: needs.sealing! }, networkId))
  const [factId, who] = [needs.ids(), { actor: 'a', device: 'd' }]
  const words = { partyId: factId, factId, latin: 'Zqincut Off' }
  const row = await sealedWordsRow({ sealing: needs.sealing! }, networkId, words)
  await needs.store.changeMessageRows(networkId, { keep: [row] })
  expect(await kept()).toContain('Zqincut')
  const on = () => ({ id: needs.ids(), v: 1, effectiveOn: needs.today() })
  const called = { what: 'sealed-name', mark: 'c'.repeat(64) }
  const said = { source: 'said-to-us', seenOn: needs.today() }
  for (const command of [
    { ...on(), type: 'RegisterParty', partyId: factId, kind: 'broker', called, ...said },
    { ...on(), type: 'ErasePartyWords', partyId: factId, factId, why: 'wrong' },
  ]) {
    const [answer] = await needs.recordNetwork(networkId, [command as never], who)
    expect(answer?.outcome).toBe('recorded')
  }
  expect(await kept()).toContain('Zqincut')
  await careForCases({ ...needs, cases: needs.cases! })
  expect(await kept()).not.toContain('Zqincut')
})
