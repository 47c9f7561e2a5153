import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { isLogin, loginKeyOf, scopeOfToken, typedSecret } from '#src/app/identity/identity.ts'
import { type Founding, foundAFund, fundIdOfFounding } from '#src/app/network/founding-fund.ts'
import { fundNameOf } from '#src/app/network/fund-names.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { networkId } from '#test/support/small-network.ts'
import { idOf } from '#test/support/village.ts'

const officer = (card: string, office: string, sex = 'f') => ({ card, office, sex, zone: 'Z1' })
const founding = {
  id: idOf(1),
  on: '2025-01-01',
  villageCode: '99999910',
  charter: defaultCharter,
  opening: {
    cash: 0,
    provision: 0,
    social: 0,
    reserve: 0,
    windows: [],
  },
  officers: [officer('K1', 'chair'), officer('K2', 'record-keeper')],
  name: 'Five Villages',
} as Founding

const desk = () => {
  const store = memoryStore()
  const record = recorder({ journal: store, clock: () => '2025-01-02T02:00:00.000Z', hash: sha256 })
  const by = { actor: 'u1', device: 'd1', networkId }
  const found = (more: object = {}, dryRun = false) =>
    foundAFund({ record, store, hash: sha256 }, { ...founding, ...more } as Founding, {
      ...by,
      dryRun,
    })
  return { store, found }
}
const fundId = fundIdOfFounding(networkId, founding.id, sha256)

test('a fund is founded with its first officers, all of it or nothing, and once', async () => {
  const { store, found } = desk()
  expect(await found({}, true)).toMatchObject({ fundId, wasHere: false })
  expect(await store.fundIds()).toEqual([])
  const founded = await found()
  expect(founded).toMatchObject({ fundId, wasHere: false })
  const book = (await bookOf(store, fundId))!
  expect(
    book.members.map(({ card, offices }) => [card, offices.map(({ office }) => office)]),
  ).toEqual(
    expect.arrayContaining([
      ['K1', ['chair']],
      ['K2', ['record-keeper']],
    ]),
  )
  const rows = (await store.read(fundId, 0, 100)).length
  expect(rows).toBe(5)
  expect(await found()).toMatchObject({ fundId, wasHere: true })
  expect((await store.read(fundId, 0, 100)).length).toBe(rows)
  // The same id with other rules has founded another fund than this one.
  expect(await found({ villageCode: '99999911' })).toEqual({ code: 'id-used-for-another-command' })
})

test('a form of another network founds a fund of its own', () => {
  expect(fundIdOfFounding(idOf(9), founding.id, sha256)).not.toBe(fundId)
  expect(fundIdOfFounding(networkId, idOf(2), sha256)).not.toBe(fundId)
})

test('a chair and a record-keeper are needed, two cards are two people, and men do not take the women’s seats', async () => {
  const { store, found } = desk()
  const without = { invalid: 'chair-and-record-keeper-needed', at: '/officers' }
  expect(await found({ officers: [officer('K1', 'chair')] })).toEqual(without)
  expect(await found({ officers: [officer('K1', 'record-keeper')] })).toEqual(without)
  const same = [officer('K1', 'chair'), officer('K1', 'record-keeper')]
  expect(await found({ officers: same })).toEqual({ code: 'card-already-given' })
  const men = (n: number) =>
    ['chair', 'record-keeper', 'box-keeper'].map((office, i) =>
      officer(`K${i}`, office, i < n ? 'm' : 'f'),
    )
  // Of five seats three are women's: two men leave room, three do not.
  expect(await found({ officers: men(3) })).toEqual({ code: 'too-few-women' })
  const dear = { ...defaultCharter.rateMonthlyPercent, normal: '1.51' }
  expect(await found({ charter: { ...defaultCharter, rateMonthlyPercent: dear } })).toEqual({
    code: 'rate-above-cap',
  })
  expect(await store.fundIds()).toEqual([])
  expect(await found({ officers: men(2) })).toMatchObject({ wasHere: false })
})

test('a fault is told where in the form it lies', async () => {
  const { found } = desk()
  expect(await found({ villageCode: 'no code' })).toMatchObject({ at: '/villageCode' })
  const charter = { ...defaultCharter, shareValue: 0 }
  expect(await found({ charter })).toMatchObject({ at: '/charter/shareValue' })
  const wrong = (i: number) =>
    founding.officers.map((one, place) => (place === i ? { ...one, zone: '' } : one))
  expect(await found({ officers: wrong(0) })).toMatchObject({ at: '/officers/0/zone' })
  expect(await found({ officers: wrong(1) })).toMatchObject({ at: '/officers/1/zone' })
  const unknown = [...founding.officers, officer('K3', 'king')]
  expect(await found({ officers: unknown })).toMatchObject({ at: '/officers/2/office' })
})

test('a fund is called as its people call it, else by the code of its village, and one that is none by its id', async () => {
  const { store, found } = desk()
  await found()
  expect(await fundNameOf(store, fundId)).toBe('Five Villages')
  expect(await fundNameOf(store, 'none')).toBe('none')
  const other = await found({ id: idOf(2), name: undefined })
  expect(await fundNameOf(store, (other as { fundId: string }).fundId)).toBe('99999910')
})

test('a token names who can check it, and nothing else is one', () => {
  const token = `${idOf(1)}.${'t'.repeat(43)}`
  expect(scopeOfToken(token)).toBe(idOf(1))
  for (const other of ['', idOf(1), `${token}t`, token.slice(0, -1), `x${token}`])
    expect(scopeOfToken(other)).toBeUndefined()
})

test('six digits are a PIN in either script, and a password is left as it is typed', () => {
  expect(typedSecret('១២៣៤៥៦')).toBe('123456')
  expect(typedSecret('១២៣៤៥')).toBe('១២៣៤៥')
  expect(typedSecret('១២៣៤៥៦៧')).toBe('១២៣៤៥៦៧')
  expect(typedSecret('pass១២៣')).toBe('pass១២៣')
})

test('one login is one however it is spelt, and a login is a name or a number of two signs at least', () => {
  expect(loginKeyOf('Sok Dara')).toBe(loginKeyOf('sok\u200bdara'))
  expect(loginKeyOf('០១២')).toBe(loginKeyOf('012'))
  expect(loginKeyOf('sok')).not.toBe(loginKeyOf('sak'))
  expect(['ab', '012', '+855', 'ដារ៉ា'].map(isLogin)).toEqual([true, true, true, true])
  expect(isLogin('a'.repeat(60))).toBe(true)
  expect(isLogin('a'.repeat(61))).toBe(false)
  for (const other of ['', 'a', 'a ', ' ab', '-ab', 'a\u200b', 'a/b'])
    expect(isLogin(other)).toBe(false)
})
