import { expect, test } from 'vitest'
import { disagreements } from '#src/app/meeting-text/beside-book.ts'
import { meetingSaidIn } from '#src/app/meeting-text/text.ts'
import { bookOf } from '#src/app/queries.ts'
import { linked } from '#test/http/links/receiver.ts'

test('the text of each closed meeting goes to the number of the office, and agrees with the book', async () => {
  const its = await linked()
  expect((await its.set('meeting-texts', '012 345 678')).status).toBe(303)
  expect(await its.round()).toMatchObject({ sent: 0 })
  await its.close()
  expect(await its.round()).toMatchObject({ sent: 1 })
  const [{ to, text }] = its.texts as [(typeof its.texts)[0]]
  expect(to).toBe('+85512345678')
  expect(text.length).toBeLessThanOrEqual(160)
  const { fundId, needs } = its
  const book = (await bookOf(needs.store, fundId))!
  const asked = { journal: needs.store, book, fundId }
  expect(await disagreements(asked, meetingSaidIn(text)!)).toEqual([])
  const { head } = meetingSaidIn(text)!
  const wrong = {
    ...meetingSaidIn(text)!,
    head: head.startsWith('0') ? 'f'.repeat(12) : '0'.repeat(12),
  }
  expect(await disagreements(asked, wrong)).toContainEqual({ about: 'written-anew' })
})

test('the number stands in no entry, and whoever writes a name in its place is told so', async () => {
  const its = await linked()
  expect((await its.set('meeting-texts', 'the office')).status).toBe(400)
  await its.set('meeting-texts', '012 345 678')
  const rows = await its.needs.store.networks.read(its.networkId, 0, 1000)
  expect(JSON.stringify(rows)).not.toContain('12345678')
})
