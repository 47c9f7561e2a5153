import { z } from '@hono/zod-openapi'

const id = '0197a000-0000-7000-8000-000000000000'

/** Ids in paths are not judged by their form: what is none and what is not yours look the same. */
export const ofNetworkPath = z.strictObject({
  networkId: z.string().openapi({ example: id }),
})
export const ofFundPath = z.strictObject({ fundId: z.string().openapi({ example: id }) })

export const token = z
  .string()
  .min(1, 'token-missing')
  .max(200, 'token-too-long')
  .openapi({ example: `${id}.kQ…` })

export const login = z
  .string()
  .min(1, 'login-missing')
  .max(200, 'login-too-long')
  .openapi({ example: 'Sok Dara' })

/** Long enough for any sentence, and not for a load of the machine. */
export const secret = z.string().min(1, 'secret-missing').max(1000, 'secret-too-long')

/** What a device is called: one short line, in any script. */
export const label = z
  .string()
  .regex(/^(?=.*\S)[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\u200b]{1,60}$/u, 'label-not-a-name')
  .openapi({ example: 'the phone of the committee' })

export const instant = z.string().openapi({ example: '2026-01-20T02:00:00.000Z' })
export const idOut = z.string().openapi({ example: id })

/** A body that must be there, as JSON. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

export const noBody = (description: string) => ({ description })
