/*
 * One name in the other script: whoever types "Tonle Meas" is to find ទន្លេមាស, and the other way round, where a register has one
 * of both. Vowels are written in Latin letters by anybody's ear, consonants nearly alike: so both are brought down to the
 * consonants by their classes in the romanisation of UNGEGN (1972), with those in one class that people mix up (b and p, d and t,
 * g and k). It finds and decides nothing: many names can have one key.
 */

const khmer = /[\u1780-\u17b3]/u

/** Whether a text is written in Khmer letters. */
export const isKhmer = (text: string): boolean => khmer.test(text)

const classes: readonly (readonly [consonants: string, as: string])[] = [
  ['កខគឃ', 'k'],
  ['ចឆជឈ', 'j'],
  ['ងញណន', 'n'],
  ['ដឋឌឍតថទធ', 't'],
  ['បផពភ', 'p'],
  ['ម\u17c6', 'm'],
  ['រ', 'r'],
  ['លឡ', 'l'],
  ['វ', 'v'],
  ['ស', 's'],
]

const classOf = new Map(
  classes.flatMap(([consonants, as]) => [...consonants].map((one) => [one, as] as const)),
)

/** A consonant that is written and not read, with the sign that says so. */
const silent = /[\u1780-\u17a2](?:\u17d2[\u1780-\u17a2])*[\u17b6-\u17cc]*\u17cd/gu

const khmerConsonants = (text: string): string =>
  [...text.replaceAll(silent, '')].map((sign) => classOf.get(sign) ?? '').join('')

/** Latin spellings of the same classes, the longer ones first; what is left are vowels and breath. */
const latin: readonly (readonly [RegExp, string])[] = [
  [/ch+|dj/g, 'j'],
  [/[kg]h/g, 'k'],
  [/n[gh]|gn/g, 'n'],
  [/ph/g, 'p'],
  [/th/g, 't'],
  [/[cgq]/g, 'k'],
  [/[bf]/g, 'p'],
  [/d/g, 't'],
  [/w/g, 'v'],
  [/sh|[zx]/g, 's'],
  [/[^jkmnplrstv]/g, ''],
]

const latinConsonants = (text: string): string =>
  latin.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text)

/** The consonants of a name as a key, whatever script it is in; `text` is written as names are compared. */
export const consonantsOf = (text: string): string =>
  (isKhmer(text) ? khmerConsonants(text) : latinConsonants(text)).replaceAll(/(.)\1+/g, '$1')
