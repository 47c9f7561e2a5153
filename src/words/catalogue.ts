/** The languages a page can be read in; adding one means adding its catalogue and locale data. */
export const languages = ['km', 'en'] as const

export type Language = (typeof languages)[number]

/** Whether a native speaker has read the wording; nothing leaves `draft` without that. */
export type Status = 'draft' | 'reviewed'

export type Marked<Text> = { readonly status: Status; readonly text: Text }

/** Marks a wording that no native speaker has checked yet. */
export const draft = <Text>(text: Text): Marked<Text> => ({ status: 'draft', text })

/** Marks a wording that a native speaker has checked. */
export const reviewed = <Text>(text: Text): Marked<Text> => ({ status: 'reviewed', text })
