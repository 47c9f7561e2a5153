import { html } from 'hono/html'
import { isAccepted } from '#src/app/answer.ts'
import { type Field, fileField, lineField, linesField, secretField } from '#src/desk/fields.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { commandsInLines, isLeftBehind } from '#src/exchange/carried/commands.ts'
import { bodyBytesMax } from '#src/http/commands/body.ts'
import { itemOf } from '#src/http/commands/items.ts'
import { openedLeft } from '#src/http/commands/left-behind.ts'
import { fundSchemas } from '#src/http/commands/schemas.ts'
import { approvalsIn, withoutApprovals } from '#src/http/commands/sent.ts'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { sendToFund } from '#src/http/gate.ts'
import type { Pages } from '#src/http/page.ts'
import type { Command } from '#domain/village.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import { carriedAnswers, picturesPart } from '#src/pages/meeting/carried.ts'
import { pageFiles } from '#src/pages/files.ts'
import type { Language } from '#src/words/catalogue.ts'
import { carriedWords, entranceWords } from '#src/words/words.ts'

/** Whoever writes the meeting down brings it in. */
const rule = 'BuyShares'

/** As much as one field takes. */
const linesMax = 100_000

/** What a phone left behind whose book is shut is looked at by two: somebody else may have written on it last. */
const secondAskedFor = (language: Language): readonly Field[] => {
  const words = carriedWords.in(language)
  const entrance = entranceWords.in(language)
  const line = { rule: (text: string) => text, lengthMax: 60 }
  return [
    lineField({
      name: 'login',
      label: entrance.secondOfficer,
      fold: words.leftFold,
      fault: entrance.secondUnnamed,
      isOptional: true,
      ...line,
    }),
    secretField({ name: 'secret', label: entrance.secondSecret, fold: words.leftFold }),
  ]
}

/**
 * Takes in what a phone wrote down without a line. Whoever brings it sends it as their own, by the one gate: each command is
 * judged as if the phone had sent it, and one that is not taken stops no other.
 */
const bringing: FormOf<Visit> = {
  path: '/funds/:fundId/carried',
  rule,
  hasFiles: true,
  lines: 'lines',
  find: async (context) => (await visitOf(context)) ?? notFound(context),
  frame: async ({ at, context }) => {
    context.set('script', 'codes')
    return { ...behindMeetings(at), script: pageFiles.codes.path }
  },
  form: ({ at }) => {
    const words = carriedWords.in(at.language)
    return {
      shown: 'book',
      heading: words.heading,
      told: html`<p>${words.lead}</p>`,
      after: html`${picturesPart(words)}
        <p class="quiet">${words.twice}</p>`,
      action: meetingPlace.carried(at),
      fields: [
        fileField({ name: 'file', label: words.file, accept: '.txt,text/plain' }),
        linesField({
          name: 'lines',
          label: words.lines,
          hint: words.linesHint,
          rule: (text) => (text.length <= linesMax ? text : undefined),
          fault: words.fileTooLarge,
          lengthMax: linesMax,
        }),
        ...secondAskedFor(at.language),
      ],
      submit: words.submit,
      back: { href: meetingPlace.all(at), label: words.back },
    }
  },
  take: async ({ context, at }, of, files) => {
    const words = carriedWords.in(at.language)
    const [file] = files('file')
    if (file && file.size > bodyBytesMax) return { fault: words.fileTooLarge, status: 413 }
    const text = `${of('lines')}\n${file ? await file.text() : ''}`
    if (text.trim() === '') return { fault: words.empty, status: 400 }
    const carried = await commandsInLines(text.split('\n'))
    if ('why' in carried) {
      if (carried.why !== 'missing') return { fault: words[`fault_${carried.why}`], status: 400 }
      const { numbers, count } = carried
      return { fault: words.missing(numbers.join(', '), String(count)), status: 400 }
    }
    const { fundId, commands } = carried
    if (fundId !== at.fundId) return { fault: words.otherFund, status: 400 }
    const needs = context.get('needs')
    const opened = await openedLeft(commands, { ...needs, fundId })
    const items = opened.map((item) => itemOf<Command>(fundSchemas, withoutApprovals(item)))
    const secondOf = await approvalsIn(opened, { ...needs, fundId })
    const isLeft = isLeftBehind(carried)
    if (isLeft && of('secret') === '') {
      const answers = await sendToFund(context, items, { secondOf, dryRun: true })
      const told = carriedAnswers(at.language, items, answers, words.leftLook)
      return { told, fault: words.leftTwo, status: 409 }
    }
    const second = isLeft && (await askSecond(context, of, { action: rule, isAtTable: true }))
    if (second && 'fault' in second) return { fault: second.fault, status: 403 }
    const answers = await sendToFund(context, items, { secondOf })
    const status = answers.every(isAccepted) ? 200 : 409
    return { told: carriedAnswers(at.language, items, answers), status }
  },
}

export const carriedPages = (pages: Pages): void => formPages(pages, bringing)
