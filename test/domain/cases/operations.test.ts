import { expect, test } from 'vitest'
import type { Shape, Shapes } from '#domain/kernel/shape.ts'
import { caseOperationOf, caseOperations, writtenElsewhere } from '#domain/cases/operations/all.ts'

const plain = ['sum', 'day', 'id', 'text', 'whole', 'word', 'yes-or-no', 'mark'] as const
const isPlain = (shape: Shape): boolean =>
  shape.is === 'list' ? shape.each.is === 'word' : (plain as readonly string[]).includes(shape.is)

test('everything that can be done with a case has a name of its own', () => {
  const commands = caseOperations.map(({ command }) => command)
  expect(new Set<string>(commands).size).toBe(commands.length)
  for (const command of commands) expect(caseOperationOf(command)?.command).toBe(command)
})

test('everything asked fits on a form that is made of it, with one day to fill in at most', () => {
  // What pages of their own write has no form that is made of it.
  const onForms = caseOperations.filter(({ command }) => !writtenElsewhere.includes(command))
  for (const { command, asks } of onForms) {
    const shapes = Object.values(asks as Shapes)
    expect([command, shapes.filter((shape) => !isPlain(shape))]).toEqual([command, []])
    const days = shapes.filter(({ is, isOptional }) => is === 'day' && isOptional !== true)
    expect([command, days.length <= 1]).toEqual([command, true])
  }
})
