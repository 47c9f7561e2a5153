import { type Watch, textsDue } from '#domain/cases/own.ts'
import type { Carrier } from '#domain/fund/messages.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Cover, coversOf } from '#src/app/cases/covers.ts'
import { type LeafNeeds, changesOf, readPage, untilKept } from '#src/app/cases/leaf-pages.ts'
import { type OwnPage, say } from '#src/app/cases/own-line.ts'
import { ownLeaf, ownLeafChanges } from '#src/app/cases/own-places.ts'
import type { MessageFacts, Say } from '#src/app/messages/facts.ts'
import { addressOf } from '#src/app/messages/rows.ts'

/*
 * Texts of cases go straight to the carrier and lie in no table of messages. None tells what it is about: it asks how
 * somebody is, or asks a worker to look at the list. Whoever has the gateway or the phone reads no more than that.
 */

export type TextNeeds = LeafNeeds & {
  readonly clock: () => string
  readonly today: () => LocalDate
  readonly carrier: Carrier
  readonly say: Say
  /** Who supervises cases in a network today. */
  readonly supervisorsOf: (networkId: string) => Promise<readonly string[]>
}

type Phone = { readonly number: string; readonly language: 'km' | 'en' }

/** Where the number stands at which a worker hears that something waits. */
export const phoneName = (networkId: string, userId: string): string =>
  `phone/${networkId}/${userId}`

/** Under which number somebody of the team is told to look at the list. */
export const phoneOf = async (
  needs: LeafNeeds,
  { networkId, userId }: { readonly networkId: string; readonly userId: string },
): Promise<Phone | undefined> => (await readPage<Phone>(needs, phoneName(networkId, userId))).value

export const keepPhone = (
  needs: LeafNeeds,
  { networkId, userId }: { readonly networkId: string; readonly userId: string },
  phone: Phone | undefined,
): Promise<void> =>
  untilKept(needs, async () => {
    const page = await readPage<Phone>(needs, phoneName(networkId, userId))
    return { answer: undefined, changes: await changesOf(needs, page, phone) }
  })

const sentTo = async (
  needs: TextNeeds,
  { number, language }: Phone,
  { about, told }: { readonly about: string; readonly told: MessageFacts },
): Promise<boolean> => {
  const to = addressOf(number)
  if (to === undefined) return false
  // The same text has the same number whenever it is tried: a gateway hands it over once.
  const id = await needs.keys.idOf(`text\n${about}\n${to}`)
  const text = needs.say(told, { language, withAmounts: false })
  return (await needs.carrier({ id, to, text })) !== 'not-taken'
}

/** Whom of the team a step goes to: never somebody who is kin, or does not work on the case where it is the worker. */
const heardBy = async (
  needs: TextNeeds,
  {
    step,
    watch,
    cover,
    networkId,
  }: {
    readonly step: 'worker' | 'supervisor'
    readonly watch: Watch
    readonly cover: Cover
    readonly networkId: string
  },
): Promise<readonly Phone[]> => {
  const userIds =
    step === 'worker'
      ? [watch.worker].filter((userId) => Object.hasOwn(cover.wraps, userId))
      : await needs.supervisorsOf(networkId)
  const phones = await Promise.all(
    userIds
      .filter((userId) => !cover.kin.includes(userId))
      .map((userId) => phoneOf(needs, { networkId, userId })),
  )
  return phones.filter((phone) => phone !== undefined)
}

/** Sends what one case asks for by now; tells how many texts went. */
const sendOf = async (needs: TextNeeds, networkId: string, cover: Cover): Promise<number> => {
  const own = cover.own!
  const name = `own/${own}`
  const { value } = await ownLeaf<OwnPage>(needs, own)
  if (!value?.watch) return 0
  const { watch, said, sent } = value
  const heard = await Promise.all(
    said.map(async (one) => ({ ...one, id: await needs.keys.idOf(`said\n${one.sealed}`) })),
  )
  const { asks, began, tells } = textsDue(watch, { heard, sent, today: needs.today() })
  const ask = { about: `${name} ask ${watch.next}`, told: { what: 'how-are-you' } } as const
  const { texts } = watch
  const isAsked =
    asks && texts && (await sentTo(needs, { number: texts.to, language: texts.language }, ask))
  const told: ('worker' | 'supervisor')[] = []
  let count = isAsked ? 1 : 0
  for (const step of tells) {
    const about = [name, step, began?.since, began?.of ?? []].flat().join(' ')
    const phones = await heardBy(needs, { step, watch, cover, networkId })
    const went = await Promise.all(
      phones.map((phone) => sentTo(needs, phone, { about, told: { what: 'look-at-list' } })),
    )
    count += went.filter(Boolean).length
    if (went.some(Boolean)) told.push(step)
  }
  if (count === 0) return 0
  await untilKept(needs, async () => {
    const page = await ownLeaf<OwnPage>(needs, own)
    const before = page.value
    if (!before) return { answer: undefined, changes: [] }
    const { asked = '', ...last } = before.sent
    const askedFor = isAsked ? watch.next : asked
    const isSame = last.since === began?.since && last.of === began?.of
    const after = {
      ...(askedFor !== '' && { asked: askedFor }),
      ...(began ? { ...began, told: [...(isSame ? last.told : []), ...told] } : last),
    }
    return {
      answer: undefined,
      changes: await ownLeafChanges(needs, page, { ...before, sent: after }),
    }
  })
  return count
}

/** Asks those who are away how they are, and tells workers of silence, in one network. */
export const sendCaseTexts = async (needs: TextNeeds, networkId: string): Promise<number> => {
  const covers = await coversOf({ ...needs, networkId })
  let count = 0
  for (const { cover } of covers)
    if (cover.own !== undefined && cover.isOpen) count += await sendOf(needs, networkId, cover)
  return count
}

/** Takes a text in that came from the number of a case's person; whether it was one. */
export const heardFrom = async (
  needs: LeafNeeds & { readonly clock: () => string },
  {
    networkId,
    address,
    text,
  }: { readonly networkId: string; readonly address: string; readonly text: string },
): Promise<boolean> => {
  const covers = await coversOf({ ...needs, networkId })
  let isHeard = false
  for (const { cover } of covers) {
    if (cover.own === undefined) continue
    const { value } = await ownLeaf<OwnPage>(needs, cover.own)
    const to = value?.watch?.texts?.to
    if (to === undefined || addressOf(to) !== address) continue
    isHeard = (await say(needs, cover.own, { text })) || isHeard
  }
  return isHeard
}
