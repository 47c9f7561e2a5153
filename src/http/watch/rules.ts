import { delayDaysMin, publicFromMin } from '#domain/network/watch/watch.ts'
import { type Field, countField, faultsAll } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { isAccepted } from '#src/app/answer.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import { refusedSaid } from '#src/http/watch/place.ts'
import { type WatchVisit, behindWatch, sendWatch, watchVisit } from '#src/http/watch/watch-place.ts'
import { paragraph } from '#src/pages/watch/parts.ts'
import { deskPath } from '#src/pages/watch/paths.ts'

const limits = {
  upheldNeeded: [2, 20],
  windowDays: [90, 3660],
  publicFrom: [publicFromMin, 50],
  delayDays: [delayDaysMin, 730],
} as const
const names = ['upheldNeeded', 'windowDays', 'publicFrom', 'delayDays'] as const

const fieldsOf = ({ words }: WatchVisit): readonly Field[] =>
  names.map((name) => {
    const [least, most] = limits[name]
    const field = countField({
      name,
      label: words[name],
      faults: faultsAll(words.rulesFault(least, most)),
      max: most,
    })
    return {
      ...field,
      read: (text) => {
        const read = field.read(text)
        return 'text' in read && Number(read.text) < least
          ? { fault: words.rulesFault(least, most) }
          : read
      },
    }
  })

/** When steps are due, and from when on anything is told. */
const settingRules: FormOf<WatchVisit> = {
  path: deskPath.rules,
  rule: 'SetWatchRules',
  find: (context: HttpContext) => watchVisit(context),
  frame: ({ context }) => behindWatch(context),
  form: async (visit) => {
    const { context, words, book } = visit
    return {
      shown: 'late',
      heading: words.rulesHeading,
      told: paragraph(words.rulesLead),
      action: deskPath.rules,
      hidden: { id: context.get('needs').ids() },
      fields: [...fieldsOf(visit), ...(await staffSecondFields(context))],
      prefilled: Object.fromEntries(names.map((name) => [name, String(book.rules[name])])),
      submit: words.rulesButton,
      back: { href: deskPath.watch, label: words.leave },
    }
  },
  take: async ({ context, words }, of) => {
    const second = await secondGiven(context, of, 'SetWatchRules')
    if ('fault' in second) return { ...second, status: 409 }
    const { word, approved } = second
    const command = {
      ...envelopeOf(context, of('id')),
      type: 'SetWatchRules' as const,
      upheldNeeded: Number(of('upheldNeeded')),
      windowDays: Number(of('windowDays')),
      publicFrom: Number(of('publicFrom')),
      delayDays: Number(of('delayDays')),
      ...approved,
    }
    const answer = await decideInNetwork(context, command, word ? { second: word } : {})
    return isAccepted(answer)
      ? { next: `${deskPath.watch}?done=1` }
      : { fault: refusedSaid(words, 'code' in answer ? answer.code : ''), status: 409 }
  },
}

/** A reviewer lets it be told what enough households told, or ends it. */
const switching: FormOf<WatchVisit> = {
  path: deskPath.publication,
  rule: 'SwitchPublication',
  find: (context: HttpContext) => watchVisit(context),
  frame: ({ context }) => behindWatch(context),
  form: ({ context, words, book }) => ({
    shown: 'voice',
    heading: words.publicationHeading,
    whose: paragraph(book.isPublic ? words.publicationOn : words.publicationOff),
    told: paragraph(words.publicationLead),
    action: deskPath.publication,
    hidden: { id: context.get('needs').ids(), isPublic: book.isPublic ? 'no' : 'yes' },
    fields: [],
    submit: book.isPublic ? words.switchOff : words.switchOn,
    back: { href: deskPath.watch, label: words.leave },
  }),
  take: (visit, of) => {
    const command = {
      ...envelopeOf(visit.context, of('id')),
      type: 'SwitchPublication',
      isPublic: of('isPublic') === 'yes',
    }
    return sendWatch(visit, command, deskPath.watch)
  },
}

/** Rules of the ladder and of what is told outside. */
export const watchRulePages = (pages: Pages): void => {
  formPages(pages, settingRules)
  formPages(pages, switching)
}
