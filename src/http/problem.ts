/** One field of a request that cannot be read: a JSON pointer into the body, and a stable code. */
export type FieldFault = { readonly pointer: string; readonly code: string }

export type ProblemMore = {
  readonly errors?: readonly FieldFault[]
  readonly retryAfterSeconds?: number
}

/**
 * The body of RFC 9457. It holds codes only: texts for people are looked up by code in their language,
 * and nothing of a request is ever echoed.
 */
export const problem = (status: number, code: string, more: ProblemMore = {}): Response =>
  new Response(
    JSON.stringify({
      type: `/problems/${code}`,
      title: code.replaceAll('-', ' '),
      status,
      code,
      ...(more.errors ? { errors: more.errors } : {}),
    }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(more.retryAfterSeconds === undefined
          ? {}
          : { 'retry-after': String(more.retryAfterSeconds) }),
      },
    },
  )
