import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { placeOf } from '#src/desk/places.ts'
import type { Action } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { ListKind } from '#src/exchange/paper-book/one-sheet.ts'
import { bodyBytesMax } from '#src/http/commands/body.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FileQuestion, fileForms } from '#src/http/imports/file-forms.ts'
import type { Pages } from '#src/http/page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import type { At } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt } from '#src/pages/members/parts.ts'
import { importWords } from '#src/words/words.ts'

type Taken<Tried> = Tried | { readonly faults: readonly BookFault[] } | 'too-large' | undefined

/** A sheet that comes by a page: asked for, tried, and written when the same comes again. */
type SheetImport<Tried> = {
  /** After the fund's page of the older book. */
  readonly step: string
  readonly rule: Action
  readonly list: ListKind
  readonly may: (context: HttpContext) => boolean
  readonly take: (context: HttpContext, bytes: Uint8Array, dryRun: boolean) => Promise<Taken<Tried>>
  readonly asked: (at: At) => Pick<FileQuestion, 'shown' | 'heading' | 'lead' | 'notes' | 'file'>
  readonly tooLarge: (at: At) => string
  readonly told: (at: At, tried: Tried, currency: Currency) => Html
}

/** A page of the fund for whoever may record all that a sheet can hold. */
const sheetVisit = async (
  context: HttpContext,
  may: (context: HttpContext) => boolean,
): Promise<Visit | Response> => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  if (!may(context)) return context.html(deniedPage('not-allowed', visit.at), 403)
  const back = { href: placeOf.oldBook(visit.at), label: membersAt(visit.at).oldBook }
  return { ...visit, at: { ...visit.at, back } }
}

/** Faults with the headings of their columns as the reader writes them. */
const headed = ({ columns }: ListKind, { at }: Visit, faults: readonly BookFault[]) =>
  faults.map((one) => {
    const column = columns.find(({ name }) => name === one.field)
    return at.language === 'km' && column ? { ...one, field: column.khmer } : one
  })

/** The pages of a sheet that a fund takes in. */
export const sheetImportPages = <Tried extends { readonly wasHere: boolean }>(
  pages: Pages,
  { step, rule, list, may, take, asked, tooLarge, told }: SheetImport<Tried>,
): void =>
  fileForms<Visit, Tried>(pages, {
    path: `/funds/:fundId/old-book/${step}`,
    rule,
    find: (context) => sheetVisit(context, may),
    frame: async ({ at }) => at,
    accept: '.csv,.xlsx,text/csv',
    asked: ({ at }) => {
      const { chooseAgain, chooseAgainWhy, hereAlready } = importWords.in(at.language)
      const texts = { fileAgain: chooseAgain, fileAgainWhy: chooseAgainWhy, hereAlready }
      const safe = placeOf.oldBook(at)
      return { ...asked(at), ...texts, action: `${safe}/${step}`, safe }
    },
    take: async (visit, [file], dryRun) => {
      const { context, at } = visit
      if (!file || file.size > bodyBytesMax) return { fault: tooLarge(at) }
      const bytes = new Uint8Array(await file.arrayBuffer())
      const taken = await take(context, bytes, dryRun)
      if (taken === undefined) return notFound(context)
      if (taken === 'too-large') return { fault: tooLarge(at) }
      if ('faults' in taken) return { faults: headed(list, visit, taken.faults) }
      return { tried: taken, bytes: [bytes] }
    },
    told: ({ at, book }, tried) => told(at, tried, charterOf(book, book.fund.openedOn).currency),
    done: async ({ at }) => ({ next: `${placeOf.oldBook(at)}?done=1` }),
  })
