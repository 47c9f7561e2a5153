import { daysBetween } from '#domain/kernel/dates.ts'
import {
  type BoxNeeds,
  type LetterReader,
  type ListedLetter,
  answerLetter,
  letterMax,
  letterText,
  lettersIn,
  takeOut,
} from '#src/app/box.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { rolesIn } from '#src/app/persons.ts'
import { boxAddress, boxNeeds, noBox } from '#src/http/box/room.ts'
import { textsOf } from '#src/http/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type LettersPlace,
  boxPaperPage,
  lettersPage,
  oneLetterPage,
} from '#src/pages/box/letters-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { boxLetterWords } from '#src/words/words.ts'

type Desk = {
  readonly needs: BoxNeeds
  readonly networkId: string
  readonly by: LetterReader
  readonly place: LettersPlace
  readonly letters: readonly ListedLetter[]
}

/** An administrator reads the letters of all funds; an auditor those of funds that she is let into. */
const mayRead = async (context: HttpContext, fundId: string): Promise<boolean> => {
  if (context.get('network').held.includes('administrator')) return true
  const { store, today } = context.get('needs')
  const { person } = context.get('caller')!
  return (await rolesIn(store, { person, fundId, day: today() })).includes('auditor')
}

const namesOf = async (
  context: HttpContext,
  fundIds: readonly string[],
): Promise<LettersPlace['nameOf']> => {
  const { store } = context.get('needs')
  const pairs = await Promise.all(
    [...new Set(fundIds)].map(async (id) => [id, await fundNameOf(store, id)] as const),
  )
  const names = new Map(pairs)
  return (fundId) => names.get(fundId) ?? ''
}

const placeOf = async (
  context: HttpContext,
  more: Omit<LettersPlace, keyof Awaited<ReturnType<typeof frameOf>>>,
): Promise<LettersPlace> => {
  const code = context.req.param('code')
  const words = boxLetterWords.in(context.get('language'))
  const at = context.req.method === 'GET' ? {} : { at: more.path }
  const frame =
    code === undefined
      ? await behindStart(context)
      : await frameOf(context, { back: { href: more.path, label: words.toLetters }, ...at })
  return { ...frame, ...more }
}

const ngoDesk = async (context: HttpContext): Promise<Desk | undefined> => {
  const needs = boxNeeds(context)
  if (!needs) return undefined
  const { networkId } = context.get('network')
  const all = await lettersIn(needs, networkId)
  const fundIds = [...new Set(all.map(({ fundId }) => fundId))]
  const open = new Set<string>()
  for (const fundId of fundIds) if (await mayRead(context, fundId)) open.add(fundId)
  const letters = all.filter(({ fundId }) => open.has(fundId))
  const nameOf = await namesOf(context, [...open])
  const place = await placeOf(context, { path: '/network/box', nameOf, isFund: false })
  return { needs, networkId, by: 'ngo', place, letters }
}

const fundDesk = async (context: HttpContext): Promise<Desk | undefined> => {
  const needs = boxNeeds(context)
  if (!needs) return undefined
  const { fundId } = context.get('fund')
  const { networkId } = context.get('caller')!.session
  const all = await lettersIn(needs, networkId)
  const letters = all.filter((letter) => letter.fundId === fundId && letter.to === 'fund')
  const path = `/funds/${fundId}/letters`
  const place = await placeOf(context, { path, nameOf: () => '', isFund: true })
  return { needs, networkId, by: 'fund', place, letters }
}

type DeskOf = (context: HttpContext) => Promise<Desk | undefined>

const list =
  (deskOf: DeskOf) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const desk = await deskOf(context)
    return desk ? lettersPage(desk.place, desk.letters) : noBox(context, 'closed')
  }

const daysKept = 30

const mayErase = (context: HttpContext, { by }: Desk, { answer }: ListedLetter): boolean =>
  by === 'ngo' &&
  answer !== undefined &&
  daysBetween(answer.on, context.get('needs').today()) >= daysKept

/** What the organisation has answered the officers of a fund do not write over. */
const mayAnswer = ({ by }: Desk, { answer }: ListedLetter): boolean =>
  by === 'ngo' || answer?.by !== 'ngo'

const aboutLetter =
  (
    deskOf: DeskOf,
    answer: (context: HttpContext, desk: Desk, letter: ListedLetter) => Promise<Html | Response>,
  ) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const desk = await deskOf(context)
    if (!desk) return noBox(context, 'closed')
    const letter = desk.letters.find(({ code }) => code === context.req.param('code'))
    return letter ? answer(context, desk, letter) : notHere(context)
  }

const showLetter = (deskOf: DeskOf) =>
  aboutLetter(deskOf, async (context, desk, letter) =>
    oneLetterPage(desk.place, letter, {
      isKept: context.req.query('done') === '1',
      mayAnswer: mayAnswer(desk, letter),
      mayErase: mayErase(context, desk, letter),
    }),
  )

const takeAnswer = (deskOf: DeskOf) =>
  aboutLetter(deskOf, async (context, desk, letter) => {
    const { needs, networkId, by, place } = desk
    const of = await textsOf(context)
    const isErasable = mayErase(context, desk, letter)
    if (of('erase') === 'yes' && isErasable) {
      await takeOut(needs, networkId, letter.code)
      return context.redirect(place.path, 303)
    }
    if (!mayAnswer(desk, letter)) return context.redirect(`${place.path}/${letter.code}`, 303)
    const text = letterText(of('text'))
    if (text === undefined) {
      const fault = boxLetterWords.in(place.language).answerFault(letterMax)
      const typed = of('text')
        .slice(0, 2 * letterMax)
        .toWellFormed()
      const told = { fault, typed, isKept: false, mayAnswer: true, mayErase: isErasable }
      return context.html(oneLetterPage(place, letter, told), 400)
    }
    const answer = { on: context.get('needs').today(), by, text }
    if ((await answerLetter(needs, networkId, letter, answer)) === 'stale') return notHere(context)
    return context.redirect(`${place.path}/${letter.code}?done=1`, 303)
  })

const paper = async (context: HttpContext): Promise<Html> => {
  const { fundId } = context.get('fund')
  return boxPaperPage(await behindStart(context), {
    address: boxAddress(context, fundId),
    fundName: await fundNameOf(context.get('needs').store, fundId),
  })
}

/** The box on paper, and the letters in it for those whom their writers chose. */
export const letterPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/box', 'read-members', paper)
  pages.get('/funds/:fundId/letters', 'read-fund-letters', list(fundDesk))
  pages.get('/funds/:fundId/letters/:code', 'read-fund-letters', showLetter(fundDesk))
  pages.post('/funds/:fundId/letters/:code', 'read-fund-letters', takeAnswer(fundDesk))
  pages.get('/network/box', 'read-letters', list(ngoDesk))
  pages.get('/network/box/:code', 'read-letters', showLetter(ngoDesk))
  pages.post('/network/box/:code', 'read-letters', takeAnswer(ngoDesk))
}
