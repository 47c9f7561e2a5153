import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import {
  type Language,
  type PartialLanguage,
  languages,
  partialLanguages,
} from '#src/words/catalogue.ts'

const languageCookie = 'lang'
const digitsCookie = 'digits'
const alsoCookie = 'also'

/** A choice of whoever reads stays for a year; no script reads it. */
const keptChoice = {
  prefix: 'host',
  sameSite: 'Lax',
  httpOnly: true,
  maxAge: 365 * 24 * 3600,
} as const

const isLanguage = (value: string | undefined): value is Language =>
  languages.some((language) => language === value)

/** The language of a page: as asked for, else as chosen before, else as the browser says. */
export const languageOf = (context: HttpContext, asked = context.req.query('lang')): Language => {
  if (isLanguage(asked)) return asked
  const kept = getCookie(context, languageCookie, 'host')
  if (isLanguage(kept)) return kept
  return context.req.header('accept-language')?.toLowerCase().startsWith('km') ? 'km' : 'en'
}

const partialIn = (value: string | undefined): PartialLanguage | undefined =>
  partialLanguages.find((one) => one === value)

/** A language or a kind of digits that was chosen stays chosen through forms and redirects. */
export const language: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const asked = context.req.query('lang')
  const chosen = languageOf(context, asked)
  context.set('language', chosen)
  if (isLanguage(asked)) setCookie(context, languageCookie, chosen, keptChoice)
  const also = context.req.query('also')
  context.set('also', partialIn(also ?? getCookie(context, alsoCookie, 'host')))
  if (also === 'no' || partialIn(also)) setCookie(context, alsoCookie, also!, keptChoice)
  const digits = context.req.query('digits')
  context.set('hasKhmerDigits', (digits ?? getCookie(context, digitsCookie, 'host')) === 'km')
  if (digits === 'km' || digits === 'en') setCookie(context, digitsCookie, digits, keptChoice)
  await next()
}
