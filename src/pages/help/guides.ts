import type { Language } from '#src/words/catalogue.ts'

/** Whom a guide is for, in the order in which they are listed. */
export const guideNames = [
  'committee',
  'household',
  'ngo',
  'migration-team',
  'operator',
  'developer',
] as const
export type GuideName = (typeof guideNames)[number]

/** The guides that villagers read are in Khmer too. */
const inKhmer: readonly GuideName[] = ['committee', 'household']

export const isGuide = (name: string | undefined): name is GuideName =>
  guideNames.some((one) => one === name)

/** The languages that a guide is written in. */
export const languagesOf = (guide: GuideName): readonly Language[] =>
  inKhmer.includes(guide) ? ['en', 'km'] : ['en']

/** The language that a guide is read in by somebody: their own, where it is written in it. */
export const languageOfGuide = (guide: GuideName, language: Language): Language =>
  languagesOf(guide).includes(language) ? language : 'en'

/** Pictures of the practice fund, each with the guide that it stands in; it is there in the languages of that guide. */
export const guidePictures: readonly { readonly name: string; readonly guide: GuideName }[] = [
  { name: 'today', guide: 'committee' },
  { name: 'meeting', guide: 'committee' },
  { name: 'saving', guide: 'committee' },
  { name: 'repayment', guide: 'committee' },
  { name: 'money', guide: 'committee' },
  { name: 'own', guide: 'household' },
  { name: 'not-right', guide: 'household' },
  { name: 'numbers', guide: 'household' },
  { name: 'health', guide: 'ngo' },
  { name: 'villages', guide: 'ngo' },
  { name: 'cases', guide: 'migration-team' },
]

/** Every picture is of this size, so that no page jumps while it comes. */
export const pictureSize = { width: 360, height: 480 } as const

/** How a file of a guide is called: English without, any other language with its mark. */
export const fileOf = (name: string, language: Language, ending: 'md' | 'png'): string =>
  `${name}${language === 'en' ? '' : `.${language}`}.${ending}`

export const guidesPath = '/guides'

type GuideFile = { readonly served: string; readonly stored: string; readonly type: string }

/** Texts and pictures, which lie in `docs/guides` and are served to anybody. */
export const guideFiles: readonly GuideFile[] = [
  ...guideNames.flatMap((name) =>
    languagesOf(name).map((language) => ({
      served: `${guidesPath}/${fileOf(name, language, 'md')}`,
      stored: `docs/guides/${fileOf(name, language, 'md')}`,
      type: 'text/markdown; charset=utf-8',
    })),
  ),
  ...guidePictures.flatMap(({ name, guide }) =>
    languagesOf(guide).map((language) => ({
      served: `${guidesPath}/pictures/${fileOf(name, language, 'png')}`,
      stored: `docs/guides/pictures/${fileOf(name, language, 'png')}`,
      type: 'image/png',
    })),
  ),
]
