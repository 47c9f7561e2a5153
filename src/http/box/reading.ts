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
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { linesField } from '#src/desk/fields.ts'
import { boxAddress, boxNeeds, noBox } from '#src/http/box/needs.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { behindStart, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import {
  type LettersPlace,
  boxPaperPage,
  lettersPage,
  oneLetterPage,
} from '#src/pages/box/letters-pages.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
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
  const needs = context.get('needs')
  const { person } = context.get('caller')!
  return (await givenRolesIn(needs, { person, fundId, day: needs.today() })).includes('auditor')
}

const namesOf = async (
  context: HttpContext,
  fundIds: readonly string[],
): Promise<LettersPlace['nameOf']> => {
  const pairs = await Promise.all(
    [...new Set(fundIds)].map(async (id) => [id, await fundNameIn(context, id)] as const),
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

type LetterVisit = Desk & { readonly context: HttpContext; readonly letter: ListedLetter }

const mayErase = ({ context, by, letter: { answer } }: LetterVisit): boolean =>
  by === 'ngo' &&
  answer !== undefined &&
  daysBetween(answer.on, context.get('needs').today()) >= daysKept

/** What the organisation has answered the officers of a fund do not write over. */
const mayAnswer = ({ by, letter: { answer } }: LetterVisit): boolean =>
  by === 'ngo' || answer?.by !== 'ngo'

const addressOf = ({ place, letter }: LetterVisit): string => `${place.path}/${letter.code}`

const letterIn =
  (deskOf: DeskOf) =>
  async (context: HttpContext): Promise<LetterVisit | Response> => {
    const desk = await deskOf(context)
    if (!desk) return noBox(context, 'closed')
    const letter = desk.letters.find(({ code }) => code === context.req.param('code'))
    if (!letter) return notHere(context)
    const visit = { ...desk, context, letter }
    return context.req.method !== 'POST' || mayAnswer(visit)
      ? visit
      : context.redirect(addressOf(visit), 303)
  }

/** Sent by the button that erases, below the answer, which asks nothing. */
const isErasing = (visit: LetterVisit, of: Typed): boolean =>
  of('erase') === 'yes' && mayErase(visit)

const answerForm = (visit: LetterVisit, of: Typed): FormText => {
  const { place } = visit
  const words = boxLetterWords.in(place.language)
  const isErased = isErasing(visit, of)
  const text = linesField({
    name: 'text',
    label: words.answerLabel,
    hint: words.answerHint,
    rule: letterText,
    fault: words.answerFault(letterMax),
    lengthMax: letterMax,
  })
  return {
    heading: words.letterHeading,
    action: addressOf(visit),
    fields: isErased ? [] : [text],
    hidden: isErased ? { erase: 'yes' } : {},
    submit: words.answerButton,
    back: { href: place.path, label: words.toLetters },
  }
}

/** One letter: read, answered, and erased when its time has come. */
const oneLetter = (path: string, rule: FormOf<LetterVisit>['rule'], deskOf: DeskOf) => {
  const one: FormOf<LetterVisit> = {
    path: `${path}/:code`,
    rule,
    find: letterIn(deskOf),
    frame: async ({ place }) => place,
    lines: 'text',
    form: answerForm,
    page: (visit, form, filling) =>
      oneLetterPage(visit.place, visit.letter, {
        form: mayAnswer(visit) ? formPart(visit.place.language, form, filling) : '',
        isKept: visit.context.req.query('done') === '1',
        mayErase: mayErase(visit),
      }),
    take: async (visit, of) => {
      const { context, needs, networkId, by, place, letter } = visit
      if (isErasing(visit, of)) {
        await takeOut(needs, networkId, letter.code)
        return { next: place.path }
      }
      const answer = { on: context.get('needs').today(), by, text: of('text') }
      const kept = await answerLetter(needs, networkId, letter, answer)
      return kept === 'stale' ? notHere(context) : { next: `${addressOf(visit)}?done=1` }
    },
  }
  return one
}

const paper = async (context: HttpContext): Promise<Html> => {
  const { fundId } = context.get('fund')
  return boxPaperPage(await behindStart(context), {
    address: boxAddress(context, fundId),
    fundName: await fundNameIn(context, fundId),
  })
}

/** The box on paper, and the letters in it for those whom their writers chose. */
export const letterPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/box', 'read-members', paper)
  const ofFund = '/funds/:fundId/letters'
  const ofNetwork = '/network/box'
  pages.get(ofFund, 'read-fund-letters', list(fundDesk))
  formPages(pages, oneLetter(ofFund, 'read-fund-letters', fundDesk))
  pages.get(ofNetwork, 'read-letters', list(ngoDesk))
  formPages(pages, oneLetter(ofNetwork, 'read-letters', ngoDesk))
}
