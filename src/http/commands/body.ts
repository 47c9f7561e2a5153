import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { HttpEnv } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'

/** Deeper than any command; a body that is deeper is made to hurt whoever walks through it. */
const depthMax = 32

/** Whether brackets stand deeper in each other than is allowed. Reads the text without parsing it. */
const isTooDeep = (json: string, max = depthMax): boolean => {
  let depth = 0
  let isInText = false
  for (let i = 0; i < json.length; i += 1) {
    const character = json[i]!
    if (isInText) {
      if (character === '\\') i += 1
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > max) return true
  }
  return false
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: ArrayBuffer): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;|$)/i.test(contentType ?? '')

/**
 * Refuses a body that is no JSON text before anything is made of it. Bytes that are no text would
 * otherwise be read as other characters than were sent.
 */
export const soundJson: MiddlewareHandler<HttpEnv> = async (context, next) => {
  if (!isJson(context.req.header('content-type'))) return problem(415, 'wrong-content-type')
  const text = textOf(await context.req.arrayBuffer())
  if (text === undefined) return problem(400, 'body-unreadable')
  if (isTooDeep(text)) return problem(400, 'json-too-deep')
  // Whoever reads it as JSON takes this text: out of the bytes another answer would be made, and read.
  Object.assign(context.req.bodyCache, { text: Promise.resolve(text) })
  return next()
}

export const bodyBytesMax = 1024 * 1024

/** A paper book is larger than a meeting; everything else is at most a megabyte. */
const bookBytesMax = 8 * bodyBytesMax

/**
 * A body that says how long it is, and comes in no pieces, is as long: only others are counted while they come. Whoever looks
 * at a body makes a stream of it first, also where there is none.
 */
const limited = (maxSize: number): MiddlewareHandler<HttpEnv> => {
  const onError = () => problem(413, 'body-too-large')
  const counting = bodyLimit({ maxSize, onError })
  return async (context, next) => {
    const { req } = context
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    const length = req.header('content-length')
    if (length === undefined || req.header('transfer-encoding') !== undefined)
      return counting(context, next)
    return Number.parseInt(length, 10) > maxSize ? onError() : next()
  }
}
const limitedBody = limited(bodyBytesMax)
const limitedBook = limited(bookBytesMax)

/** Where a book is taken in. What is sent to a page may be as large, so that the page can tell that it is too large. */
const takesBooks =
  /^(\/v1\/imports\/paper-book|\/funds\/[^/]+\/(old-book\/(sheet|loans)(\/write)?|bank)|\/network\/book(\/write)?)$/

export const bodyLimits: MiddlewareHandler<HttpEnv> = (context, next) =>
  takesBooks.test(context.req.path) ? limitedBook(context, next) : limitedBody(context, next)
