import { beforeEach, expect, test } from 'vitest'
import { particularParts } from '#domain/fund/people/particulars.ts'
import { photoBytesMax } from '#domain/fund/people/photos.ts'
import { keepGoal } from '#src/app/household/goals.ts'
import { ask } from '#src/app/household/own-asks.ts'
import { keepSumsOut } from '#src/app/household/own-choices.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { peopleWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { hiddenWords, jpegWithWords, pngDot, pngOfLength, webpDot } from '#test/support/photos.ts'
import { type Practice, practice } from '#test/support/service.ts'

const words = peopleWords.in('en')
const second = { login: practiceSecond.login, secret: practiceSecond.pin }

let village: Practice
let one = ''
let other = ''
let third = ''
beforeEach(async () => {
  village = await practice()
  const { members } = (await bookOf(village.needs.store, village.fundId))!
  const free = members.filter(({ offices, isFormer }) => offices.length === 0 && !isFormer)
  one = free[0]!.memberId
  other = free[1]!.memberId
  third = free[2]!.memberId
  for (const { memberId } of members)
    await village.needs.store.forget(village.fundId, memberId, particularParts)
})

const place = (act = '', memberId = one): string =>
  `/funds/${village.fundId}/people/${memberId}${act}`

const get = async (path: string, door: Door = 'record-keeper') =>
  village.ask(`${path}?lang=en`, { token: await village.as(door) })

type Fields = Readonly<Record<string, string>>

const post = async (path: string, fields: Fields, door: Door = 'record-keeper') => {
  const body = new URLSearchParams(fields)
  return village.ask(`${path}?lang=en`, { token: await village.as(door), body })
}

const upload = async (bytes: Uint8Array, name = 'face.jpg') => {
  const body = new FormData()
  body.append('photo', new Blob([new Uint8Array(bytes)]), name)
  return village.ask(place('/photo'), { token: await village.as('record-keeper'), body })
}

const kept = async () => {
  const { store } = village.needs
  return {
    names: await store.names(village.fundId),
    photo: await store.photo(village.fundId, one),
    nominees: await store.nominees(village.fundId),
    kin: (await store.kinships(village.fundId)).map(({ firstId, secondId, relation }) => ({
      firstId,
      secondId,
      relation,
    })),
  }
}

test('a name is written down, corrected, and shown to the committee as it was typed', async () => {
  expect((await post(place('/name'), { khmer: ' សុខ ដារ៉ា ', latin: 'Sok Dara' })).status).toBe(303)
  await post(place('/name'), { khmer: 'សុខ ដារ៉ា', latin: '' })
  expect((await kept()).names).toMatchObject([
    { memberId: one, khmer: 'សុខ ដារ៉ា', latin: undefined },
  ])
  const list = await get(`/funds/${village.fundId}/people`)
  expect(await list.text()).toContain('<bdi lang="km">សុខ ដារ៉ា</bdi>')
  expect(pageText(await (await get(place())).text())).toContain('សុខ ដារ៉ា')
})

test.each([
  ['no name at all', { khmer: ' ', latin: '' }, 'nameMissing'],
  ['a script', { khmer: '', latin: '<script>' }, 'nameOdd'],
  ['a name that is too long', { khmer: '', latin: 'a'.repeat(81) }, 'nameOdd'],
  ['Latin letters in the Khmer place', { khmer: 'Sok', latin: '' }, 'khmerOdd'],
  ['Khmer letters in the Latin place', { khmer: '', latin: 'សុខ' }, 'khmerOdd'],
] as const)('%s is no name, and the page says what to do', async (_, fields, code) => {
  const answer = await post(place('/name'), fields)
  expect(answer.status).toBe(400)
  expect(pageText(await answer.text())).toContain(words[code])
  expect((await kept()).names).toEqual([])
})

test('a photo is kept without hidden words and given back as what it is', async () => {
  expect((await upload(jpegWithWords)).status).toBe(303)
  const picture = await get(place('/picture'))
  expect(picture.status).toBe(200)
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  expect(picture.headers.get('cache-control')).toBe('no-store')
  const bytes = Buffer.from(await picture.arrayBuffer())
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  expect(bytes.toString('latin1')).not.toContain(hiddenWords)
  expect(await (await get(place())).text()).toContain(`${place('/picture')}"`)
})

test('a file is taken for what its bytes are and not for what it is called', async () => {
  await upload(webpDot, 'face.png')
  expect((await get(place('/picture'))).headers.get('content-type')).toBe('image/webp')
  for (const text of ['<svg onload="1"/>', '<script>1</script>', 'GIF89a', '']) {
    const answer = await upload(new TextEncoder().encode(text), 'face.png')
    expect(answer.status).toBe(400)
  }
  expect((await upload(pngOfLength(photoBytesMax + 1))).status).toBe(400)
  expect((await upload(pngOfLength(20 * photoBytesMax))).status).toBe(400)
  expect((await kept()).photo).toMatchObject({ mediaType: 'image/webp' })
})

test('nominees are named by name or card, with how much, and named anew', async () => {
  const named = { name1: 'ចន្ទ', share1: 'half', member2: other, share2: 'the-rest' }
  expect((await post(place('/nominees'), { ...named, ...second })).status).toBe(303)
  expect((await kept()).nominees).toMatchObject([
    { place: 1, name: 'ចន្ទ', nomineeId: undefined, share: 'half' },
    { place: 2, name: undefined, nomineeId: other, share: 'the-rest' },
  ])
  await post(place('/nominees', third), { ...second, name1: 'ធីតា', share1: 'all' })
  expect(pageText(await (await get(place('/family'))).text())).not.toContain('ធីតា')
  await post(place('/nominees', third), second)
  await post(place('/nominees'), { ...second, member3: other, share3: 'all' })
  expect((await kept()).nominees).toMatchObject([{ place: 1, nomineeId: other, share: 'all' }])
  expect(pageText(await (await get(place('/family'))).text())).toContain(words.share_all)
})

test.each([
  ['a name without how much', () => ({ name1: 'ចន្ទ' }), 'nomineeOdd'],
  ['how much without a name', () => ({ share1: 'all' }), 'nomineeOdd'],
  [
    'a name and a card at once',
    () => ({ name1: 'ចន្ទ', member1: other, share1: 'all' }),
    'nomineeOdd',
  ],
  ['a stranger’s card', () => ({ member1: village.needs.ids(), share1: 'all' }), 'nomineeOdd'],
  ['an unknown share', () => ({ member1: other, share1: 'twice' }), 'nomineeOdd'],
  ['oneself', () => ({ member1: one, share1: 'all' }), 'nomineeSelf'],
] as const)('%s names no nominee', async (_, fields, code) => {
  const answer = await post(place('/nominees'), { ...fields(), ...second })
  expect(answer.status).toBe(400)
  expect(pageText(await answer.text())).toContain(words[code])
  expect((await kept()).nominees).toEqual([])
})

test('kin are declared once for both, whichever of the two it is written at', async () => {
  await post(place('/kin'), { ...second, other, is: 'child' })
  await post(place('/kin', other), { ...second, other: one, is: 'parent' })
  expect((await kept()).kin).toEqual([{ firstId: one, secondId: other, relation: 'parent' }])
  const told = async (memberId: string) =>
    pageText(await (await get(place('/family', memberId))).text())
  expect(await told(one)).toContain(words.kin_child)
  expect(await told(other)).toContain(words.kin_parent)
  await post(place('/kin'), { ...second, other, is: 'same-household' })
  await post(place('/kin', other), { ...second, other: one, is: 'same-household' })
  expect((await kept()).kin).toHaveLength(2)
  // Whoever has died is kin still, until two officers take it back.
  const { needs, fundId } = village
  const died = { type: 'RecordDeath', memberId: other } as const
  const command = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...died } as const
  const [answer] = await needs.record(fundId, [command], { actor: 'test', device: 'test' })
  expect(answer).toMatchObject({ outcome: 'flagged' })
  expect(await told(one)).toContain(words.kin_child)
  expect(await (await get(place('/kin/end'))).text()).toContain(`value="child:${other}"`)
})

test('nobody is declared kin of oneself, of a stranger, or of no kind', async () => {
  for (const fields of [
    { other: one, is: 'sibling' },
    { other: village.needs.ids(), is: 'sibling' },
    { other, is: 'friend' },
    { other: '', is: '' },
  ])
    expect((await post(place('/kin'), { ...fields, ...second })).status).toBe(400)
  expect((await kept()).kin).toEqual([])
})

test('neither kin nor nominees are written by one officer alone, for somebody who was not asked', async () => {
  expect((await post(place('/kin'), { other, is: 'in-law' })).status).toBe(403)
  expect((await post(place('/nominees'), { member1: other, share1: 'all' })).status).toBe(403)
  expect(await kept()).toMatchObject({ kin: [], nominees: [] })
})

test('a declaration is taken back by two officers, and by nobody alone', async () => {
  await post(place('/kin'), { ...second, other: third, is: 'spouse' })
  await post(place('/kin'), { ...second, other, is: 'sibling' })
  const which = `spouse:${third}`
  const alone = await post(place('/kin/end'), { which, login: 'nobody', secret: '000000' })
  expect(alone.status).toBe(403)
  expect((await kept()).kin).toHaveLength(2)
  expect((await post(place('/kin/end'), { which: 'spouse:x', ...second })).status).toBe(400)
  expect((await post(place('/kin/end'), { which, ...second })).status).toBe(303)
  expect((await kept()).kin).toMatchObject([{ relation: 'sibling' }])
  const log = await village.needs.store.activities(village.fundId, { limit: 20 })
  const lines = log.filter(({ action }) => action === 'keep-family')
  expect(new Set(lines.map(({ actor }) => actor)).size).toBeGreaterThanOrEqual(3)
  expect(lines.some(({ outcome }) => outcome === 'refused')).toBe(true)
})

test('what is kept of a member is erased by two officers, in part or all of it, and the book stays as it is', async () => {
  await post(place('/name'), { khmer: 'សុខ ដារ៉ា', latin: '' })
  await upload(pngDot)
  await post(place('/nominees'), { ...second, member1: other, share1: 'all' })
  await post(place('/kin'), { ...second, other, is: 'sibling' })
  const { store } = village.needs
  const whose = { fundId: village.fundId, memberId: one }
  await keepGoal(store, whose, { kind: 'school', amount: 90_000 })
  await ask(store, whose, { part: 'name', wish: 'correct', on: '2025-12-31' })
  await keepSumsOut(store, whose, true)
  const before = await village.needs.store.read(village.fundId, 0, 100_000)
  const erase = (what: string, fields: Fields = second) =>
    post(place('/erase'), { what, ...fields })
  expect((await erase('everything', { login: '', secret: '' })).status).toBe(403)
  expect((await erase('')).status).toBe(400)
  expect((await erase('kin')).status).toBe(400)
  const check = await post(place('/erase'), { step: 'check', what: 'name' })
  const told = pageText(await check.text())
  expect(check.status).toBe(200)
  expect(told).toMatch(/This goes, for good The name This stays The photo The nominees/)
  const all = await post(place('/erase'), { step: 'check', what: 'everything', ...second })
  expect(pageText(await all.text())).toContain(
    'Why relief was given to the household This stays The card',
  )
  expect((await kept()).names).toHaveLength(1)
  expect((await erase('name')).status).toBe(303)
  expect((await kept()).names).toEqual([])
  expect((await kept()).photo).toBeDefined()
  expect((await erase('everything')).status).toBe(303)
  expect(await kept()).toEqual({ names: [], photo: undefined, nominees: [], kin: [] })
  const notes = [...(await store.of(village.fundId))].filter(([of]) => of.endsWith(one))
  expect(notes.filter(([, text]) => text !== '')).toEqual([])
  expect((await get(place('/picture'))).status).toBe(404)
  expect(await village.needs.store.read(village.fundId, 0, 100_000)).toEqual(before)
  const page = await get(`${place()}`)
  expect(page.status).toBe(200)
})

test('cards that may be one person’s are told with the reason, and nothing is put together', async () => {
  const name = { khmer: 'កណ្ដាល ស៊ី', latin: '' }
  await post(place('/name'), name)
  await post(place('/name', other), { ...name, khmer: 'កណ្តាល សី៊' })
  const before = await kept()
  const alike = pageText(await (await get(`/funds/${village.fundId}/people/alike`)).text())
  expect(alike).toContain(words['why_same-name'])
  for (const whose of [one, other])
    expect(pageText(await (await get(place('', whose))).text())).toContain(words['why_same-name'])
  const apart = pageText(await (await get(place('', third))).text())
  expect(apart).not.toContain(words['why_same-name'])
  expect(await kept()).toEqual(before)
})

test('an auditor and a household get no name, no photo and no kin', async () => {
  await post(place('/name'), { khmer: 'សុខ ដារ៉ា', latin: '' })
  await upload(pngDot)
  for (const door of ['auditor', 'household'] as const)
    for (const path of [
      `/funds/${village.fundId}/people`,
      place(),
      place('/picture'),
      place('/family'),
    ])
      expect([door, path, (await get(path, door)).status]).toEqual([door, path, 403])
  for (const path of ['health', 'loans', 'log', 'today', 'rules']) {
    const answer = await get(`/funds/${village.fundId}/${path}`, 'auditor')
    expect(await answer.text()).not.toContain('ដារ៉ា')
  }
})

test('each look at names stands in the log, and no name, kin or share does', async () => {
  await post(place('/name'), { khmer: 'សុខ ដារ៉ា', latin: 'Sok Dara' })
  await post(place('/nominees'), { ...second, name1: 'ចន្ទ', share1: 'quarter' })
  await post(place('/kin'), { ...second, other, is: 'sibling' })
  for (const path of [`/funds/${village.fundId}/people`, place(), place('/family'), place('/kin')])
    await get(path, 'chair')
  const log = await village.needs.store.activities(village.fundId, { limit: 1000 })
  const said = log.map(({ action, subject }) => `${action} ${subject}`)
  for (const line of ['read-names ', `read-names member:${one}`, `read-family member:${one}`])
    expect(said).toContain(line)
  const all = JSON.stringify([
    log,
    village.lines,
    await village.needs.store.read(village.fundId, 0, 100_000),
    [...(await village.needs.store.of(village.fundId))],
  ])
  for (const word of ['ដារ៉ា', 'Sok Dara', 'ចន្ទ', 'quarter', 'sibling'])
    expect(all).not.toContain(word)
})
