import type { LeafId } from '#domain/cases/leaves.ts'
import { setRhythm } from '#domain/cases/operations/abroad.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { type ActNeeds, act, looked } from '#src/app/cases/cases.ts'
import { makeOwnCard, openOwnCard } from '#src/app/cases/own-card.ts'
import { say } from '#src/app/cases/own-line.ts'
import { ownLeaf } from '#src/app/cases/own-places.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import { type TextNeeds, heardFrom, sendCaseTexts } from '#src/app/cases/texts.ts'

/*
 * Whoever has a case has gone abroad, with a card of the own and a rhythm in which the service asks by text. Each sends money
 * home, and in that hour opens the own page or answers a text; at home the household puts it into the fund.
 */

type Card = Extract<Awaited<ReturnType<typeof makeOwnCard>>, { outcome: 'made' }>

const rhythmDays = 20
const numberOf = (member: number): string => `012 345 ${100 + member}`

/** What the service needs to send texts, which some carrier takes. */
const textsOf = (now: ActNeeds): TextNeeds => ({
  ...now,
  today: () => now.today,
  carrier: async () => 'taken',
  say: ({ what }) => what,
  supervisorsOf: async () => [],
})

/** Says that all is well, by the own page or by a text. */
const said = async (now: ActNeeds, member: number, card: Card): Promise<void> => {
  const address = `+855${numberOf(member).replaceAll(' ', '').slice(1)}`
  if (member % 2 === 0) {
    await openOwnCard(now, card)
    await say(now, card.code.id, { text: 'lotus' })
  } else await heardFrom(now, { networkId: now.networkId, address, text: 'lotus' })
}

export const ownLinesOf = (
  needs: () => ActNeeds,
  desk: AtDesk,
  codes: ReadonlyMap<number, string>,
) => {
  const cards = new Map<number, Card>()
  const write = async (
    code: string,
    operation: Parameters<typeof act>[2]['operation'],
    said: object,
  ) => {
    const told = await act(needs(), desk, { code, operation, said })
    if (told.outcome !== 'recorded') throw new Error(`the worker is refused: ${told.code}`)
  }
  return {
    /** The worker agrees on a word and a rhythm, and gives the card. */
    begin: async (member: number): Promise<void> => {
      const code = codes.get(member)!
      const { today: from } = needs()
      await write(code, setStage, { stage: 'abroad', since: from, seen: 1 })
      const contact = { way: 'text', when: 'at night', safeWord: 'lotus', number: numberOf(member) }
      await write(code, setContact, { ...contact, seen: 1 })
      const rhythm = { everyDays: rhythmDays, how: 'text', toldFirst: desk.userId, from, seen: 0 }
      await write(code, setRhythm, rhythm)
      const card = await makeOwnCard(needs(), desk, code)
      if (card.outcome !== 'made') throw new Error(`no card: ${card.code}`)
      cards.set(member, card)
    },
    answer: (member: number): Promise<void> => said(needs(), member, cards.get(member)!),
    /** The worker reads what came in. */
    read: async (member: number): Promise<void> => {
      await looked(needs(), desk, codes.get(member)!)
    },
    /** Each day the service asks those who are to be asked. */
    daily: async (): Promise<void> => {
      await sendCaseTexts(textsOf(needs()), needs().networkId)
    },
    /** Where each own page lies now, by the code of its case. */
    places: async (): Promise<ReadonlyMap<string, LeafId>> => {
      const found = await Promise.all(
        [...cards].map(async ([member, { code }]) => {
          const { lies } = await ownLeaf(needs(), code.id)
          return [codes.get(member)!, lies!.id] as const
        }),
      )
      return new Map(found)
    },
  }
}
