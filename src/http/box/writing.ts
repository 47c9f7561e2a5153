import { latinDigits } from '#domain/kernel/money.ts'
import {
  type Box,
  type BoxNeeds,
  boxBehind,
  letterKinds,
  letterMax,
  letterOf,
  letterReaders,
  letterText,
  putIn,
  takeOut,
} from '#src/app/box.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { boxNeeds, noBox } from '#src/http/box/room.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type BoxPlace,
  type BoxTold,
  boxPage,
  boxPath,
  letterPage,
  putInPage,
} from '#src/pages/box/box-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { boxLetterWords } from '#src/words/words.ts'

type BoxRoom = { readonly needs: BoxNeeds; readonly box: Box; readonly place: BoxPlace }

/** Nobody is looked up here: the box comes before the service asks who somebody is. */
const roomAt = async (context: HttpContext, door: string): Promise<BoxRoom | Response> => {
  const needs = boxNeeds(context)
  if (!needs) return noBox(context, 'closed')
  const box = await boxBehind(needs, door)
  if (!box) return noBox(context, 'gone')
  const language = context.get('language')
  const { isPractice, store } = context.get('needs')
  const fundName = await fundNameOf(store, box.fundId)
  return { needs, box, place: { language, isPractice, door, fundName } }
}

type Of = (name: string) => string

const inRoom =
  (answer: (context: HttpContext, room: BoxRoom, of: Of) => Promise<Html | Response>) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const of = await textsOf(context)
    const room = await roomAt(context, of('b'))
    return room instanceof Response ? room : answer(context, room, of)
  }

const show = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomAt(context, context.req.query('b') ?? '')
  if (room instanceof Response) return room
  return boxPage(room.place, { isTakenBack: context.req.query('done') === 'back' })
}

const take = inRoom(async (context, { needs, box, place }, of) => {
  const words = boxLetterWords.in(place.language)
  const kind = letterKinds.find((one) => one === of('kind'))
  const to = letterReaders.find((one) => one === of('to'))
  const text = letterText(of('text'))
  const again = (fault: string, status: 400 | 429): Response => {
    const typed = {
      kind,
      to,
      text: of('text')
        .slice(0, 2 * letterMax)
        .toWellFormed(),
    }
    const told: BoxTold = { typed, fault }
    return context.html(boxPage(place, told), status) as Response
  }
  if (kind === undefined || to === undefined || text === undefined)
    return again(words.fault(letterMax), 400)
  const on = context.get('needs').today()
  const done = await putIn(needs, box, { kind, to, on, text })
  return done === 'full' ? again(words.full, 429) : putInPage(place, done.receipt)
})

const receiptIn = (of: Of): string => latinDigits(of('receipt')).slice(0, 60)

const read = inRoom(async (context, { needs, box, place }, of) => {
  const receipt = receiptIn(of)
  const letter = await letterOf(needs, box, receipt)
  if (letter) return letterPage(place, letter, receipt)
  const readFault = boxLetterWords.in(place.language).noLetter
  return context.html(boxPage(place, { readFault }), 404)
})

const takeBack = inRoom(async (context, { needs, box, place }, of) => {
  const letter = await letterOf(needs, box, receiptIn(of))
  if (letter) await takeOut(needs, box.networkId, letter.code)
  return context.redirect(`${boxPath.at(place.door)}&done=back`, 303)
})

/** The box, for anybody: no session is looked at, and nothing of whoever comes is kept. */
export const boxPages = (pages: Pages): void => {
  pages.get(boxPath.box, 'public', show)
  pages.post(boxPath.box, 'public', take)
  pages.post(boxPath.read, 'public', read)
  pages.post(boxPath.takeBack, 'public', takeBack)
}
