import { expect, test } from 'vitest'
import { talksFor } from '#domain/network/training/talks.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { chosen, phone, texting } from '#test/http/messages/village.ts'

test('one sentence of a talk goes to whoever asked for talks, in their language, and to nobody else', async () => {
  const its = await texting()
  await its.link('M07', phone)
  await chosen(its, 'M07', { kinds: ['talk'], language: 'en' })
  await its.link('M08', `${phone}8`)
  await chosen(its, 'M08', { kinds: ['receipt', 'summary', 'security'], language: 'en' })
  const { store } = its.needs
  const talks = talksFor(await trainingOf(store, its.networkId), { today: its.needs.today() })
  const { talkId, topic, shortEn } = talks.find((one) => one.topic === 'debt')!
  const give = (way: 'at-meeting' | 'by-text', effectiveOn: string, id = talkId) =>
    its.enter({ type: 'RecordTalk', effectiveOn, talkId: id, topic, way })
  await give('at-meeting', '2025-12-20')
  await its.send()
  expect(its.texts).toEqual([])
  await give('by-text', '2025-12-21')
  await its.send()
  expect(its.texts.map(({ text }) => text)).toEqual([shortEn])
  // Of a talk that nobody stands behind nothing is sent, whatever an officer writes.
  await give('by-text', '2025-12-29', its.needs.ids())
  await its.send()
  expect(its.texts).toHaveLength(1)
})

test('a second talk in the same week is refused, and one on violence is never sent', async () => {
  const its = await texting()
  const give = (effectiveOn: string, topic: 'debt' | 'violence' = 'debt') =>
    its.needs.record(
      its.fundId,
      [
        {
          id: its.needs.ids(),
          v: 1,
          effectiveOn,
          type: 'RecordTalk',
          talkId: its.needs.ids(),
          topic,
          way: 'by-text',
        },
      ],
      { actor: 'test', device: 'test' },
    )
  // Somebody else may read her phone.
  expect(await give('2025-12-20', 'violence')).toMatchObject([{ code: 'talk-not-by-text' }])
  expect(await give('2025-12-20')).toMatchObject([{ outcome: 'recorded' }])
  expect(await give('2025-12-26')).toMatchObject([{ code: 'talk-sent-lately' }])
  expect(await give('2025-12-14')).toMatchObject([{ code: 'talk-sent-lately' }])
  expect(await give('2025-12-27')).toMatchObject([{ outcome: 'recorded' }])
})
