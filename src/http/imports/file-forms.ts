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
import { faultsPart } from '#src/pages/imports/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { importWords } from '#src/words/words.ts'

type InContext = { readonly context: HttpContext }

/** What a page that asks for a file says. */
export type FileQuestion = {
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
type FileForms<Visit extends InContext, Tried extends Sheet> = Pick<
  FormOf<Visit>,
  'path' | 'rule' | 'find' | 'frame'
> & {
  readonly accept: string
  /** Several files may be chosen at once. */
  readonly isSeveral?: boolean
  readonly asked: (visit: Visit) => FileQuestion
  readonly take: (
    visit: Visit,
    files: readonly File[],
    dryRun: boolean,
  ) => Promise<FileTaken<Tried>>
  /** What it would write. */
  readonly told: (visit: Visit, tried: Tried) => Html
  readonly done: (visit: Visit, tried: Tried) => Promise<Taken>
}

const name = 'sheet'

const wordsOf = ({ context }: InContext) => importWords.in(context.get('language'))

const paragraph = (text: string): Html => html`<p>${text}</p>`

const withNotes = ({ notes }: FileQuestion, first: Html): Html =>
  html`${first} ${notes.map(paragraph)}`

const uploadForm = <Visit extends InContext, Tried extends Sheet>(
  { accept, isSeveral = false, asked }: FileForms<Visit, Tried>,
  visit: Visit,
): FormText => {
  const words = wordsOf(visit)
  const { shown, heading, lead, notes, file: label, action, safe, secretFirst } = asked(visit)
  return {
    shown,
    heading,
    told: paragraph(lead),
    after: html`${notes.map(paragraph)}`,
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
const taking = async <Visit extends InContext, Tried extends Sheet>(
  kind: FileForms<Visit, Tried>,
  visit: Visit,
  { files, dryRun }: { readonly files: Files; readonly dryRun: boolean },
): Promise<Sealed<Tried> | { readonly not: Taken }> => {
  const words = wordsOf(visit)
  const { isSeveral } = kind
  const wrong = (fault: string) => ({ not: { faults: new Map([[name, fault]]) } })
  if (files(name).length === 0) return wrong(words.fileMissing)
  const taken = await kind.take(visit, files(name), dryRun)
  if (taken instanceof Response) return { not: taken }
  if ('fault' in taken) return wrong(taken.fault)
  const asked = kind.asked(visit)
  if ('faults' in taken) {
    const told = faultsPart(visit.context.get('language'), taken.faults, isSeveral)
    const fault = words.toMend(String(taken.faults.length))
    return { not: { told: withNotes(asked, told), fault, status: 400 } }
  }
  const { tried, bytes } = taken
  if (!dryRun || !tried.wasHere) return { tried, seal: sealOf(visit, bytes, tried) }
  const here = html`${goodBox(asked.hereAlready)} ${paragraph(asked.lead)}`
  return { not: { told: withNotes(asked, here), status: 200 } }
}

/** What would be written, and the question whether it is to be; `isAnother` where it is not what was told before. */
const question = async <Visit extends InContext, Tried extends Sheet>(
  kind: FileForms<Visit, Tried>,
  visit: Visit,
  { tried, seal, isAnother }: Sealed<Tried> & { readonly isAnother: boolean },
): Promise<Response> => {
  const words = wordsOf(visit)
  const { shown, fileAgain: label, fileAgainWhy: hint, action } = kind.asked(visit)
  const first = uploadForm(kind, visit)
  const form: FormText = {
    shown,
    heading: words.wouldWrite,
    told: html`${isAnother ? '' : html`<p><b>${words.nothingYet}</b></p>`}
    ${kind.told(visit, tried)}`,
    action: `${action}/write`,
    at: action,
    hidden: { seal },
    fields: first.fields.map((field) => ({ ...field, label, hint })),
    submit: words.writeIt,
    ...(first.back && { back: first.back }),
  }
  const fault = isAnother ? words.anotherFile : undefined
  const page = formShown(await kind.frame(visit), form, { ...unfilled(), fault })
  return visit.context.html(page, isAnother ? 409 : 200)
}

/** The pages of a file that is taken in when the same has come twice. */
export const fileForms = <Visit extends InContext, Tried extends Sheet>(
  pages: Pages,
  kind: FileForms<Visit, Tried>,
): void => {
  const { path, rule, find, frame } = kind
  const form = (visit: Visit) => uploadForm(kind, visit)
  const asking: FormOf<Visit> = {
    path,
    rule,
    hasFiles: true,
    find,
    frame,
    form,
    take: async (visit, _, files) => {
      const sent = await taking(kind, visit, { files, dryRun: true })
      return 'not' in sent ? sent.not : question(kind, visit, { ...sent, isAnother: false })
    },
  }
  const writing: FormOf<Visit> = {
    ...asking,
    path: `${path}/write`,
    take: async (visit, of, files) => {
      const sent = await taking(kind, visit, { files, dryRun: true })
      if ('not' in sent) return sent.not
      if (sent.seal !== of('seal')) return question(kind, visit, { ...sent, isAnother: true })
      // Between the two somebody else may have written the same by hand.
      const written = await taking(kind, visit, { files, dryRun: false })
      return 'not' in written ? written.not : kind.done(visit, written.tried)
    },
  }
  formPages(pages, asking)
  pages.post(writing.path, writing.rule, sentForm(writing))
}
