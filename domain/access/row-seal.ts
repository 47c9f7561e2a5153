/*
 * What of a row names people lies sealed in the database: names, kin, notes, logins. The key is in none, so that whoever has
 * the file reads none of them.
 */

/** Seals texts of rows. `place` says where a text lies, so that it opens nowhere else. */
export interface RowSeal {
  /** Padded to one of few lengths: how long a text is does not tell which it is. Takes a JSON text. */
  seal(scope: string, place: string, text: string): string
  /** Undefined where it was altered or lay elsewhere. Throws `StorageUnavailable`, in the words below, where another key sealed it. */
  open(scope: string, place: string, sealed: string): string | undefined
  /** Whether the key of now sealed it, one before it, or none that is known here; `open` lies in clear. */
  ageOf(text: string): 'open' | 'now' | 'before' | 'shut'
  /** Keyed hashes by which a row is found that does not say what it is about: the key of now first, then those before it. */
  hashes(scope: string, text: string): readonly [string, ...string[]]
}

/** How many texts lie how. */
export type AtRest = {
  /** In clear: of a version that did not seal, or written by another program. */
  readonly open: number
  /** Sealed by the key of now, and by one before it. */
  readonly now: number
  readonly older: number
  /** Opened by no key that is known here. */
  readonly shut: number
}

const form = /^sealed:1:([0-9a-f]{8}):/

/** Which key a text says that it was sealed by; undefined of one that lies in clear. */
export const sealedBy = (text: string): string | undefined => form.exec(text)?.[1]

export const sealedText = (key: string, base64: string): string => `sealed:1:${key}:${base64}`
export const sealedPart = (text: string): string => text.replace(form, '')

/** Another key sealed it than those that this program was given: it is not as if there were no names. */
export const sealedByAnotherSaid =
  'names, kin, notes and logins in it are sealed by a PEPPER that this program was not given: set MODE and PEPPER (PEPPER_OLD too) as its service has them'

/** Whether that is why something cannot be read; errors lose their kind between two objects, and keep their words. */
export const isSealedByAnother = (error: unknown): boolean =>
  error instanceof Error && error.message === sealedByAnotherSaid
