import { describe, expect, test } from 'vitest'
import { boxDoorOf, lettersADay } from '#src/app/box.ts'
import { takeRooms } from '#src/app/watch/day-rooms.ts'
import { lettersAnHour } from '#src/http/box/senders.ts'
import { senderAddress } from '#src/http/sender.ts'
import { pageText } from '#test/pages/page-text.ts'
import { hour } from '#test/support/entrance.ts'
import { type Practice, practice } from '#test/support/service.ts'

const publicUrl = 'https://fund.example'

const letter = { kind: 'complaint', to: 'ngo', text: 'the box was opened by one of them' }

type From = { readonly address: string; readonly token?: string; readonly text?: string }

const write = (village: Practice, { address, token, text = letter.text }: From) =>
  village.ask('/box', {
    body: new URLSearchParams({ b: boxDoorOf(village.needs, village.fundId), ...letter, text }),
    headers: {
      'x-forwarded-for': address,
      ...(token === undefined
        ? {}
        : { cookie: `__Host-session=${token}`, 'sec-fetch-site': 'same-origin' }),
    },
  })

const flood = async (village: Practice, many: number, from: From | ((i: number) => From)) => {
  const statuses: number[] = []
  for (let i = 0; i < many; i += 1)
    statuses.push((await write(village, typeof from === 'function' ? from(i) : from)).status)
  return statuses
}

const taken = (statuses: readonly number[]): number =>
  statuses.filter((status) => status === 200).length

describe('whoever wants to silence the box', () => {
  test('by forty letters from one address shuts nobody out but himself, and for an hour', async () => {
    const village = await practice({ publicUrl })
    expect(taken(await flood(village, 40, { address: '203.0.113.9' }))).toBe(lettersAnHour)
    const more = await write(village, { address: '203.0.113.9', text: 'what I wanted to say' })
    expect(more.status).toBe(429)
    const page = pageText(await more.text())
    expect(page).toContain('what I wanted to say')
    expect(page).toContain('Many letters came from this phone or this line')
    expect((await write(village, { address: '198.51.100.4' })).status).toBe(200)
    village.pass(hour)
    expect((await write(village, { address: '203.0.113.9' })).status).toBe(200)
  })

  test('by another port of each connection, or another of his own long addresses, is still one sender', async () => {
    const ported = await practice({ publicUrl })
    const ports = await flood(ported, 40, (i) => ({ address: `203.0.113.9:${20_000 + i}` }))
    expect(taken(ports)).toBe(lettersAnHour)
    const long = await practice({ publicUrl })
    const addresses = await flood(long, 40, (i) => ({ address: `[2001:db8:1:2::${i + 1}]:443` }))
    expect(taken(addresses)).toBe(lettersAnHour)
    expect((await write(long, { address: '2001:db8:1:3::1' })).status).toBe(200)
  })

  test('by many sessions of one person has one person’s letters, and a session that is none has none', async () => {
    const village = await practice({ publicUrl })
    const address = '203.0.113.9'
    await flood(village, lettersAnHour, { address })
    let letters = 0
    for (let i = 0; i < 4; i += 1) {
      const token = await village.as('chair')
      letters += taken(await flood(village, lettersAnHour, { address, token }))
    }
    expect(letters).toBe(lettersAnHour)
    const madeUp = `${village.networkId}.${'A'.repeat(43)}`
    expect((await write(village, { address, token: madeUp })).status).toBe(429)
    // A neighbour on the same line signs in, and is not touched by being counted.
    const token = await village.as('household')
    const before = await village.needs.store.openSessions(village.networkId)
    village.pass(2 * 60_000)
    expect((await write(village, { address, token })).status).toBe(200)
    expect(await village.needs.store.openSessions(village.networkId)).toEqual(before)
  })
})

describe('where many want to silence the box', () => {
  test('it is not shut to whoever has not written lately', async () => {
    const village = await practice({ publicUrl })
    const { needs, networkId, fundId } = village
    const use = (name: string, by: number) =>
      takeRooms({ networkId, today: needs.today() }, [{ name, most: by, by }])
    use(`letters ${fundId}`, lettersADay.fund)
    expect((await write(village, { address: '198.51.100.4' })).status).toBe(200)
    const second = await write(village, { address: '198.51.100.4' })
    expect(second.status).toBe(429)
    expect(pageText(await second.text())).toContain('The box takes no more today')
    // What was refused takes nothing of what the boxes of the network hold.
    use('letters', lettersADay.network - 2)
    expect((await write(village, { address: '198.51.100.5' })).status).toBe(200)
  })

  test('nothing of an address or a session stays behind', async () => {
    const village = await practice({ publicUrl })
    const token = await village.as('household')
    await flood(village, lettersAnHour + 2, { address: '203.0.113.9', token })
    const { store } = village.needs
    const subjects = JSON.stringify([
      await store.supportFiles(village.networkId),
      await store.activities(village.networkId, { limit: 100 }),
      await store.activities(village.fundId, { limit: 100 }),
      village.lines,
    ])
    expect(subjects).not.toContain('203.0.113')
    expect(village.lines.filter(({ route }) => route.startsWith('/box'))).toEqual([])
  })
})

test('an address counts as one whatever a proxy writes around it', () => {
  for (const [written, counts] of [
    ['203.0.113.9', '203.0.113.9'],
    [' 203.0.113.9:51234 ', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['[::ffff:203.0.113.9]:443', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9:51234', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:3:4:5:6:443', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9%eth0', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['', 'nowhere'],
    ['unknown', 'nowhere'],
    ['203.0.113.900', 'nowhere'],
    ['1:2:3', 'nowhere'],
    ['1::2::3', 'nowhere'],
    ['::1.2.3.999', 'nowhere'],
    ['1:2:3:4:5:6:7:8:9:10', 'nowhere'],
    ['x'.repeat(300), 'nowhere'],
  ] as const)
    expect([written, senderAddress(written)]).toEqual([written, counts])
})

test('asking often from one address stays one sender, whichever port or long address it has', async () => {
  const village = await practice({ publicUrl })
  const statuses: number[] = []
  for (let i = 0; i < 650; i += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.9:${10_000 + i}` }
    statuses.push((await village.ask('/v1/funds', { headers })).status)
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(50)
})
