import { createRoute, z } from '@hono/zod-openapi'
import { json, newApi, ofNetwork, problems } from '#src/http/api.ts'
import { nobodyThere, readPortion, refusal } from '#src/http/identity/answers.ts'
import { makeDeviceKey, revokeDevice } from '#src/http/identity/device-acts.ts'
import { idOut, instant, jsonBody, noBody, ofNetworkPath } from '#src/http/identity/fields.ts'

const deviceSchema = z
  .object({
    deviceId: idOut,
    label: z.string(),
    enrolledAt: instant,
    enrolledBy: z.string(),
    revokedAt: instant.nullable(),
  })
  .openapi('Device')

const devices = readPortion({
  path: '/v1/networks/{networkId}/devices',
  summary: 'Devices that people may sign in from',
  ...ofNetwork('manage-devices'),
  params: ofNetworkPath,
  item: deviceSchema,
  said: 'Devices, the oldest first',
  rows: (context) => context.get('needs').store.devices(context.get('network').networkId),
  idOf: ({ deviceId }) => deviceId,
  shown: ({ deviceId, label, enrolledAt, enrolledBy, revokedAt }) => ({
    deviceId,
    label,
    enrolledAt,
    enrolledBy,
    revokedAt: revokedAt ?? null,
  }),
})

const adding = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/devices',
  summary: 'Make the key that enrols one device',
  description: 'Whoever holds the device gives it a label when it is enrolled.',
  ...ofNetwork('manage-devices'),
  request: { params: ofNetworkPath, body: jsonBody(z.strictObject({})) },
  responses: {
    201: json(z.object({ key: z.string() }).openapi('DeviceKey'), 'The key is told once'),
    ...problems,
  },
})

const conflict = { 409: { ...problems[404], description: 'It is the last device' } } as const

const revoking = createRoute({
  method: 'delete',
  path: '/v1/networks/{networkId}/devices/{deviceId}',
  summary: 'Shut a lost device out at once',
  ...ofNetwork('manage-devices'),
  request: { params: ofNetworkPath.extend({ deviceId: z.string() }) },
  responses: { 204: noBody('Revoked'), ...conflict, ...problems },
})

/** Devices that people sign in from, for whoever looks after them. */
export const deviceRoutes = () =>
  newApi()
    .openapiRoutes([devices])
    .openapi(adding, async (context) => {
      return context.json({ key: await makeDeviceKey(context) }, 201)
    })
    .openapi(revoking, async (context) => {
      const { networkId } = context.get('network')
      const { deviceId } = context.req.valid('param')
      const device = await context.get('needs').store.device(networkId, deviceId)
      if (!device) return nobodyThere()
      const kept = await revokeDevice(context, device)
      return kept ? refusal(409, kept.code) : context.body(null, 204)
    })
