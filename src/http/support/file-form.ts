import { html } from 'hono/html'
import { type Support, isGoingOn } from '#domain/grants/support.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { isUrgent } from '#src/app/support/keeping.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Typed, sentForm } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import { practiceIn } from '#src/http/people/visit.ts'
import { type Door, type OpenFile, opened, sourceIn } from '#src/http/support/acts.ts'
import { agencyNamed } from '#src/http/support/agency-field.ts'
import {
  actInWords,
  carriedIn,
  doneWithFile,
  fieldsOf,
  isOfTwo,
} from '#src/http/support/file-acts.ts'
import { faultSaid } from '#src/http/support/rows.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import { type FileShown, filePage } from '#src/pages/support/file-page.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { supportSureWords } from '#src/words/words.ts'

export type FileDoor = Door & {
  readonly action: string
  /** The list that the file is one of. */
  readonly list: string
  readonly frame: PageFrame
}

/** A file that is open, with what its page shows of it. */
type FileVisit = OpenFile & { readonly at: FileDoor; readonly shown: FileShown }

const shownOf = (
  { context, needs, file }: OpenFile,
  door: FileDoor,
  {
    book,
    support,
    agencyName,
  }: { readonly book: GrantSource; readonly support: Support; readonly agencyName: string },
): FileShown => {
  const { actor } = context.get('caller')!.by
  return {
    file,
    support,
    agencyName,
    isChecker: file.checker === actor || file.checker === door.memberId,
    card: book.members.find(({ memberId }) => memberId === file.memberId)?.card,
    currency: book.currencyOf(support.windowId, needs.today()),
    today: needs.today(),
    action: door.action,
    id: needs.ids(),
    mayAtOnce:
      door.memberId !== undefined &&
      isUrgent(file) &&
      (support.state === 'asked' || support.state === 'checked'),
    mayErase: !isGoingOn(support),
  }
}

/** A file to one of the two who know it; to everybody else there is none. */
const visitIn = async (context: HttpContext, door: FileDoor): Promise<FileVisit | Response> => {
  const open = await opened(context, door)
  if (!open) return notHere(context)
  if (open instanceof Response) return open
  const book = await sourceIn(context, door.fundId)
  const support = book?.supports.find(({ code }) => code === open.file.code)
  if (!book || !support) return notHere(context)
  const agencyName = await agencyNamed(context, open.file)
  return { ...open, at: door, shown: shownOf(open, door, { book, support, agencyName }) }
}

/** The page of a file. */
export const showFile = async (
  context: HttpContext,
  door: FileDoor,
  fault?: string,
): Promise<Response> => {
  const visit = await visitIn(context, door)
  if (visit instanceof Response) return visit
  const page = filePage({ ...door.frame, at: door.action }, { ...visit.shown, fault })
  return context.html(page, fault === undefined ? 200 : 409)
}

type ActVisit = FileVisit & { readonly carried: Readonly<Record<string, string>> }

/** What is sent from the page of a file; what none of its forms sends, or has a number that is none, is told there. */
const actVisit = async (
  context: HttpContext,
  door: FileDoor,
  of: Typed,
): Promise<ActVisit | Response> => {
  const visit = await visitIn(context, door)
  if (visit instanceof Response) return visit
  const carried = carriedIn(of)
  return carried && isUuid(of('id'))
    ? { ...visit, carried }
    : showFile(context, door, faultSaid(context, {}))
}

const formText = ({ context, at, file, shown, carried }: ActVisit): FormText => {
  const language = context.get('language')
  const words = supportWordsAt({ language })
  return {
    shown: 'person',
    heading: words.fileHeading(file.code),
    action: at.action,
    hidden: { id: shown.id, ...carried },
    fields: fieldsOf(carried['act']!, language, shown.currency),
    submit: words.write,
    back: { href: at.action, label: supportSureWords.in(language).keep },
  }
}

/** Whom practice lets the other of the two be. */
const practiceSecond = (context: HttpContext, { memberId }: Door) => {
  if (memberId !== undefined) return practiceIn(context)
  return context.get('needs').isPractice ? practiceStaff : undefined
}

/** Reads an act back before it is done. */
const question = (visit: ActVisit, of: Typed): FormText => {
  const { context, at, file, shown, carried } = visit
  const language = context.get('language')
  const sure = supportSureWords.in(language)
  const { act } = carried
  const told = actInWords(of, { language, ...shown })
  const second = isOfTwo(act!) ? secondQuestion(language, practiceSecond(context, at)) : undefined
  return {
    shown: 'person',
    heading: sure.heading,
    whose: html`<p><b>${supportWordsAt({ language }).fileHeading(file.code)}</b></p>`,
    told: html`<p>${sure.notYet}</p>
      ${told.map((line) => html`<p>${line}</p>`)}
      ${
        second
          ? html`<p>${sure.second}</p>
              ${contentPart({ ...at.frame, fundId: at.fundId }, second.told)}`
          : ''
      }`,
    action: at.action,
    fields: second?.fields ?? [],
    submit: act === 'erase' ? sure.eraseYes : sure.yes,
    back: { href: at.action, label: sure.keep },
  }
}

/** Reads back what a form of a file's page asks, and does it once that was read; then shows the page again. */
export const actOnFile = (doorOf: (context: HttpContext) => Promise<FileDoor | undefined>) =>
  sentForm<ActVisit>({
    find: async (context, of) => {
      const door = await doorOf(context)
      return door ? actVisit(context, door, of) : notHere(context)
    },
    frame: async ({ at }) => at.frame,
    form: formText,
    isAskedUntilSure: true,
    question,
    take: async (visit, of) => {
      const { context, at } = visit
      const done = await doneWithFile(visit, of, visit.shown.currency)
      if (done instanceof Response) return done
      // Then there is no page of it to come back to.
      if (done === 'erased') return { next: at.list }
      const isDone = done === 'kept' || ('outcome' in done && isAccepted(done))
      return isDone ? { next: at.action } : showFile(context, at, faultSaid(context, done))
    },
  })
