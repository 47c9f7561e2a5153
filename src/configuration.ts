import { z } from 'zod'

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: value })
    return true
  } catch {
    return false
  }
}

const shape = z.object({
  MODE: z.enum(['practice', 'live'], 'must be practice or live').default('practice'),
  HOST: z
    .string()
    .regex(
      /^(127(\.\d{1,3}){3}|localhost|::1)$/,
      'must be this machine (127.0.0.1), until sign-in is built',
    )
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .default(3000),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite:PATH; other databases are not built yet')
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone, for example Asia/Phnom_Penh')
    .default('Asia/Phnom_Penh'),
})

export type Configuration = z.infer<typeof shape>

/** The settings of the service, or every one that cannot hold, in words. Values are never repeated. */
export const readConfiguration = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly configuration: Configuration } | { readonly faults: readonly string[] } => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = shape.safeParse(given)
  if (read.success) return { configuration: read.data }
  return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) }
}
