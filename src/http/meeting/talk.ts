import { html } from 'hono/html'
import { talkWays } from '#domain/fund/meeting/talks.ts'
import { type TalkListed, talksFor } from '#domain/network/training/talks.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { formPages } from '#src/http/form-pages.ts'
import type { MeetingVisit } from '#src/http/meeting/day.ts'
import { meetingStep } from '#src/http/meeting/step.ts'
import type { Pages } from '#src/http/page.ts'
import { talkFolds, talkName, talkPart } from '#src/pages/training/talks-page.ts'
import { talkWords } from '#src/words/training-words.ts'

type TalkVisit = MeetingVisit & { readonly talks: readonly TalkListed[] }

/** A meeting is read to by its own network's library: what two of its staff stand behind today. */
const withTalks = async (visit: MeetingVisit): Promise<TalkVisit> => {
  const { store } = visit.context.get('needs')
  const { networkId } = visit.context.get('caller')!.session
  const library = await trainingOf(store, networkId)
  return { ...visit, talks: talksFor(library, { today: visit.today }) }
}

const wordsAt = ({ at }: MeetingVisit) => talkWords.in(at.language)

/** Which talk the meeting heard, or sends: it stands in the minutes, and nobody's name beside it. */
const giving = meetingStep<TalkVisit>({
  act: 'talk',
  rule: 'RecordTalk',
  more: withTalks,
  form: (visit) => {
    const words = wordsAt(visit)
    const { talks, at } = visit
    return {
      shown: 'voice',
      heading: words.giveHeading,
      told: html`<p>${talks.length === 0 ? words.giveNone : words.giveLead}</p>`,
      after: talkFolds(at.language, talks),
      fields: [
        choiceField({
          name: 'talk',
          label: words.whichTalk,
          choices: talks.map((one) => ({ value: one.talkId, label: talkName(at.language, one) })),
          fault: words.choose,
        }),
        choiceField({
          name: 'way',
          label: words.giveHow,
          choices: choicesOf(talkWays, (one) => words[`how_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
      ],
      prefilled: { way: 'at-meeting' },
      submit: words.giveButton,
    }
  },
  ready: async (visit, of) => {
    const words = wordsAt(visit)
    const { at, on, talks } = visit
    const talk = talks.find(({ talkId }) => talkId === of('talk'))
    if (!talk) return { faults: new Map([['talk', words.choose]]) }
    const way = of('way') as (typeof talkWays)[number]
    const { talkId, topic } = talk
    const said = { type: 'RecordTalk', talkId, topic, way } as const
    return {
      placed: [{ command: { id: of('id'), v: 1, effectiveOn: on, ...said } }],
      readBack: () => ({
        shown: 'voice',
        heading: words.giveQuestion,
        told: html`<p><b>${words[`how_${way}`]}</b></p>
          ${talkPart(at.language, talk)}`,
        change: words.giveChange,
        submit: words.giveYes,
      }),
    }
  },
  next: ({ at, on }) => meetingPlace.of(at, on),
})

export const talkGivenPages = (pages: Pages): void => formPages(pages, giving)
