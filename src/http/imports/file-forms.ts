import { html } from 'hono/html'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { fileField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import type { Picture } from '#src/desk/pictures.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Files, type FormOf, type Taken, formPages, sentForm } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type FormText, formShown } from '#src/pages/forms/form.ts'
import { faultsTold } from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { importWords } from '#src/words/words.ts'

type InContext = { readonly context: HttpContext }

/** What a page that asks for a file says. */
export type FileAsked = {
  readonly shown: Picture
  readonly heading: string
  /** What will come of it; what came of the file before stands in its place. */
  readonly lead: string
  readonly notes: readonly string[]
  readonly file: string
  readonly fileAgain: string
  readonly fileAgainWhy: string
  readonly hereAlready: string
  readonly secretFirst?: string | undefined
  readonly action: string
  /** The safe way. */
  readonly safe: string
}

/** What came of a file: what is wrong with it, as a whole or place by place, or what it writes. */
type FileTaken<Tried> =
  | Response
  | { readonly fault: string }
  | { readonly faults: readonly BookFault[] }
  | { readonly tried: Tried; readonly bytes: readonly Uint8Array[] }

/** What would be written, and the seal of it and its file. */
type Sealed<Tried> = { readonly tried: Tried; readonly seal: string }

type Sheet = { readonly wasHere: boolean }

/** A file that comes by a page: asked for, tried, and written when the same comes again. */
type FileForms<Room extends InContext, Tried extends Sheet> = Pick<
  FormOf<Room>,
  'path' | 'rule' | 'find' | 'frame'
> & {
  readonly accept: string
  /** Several files may be chosen at once. */
  readonly isSeveral?: boolean
  readonly asked: (room: Room) => FileAsked
  readonly take: (room: Room, files: readonly File[], dryRun: boolean) => Promise<FileTaken<Tried>>
  /** What it would write. */
  readonly told: (room: Room, tried: Tried) => Html
  readonly done: (room: Room, tried: Tried) => Promise<Taken>
}

const name = 'sheet'

const wordsOf = ({ context }: InContext) => importWords.in(context.get('language'))

const paragraph = (text: string): Html => html`<p>${text}</p>`

const withNotes = ({ notes }: FileAsked, first: Html): Html =>
  html`${first} ${notes.map(paragraph)}`

const askedForm = <Room extends InContext, Tried extends Sheet>(
  { accept, isSeveral = false, asked }: FileForms<Room, Tried>,
  room: Room,
): FormText => {
  const words = wordsOf(room)
  const { shown, heading, lead, file: label, action, safe, secretFirst } = asked(room)
  return {
    shown,
    heading,
    told: withNotes(asked(room), paragraph(lead)),
    secretFirst,
    action,
    hidden: { seal: '' },
    fields: [fileField({ name, label, accept, isSeveral })],
    submit: words.tryIt,
    back: { href: safe, label: words.leaveIt },
  }
}

/**
 * Says for a file and what it would write that they are the same as before. Nothing of the file is kept
 * between the question and the answer, because names may stand in it.
 */
const sealOf = ({ context }: InContext, files: readonly Uint8Array[], tried: object): string => {
  const { hash } = context.get('needs')
  const bytes = files.map((one) => hash(new TextDecoder('latin1').decode(one)))
  return hash(lengthPrefixed([...bytes, JSON.stringify(tried)]))
}

/** Takes a file or tries to: what it writes, or the form once more with the reason why it writes nothing. */
const taking = async <Room extends InContext, Tried extends Sheet>(
  kind: FileForms<Room, Tried>,
  room: Room,
  { files, dryRun }: { readonly files: Files; readonly dryRun: boolean },
): Promise<Sealed<Tried> | { readonly not: Taken }> => {
  const words = wordsOf(room)
  const { isSeveral } = kind
  const wrong = (fault: string) => ({ not: { faults: new Map([[name, fault]]) } })
  if (files(name).length === 0) return wrong(words.fileMissing)
  const taken = await kind.take(room, files(name), dryRun)
  if (taken instanceof Response) return { not: taken }
  if ('fault' in taken) return wrong(taken.fault)
  const asked = kind.asked(room)
  if ('faults' in taken) {
    const told = faultsTold(room.context.get('language'), taken.faults, isSeveral)
    const fault = words.toMend(String(taken.faults.length))
    return { not: { told: withNotes(asked, told), fault, status: 400 } }
  }
  const { tried, bytes } = taken
  if (!dryRun || !tried.wasHere) return { tried, seal: sealOf(room, bytes, tried) }
  const here = html`${goodBox(asked.hereAlready)} ${paragraph(asked.lead)}`
  return { not: { told: withNotes(asked, here), status: 200 } }
}

/** What would be written, and the question whether it is to be; `isAnother` where it is not what was told before. */
const question = async <Room extends InContext, Tried extends Sheet>(
  kind: FileForms<Room, Tried>,
  room: Room,
  { tried, seal, isAnother }: Sealed<Tried> & { readonly isAnother: boolean },
): Promise<Response> => {
  const words = wordsOf(room)
  const { shown, fileAgain: label, fileAgainWhy: hint, action } = kind.asked(room)
  const first = askedForm(kind, room)
  const form: FormText = {
    shown,
    heading: words.wouldWrite,
    told: html`${isAnother ? '' : html`<p><b>${words.nothingYet}</b></p>`} ${kind.told(room, tried)}`,
    action: `${action}/write`,
    at: action,
    hidden: { seal },
    fields: first.fields.map((field) => ({ ...field, label, hint })),
    submit: words.writeIt,
    ...(first.back && { back: first.back }),
  }
  const fault = isAnother ? words.anotherFile : undefined
  const page = formShown(await kind.frame(room), form, { ...unfilled(), fault })
  return room.context.html(page, isAnother ? 409 : 200)
}

/** The pages of a file that is taken in when the same has come twice. */
export const fileForms = <Room extends InContext, Tried extends Sheet>(
  pages: Pages,
  kind: FileForms<Room, Tried>,
): void => {
  const { path, rule, find, frame } = kind
  const form = (room: Room) => askedForm(kind, room)
  const asking: FormOf<Room> = {
    path,
    rule,
    hasFiles: true,
    find,
    frame,
    form,
    take: async (room, _, files) => {
      const sent = await taking(kind, room, { files, dryRun: true })
      return 'not' in sent ? sent.not : question(kind, room, { ...sent, isAnother: false })
    },
  }
  const writing: FormOf<Room> = {
    ...asking,
    path: `${path}/write`,
    take: async (room, of, files) => {
      const sent = await taking(kind, room, { files, dryRun: true })
      if ('not' in sent) return sent.not
      if (sent.seal !== of('seal')) return question(kind, room, { ...sent, isAnother: true })
      // Between the two somebody else may have written the same by hand.
      const written = await taking(kind, room, { files, dryRun: false })
      return 'not' in written ? written.not : kind.done(room, written.tried)
    },
  }
  formPages(pages, asking)
  pages.post(writing.path, writing.rule, sentForm(writing))
}
