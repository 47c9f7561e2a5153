import type { LocalDate } from '#domain/kernel/dates.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { lookGoodForDays } from '#domain/network/register/licence.ts'
import { type OwnCopy, changedSince, ownCopyOf } from '#src/app/network/agency-copy.ts'
import { agenciesForAnybody } from '#src/app/network/register.ts'
import { fileField, linesField } from '#src/desk/fields.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { copyCheckedPage } from '#src/pages/register/copy-page.ts'
import { paragraph } from '#src/pages/watch/parts.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { agencyWords } from '#src/words/words.ts'

type CopyVisit = { readonly context: HttpContext }

/** Two hundred agencies, with room. */
const copyMax = 60_000

const frame = ({ context }: CopyVisit) =>
  frameOf(context, {
    isLeftAtOnce: true,
    back: {
      href: registerPath.all(),
      label: agencyWords.in(context.get('language')).heading,
    },
  })

const wordsOf = (context: HttpContext) => agencyWords.in(context.get('language'))

/** A copy of one network of this service, held against its register of today. */
const checked = async (context: HttpContext, copy: OwnCopy): Promise<Response | undefined> => {
  const { store, today } = context.get('needs')
  const { networkId, on } = copy
  if (!(await store.networks.fundIds()).includes(networkId)) return undefined
  const now: LocalDate = today()
  const agencies = await agenciesForAnybody(store, { networkId, today: now })
  const page = copyCheckedPage(await frame({ context }), {
    on,
    today: now,
    isOld: daysAfter(on, lookGoodForDays) < now,
    changes: changedSince(copy, agencies, now),
    networkId,
  })
  return context.html(page)
}

/** What was pasted, or else the file; a file that is longer than any copy is none. */
const sentCopy = async (pasted: string, files: readonly File[]): Promise<string> => {
  const [file] = files
  if (pasted.trim() !== '' || !file || file.size > copyMax) return pasted
  return file.text()
}

const checking: FormOf<CopyVisit> = {
  path: registerPath.copyCheck,
  rule: 'public',
  hasFiles: true,
  lines: 'copy',
  find: async (context) => ({ context }),
  frame,
  form: ({ context }) => {
    const words = wordsOf(context)
    return {
      heading: words.checkHeading,
      told: paragraph(words.checkLead),
      action: registerPath.copyCheck,
      fields: [
        linesField({
          name: 'copy',
          label: words.checkPaste,
          rule: (text) => (text.length <= copyMax ? text : undefined),
          fault: words.checkNotOurs,
          lengthMax: copyMax,
        }),
        fileField({ name: 'file', label: words.checkFile, accept: 'text/plain,.txt' }),
      ],
      submit: words.checkButton,
      back: { href: registerPath.all(), label: words.heading },
    }
  },
  take: async ({ context }, of, files): Promise<Taken> => {
    const copy = ownCopyOf(context.get('needs').signer, await sentCopy(of('copy'), files('file')))
    const page = copy && (await checked(context, copy))
    return page ?? { status: 409, fault: wordsOf(context).checkNotOurs }
  },
}

/** Anybody holds a signed copy against the register, without an account and without a script; nothing of it is kept. */
export const copyCheckPages = (pages: Pages): void => formPages(pages, checking)
