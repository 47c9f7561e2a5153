import { talkTopics } from '#domain/fund/meeting/talks.ts'
import { nameMax } from '#domain/network/public-texts.ts'
import { reachedReleases } from '#domain/network/training/reached.ts'
import {
  type Talk,
  type TalkSaid,
  allTalks,
  shortMax,
  talkAges,
  talkMax,
  talkSays,
} from '#domain/network/training/talks.ts'
import { faultIn } from '#domain/kernel/shape.ts'
import { type Field, choiceField, choicesOf, linesField, tickField } from '#src/desk/fields.ts'
import { type CheckedRoom, checkedPages } from '#src/http/directory/checking.ts'
import { shapeLine, tickedOf, unlessEmpty } from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { factSourceIn, sourceFields } from '#src/http/register/entering.ts'
import { countsNow, reachedPages } from '#src/http/training/reached.ts'
import { nothingOf, ownTraining, writingPage } from '#src/http/training/place.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import { staffTalksPage, talkFacts, talkLine } from '#src/pages/training/talks-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { talkWords } from '#src/words/training-words.ts'
import { numbersWords } from '#src/words/words.ts'

const at = trainingPath.staffTalks

const list = async (context: HttpContext) => {
  const book = await ownTraining(context)
  const language = context.get('language')
  const today = context.get('needs').today()
  return staffTalksPage(await behindStart(context), {
    talks: allTalks(book, today),
    counts: countsNow(language, book, today),
    releases: reachedReleases(book.reached, today),
    by: context.get('caller')!.by.actor,
    done: doneText(context, talkWords.in(language).done),
    networkId: book.networkId,
  })
}

const room: CheckedRoom<Talk> = {
  at,
  key: 'talkId',
  check: 'CheckTalk',
  withdraw: 'WithdrawTalk',
  words: (language) => talkWords.in(language),
  find: async (context, key) =>
    (await ownTraining(context)).talks.find(({ talkId }) => talkId === key),
  line: talkLine,
  facts: talkFacts,
  checked: (talkId, how) => ({ type: 'CheckTalk', talkId, how }),
  withdrawn: (talkId, why) => ({ type: 'WithdrawTalk', talkId, why }),
}

/** Lines are read as one: what is read aloud needs none. */
const longField = (language: Language, name: 'textKm' | 'textEn'): Field => {
  const words = talkWords.in(language)
  return linesField({
    name,
    label: words[name],
    hint: words.textHint,
    fault: words['talk-unreadable'],
    lengthMax: talkMax,
    rule: (typed) => {
      const line = typed.replaceAll(/\s+/g, ' ').trim()
      return faultIn({ line: talkSays[name] }, { line }) === undefined ? line : undefined
    },
  })
}

const inLanguage = (language: Language, of: 'Km' | 'En'): readonly Field[] => {
  const words = talkWords.in(language)
  const nameFault = numbersWords.in(language)['name-unreadable']
  return [
    shapeLine({
      name: `name${of}`,
      label: words[`name${of}`],
      shape: talkSays[`name${of}`],
      fault: nameFault,
      lengthMax: nameMax,
    }),
    shapeLine({
      name: `short${of}`,
      label: words[`short${of}`],
      hint: words.shortHint,
      shape: talkSays[`short${of}`],
      fault: words['short-unreadable'],
      lengthMax: shortMax,
    }),
    longField(language, `text${of}`),
    shapeLine({
      name: `audio${of}`,
      label: words[`audio${of}`],
      hint: words.audioHint,
      shape: talkSays[`audio${of}`],
      fault: words['audio-unreadable'],
      lengthMax: 60,
      isOptional: true,
    }),
  ]
}

const talkFields = (context: HttpContext): readonly Field[] => {
  const language = context.get('language')
  const words = talkWords.in(language)
  return [
    choiceField({
      name: 'topic',
      label: words.topic,
      choices: choicesOf(talkTopics, (one) => words[`topic_${one}`]),
      fault: words.choose,
    }),
    ...talkAges.map((age) =>
      tickField({
        name: `age-${age}`,
        label: words[`age_${age}`],
        said: words[`age_${age}`],
        group: words.ages,
      }),
    ),
    ...inLanguage(language, 'Km'),
    ...inLanguage(language, 'En'),
    ...sourceFields(context),
  ]
}

const talkIn = (of: Typed): TalkSaid => ({
  topic: of('topic') as TalkSaid['topic'],
  ages: tickedOf('age', talkAges, of),
  nameKm: of('nameKm'),
  nameEn: of('nameEn'),
  shortKm: of('shortKm'),
  shortEn: of('shortEn'),
  textKm: of('textKm'),
  textEn: of('textEn'),
  ...unlessEmpty('audioKm', of('audioKm')),
  ...unlessEmpty('audioEn', of('audioEn')),
  ...factSourceIn(of),
})

const proposing = (pages: Pages): void =>
  writingPage(pages, {
    path: `${at}/propose`,
    rule: 'ProposeTalk',
    at,
    back: (language) => talkWords.in(language).back,
    shown: 'voice',
    find: nothingOf,
    words: ({ language }) => {
      const words = talkWords.in(language)
      return {
        heading: words.proposeHeading,
        lead: words.proposeLead,
        submit: words.proposeButton,
      }
    },
    fields: ({ context }) => talkFields(context),
    lines: ['textKm', 'textEn'],
    command: (_, of) => ({ talkId: of('id'), ...talkIn(of) }),
  })

/** The library of talks and the counts of who was reached, for the staff. */
export const talkPages = (pages: Pages): void => {
  pages.get(at, 'read-teaching', list)
  proposing(pages)
  reachedPages(pages)
  checkedPages(pages, room)
}
