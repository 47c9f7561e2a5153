import { html } from 'hono/html'
import type { Action } from '#domain/access/table.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Field } from '#src/desk/fields.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { behindRoom, saidOfAnswer, sendAndBack } from '#src/http/directory/checking.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FormOf, Typed, Wrong } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords } from '#src/words/words.ts'

type ProposeVisit = { readonly context: HttpContext; readonly language: Language }

type ProposeWords = {
  readonly proposeHeading: string
  readonly proposeLead: string
  readonly proposeQuestion: string
  readonly proposeNote: string
  readonly proposeButton: string
  readonly next: string
  readonly leave: string
  readonly back: string
}

/** What one of the staff enters and a second one has to check: how it is asked, told and sent. */
type Proposed = {
  readonly at: string
  readonly rule: Action
  readonly shown: Picture
  readonly words: (language: Language) => ProposeWords
  readonly fields: (language: Language) => readonly Field[]
  readonly prefilled: (context: HttpContext) => Readonly<Record<string, string>>
  readonly facts: (language: Language, of: Typed) => Html
  readonly says: (of: Typed) => object
  /** Why it cannot be so before anybody is asked; and at which field an answer belongs. */
  readonly fault?: (language: Language, of: Typed) => Wrong | undefined
  readonly fieldsAtFault?: readonly string[]
}

/** The form by which something is entered that counts once somebody else has checked it. */
export const proposing = (one: Proposed): FormOf<ProposeVisit> => {
  const { at, words: wordsIn } = one
  const action = `${at}/propose`
  const command = (context: HttpContext, of: Typed) => ({
    ...envelopeOf(context, of('id')),
    type: one.rule,
    ...one.says(of),
  })
  return {
    path: action,
    rule: one.rule,
    find: async (context) => ({ context, language: context.get('language') }),
    frame: ({ context, language }) => behindRoom(context, { at, label: wordsIn(language).back }),
    form: ({ context, language }) => {
      const words = wordsIn(language)
      const { isPractice, ids } = context.get('needs')
      const lead = isPractice ? numbersWords.in(language).practiceNote : words.proposeLead
      return {
        shown: one.shown,
        heading: words.proposeHeading,
        told: html`<p>${lead}</p>`,
        action,
        hidden: { id: ids() },
        fields: one.fields(language),
        prefilled: one.prefilled(context),
        submit: words.next,
        back: { href: at, label: words.leave },
      }
    },
    isAskedUntilSure: true,
    question: async ({ context, language }, of) => {
      const words = wordsIn(language)
      const wrong = one.fault?.(language, of)
      if (wrong) return wrong
      const sent = command(context, of) as unknown as NetworkCommand
      const would = await decideInNetwork(context, sent, { dryRun: true })
      const fault = saidOfAnswer(language, would)
      const place = 'at' in would && typeof would.at === 'string' ? would.at.slice(1) : ''
      if (fault !== undefined && one.fieldsAtFault?.includes(place))
        return { faults: new Map([[place, fault]]), status: 400 }
      if (fault !== undefined) return { fault, status: 409 }
      return {
        shown: one.shown,
        heading: words.proposeQuestion,
        told: html`${one.facts(language, of)}
          <p>${words.proposeNote}</p>`,
        action,
        fields: [],
        submit: words.proposeButton,
        back: { change: action, label: words.leave },
      }
    },
    take: ({ context }, of) => sendAndBack(context, command(context, of), at),
  }
}
