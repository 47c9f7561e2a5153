import { describe, expect, test } from 'vitest'
import { sharedFailuresMax } from '#domain/access/lockout.ts'
import { resetGuesses, signIn } from '#src/app/identity/sign-in.ts'
import {
  type Entrance,
  day,
  entrance,
  hour,
  minute,
  otherPin,
  told,
} from '#test/support/entrance.ts'

const cards = (its: Entrance, count: number) => times(count, () => its.printed())

const times = <T>(count: number, act: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => act(i)))

const guessUntilRefused = async (its: Entrance, login: string): Promise<string[]> => {
  const answers: string[] = []
  for (;;) {
    const answer = told(await its.guess(login))
    if (answer !== 'sign-in-failed') return [...answers, answer]
    answers.push(answer)
  }
}

/** Two hundred wrong guesses, from phones enough. */
const closeAllDoors = async (its: Entrance): Promise<void> => {
  const phones = await its.phones(5)
  await times(200, (i) => its.guessOn(phones[i % 5]!, `name ${i}`))
}

describe('a person’s door', () => {
  test('of a thousand wrong guesses at once exactly five are looked at', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const answers = (await times(1_000, () => its.guess('Sok Dara'))).map(told)
    expect(its.secrets.looks()).toBe(5)
    expect(answers.filter((answer) => answer === 'sign-in-failed')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(995)
  })

  test('of a thousand wrong PINs at once exactly five are looked at', async () => {
    const its = await entrance()
    const { token, pin } = await its.printed()
    const answers = (await times(1_000, () => its.show(token, otherPin(pin)))).map(told)
    expect(its.secrets.looks()).toBe(5)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(995)
    expect(told(await its.show(token, pin))).toBe('wait')
  })

  test('spelling the name otherwise gives no more guesses', async () => {
    const its = await entrance()
    await its.person('Sok Dara ១២')
    const spellings = [
      'sok dara 12',
      'SOKDARA១២',
      'Sok  Dara 12',
      'Sok\u200bDara 12',
      ' ＳＯＫ dara12',
    ]
    await times(100, (i) => its.guess(spellings[i % spellings.length]!))
    expect(its.secrets.looks()).toBe(5)
  })
})

describe('a person’s door that was locked', () => {
  test('it opens after 15 minutes, an hour and a day, and after twenty in person alone', async () => {
    const its = await entrance()
    const user = await its.person('Sok Dara')
    for (const wait of [15 * minute, hour, day]) {
      expect(await guessUntilRefused(its, 'Sok Dara')).toHaveLength(6)
      its.pass(wait - 1)
      expect(told(await its.come('Sok Dara'))).toBe('wait')
      its.pass(1)
    }
    expect(await guessUntilRefused(its, 'Sok Dara')).toHaveLength(6)
    for (let i = 0; i < 3; i += 1) {
      expect(told(await its.come('Sok Dara'))).toBe('reset-in-person')
      its.pass(400 * day)
    }
    expect(its.secrets.looks()).toBe(20)
    await resetGuesses(its.needs, { networkId: user.networkId, login: ' SOK dara' })
    expect(told(await its.come('Sok Dara'))).toBe('in')
  })

  test('whoever guesses on another phone shuts nobody out on the own one', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const [theirs] = (await its.phones(1)) as [string]
    let answer = ''
    while (answer !== 'reset-in-person') {
      answer = told(await its.guessOn(theirs, 'Sok Dara'))
      if (answer === 'wait') its.pass(day)
    }
    expect(told(await its.come('Sok Dara'))).toBe('in')
  })

  test('the right secret gives all guesses back', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    for (let round = 0; round < 12; round += 1) {
      for (let i = 0; i < 4; i += 1)
        expect(told(await its.guess('Sok Dara'))).toBe('sign-in-failed')
      expect(told(await its.come('Sok Dara'))).toBe('in')
    }
  })
})

describe('a door that tells nothing', () => {
  test('a wait tells the same of a name that nobody has', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    expect(await guessUntilRefused(its, 'Sok Dara')).toEqual(await guessUntilRefused(its, 'Nobody'))
  })

  test('whoever is known, unknown, shut out or without a secret costs one stretch each', async () => {
    const its = await entrance()
    const shutOut = await its.person('Shut Out')
    await its.person('Known')
    await its.needs.store.keepUser({ ...shutOut, disabledAt: its.needs.clock() })
    const bare = await its.person('Bare')
    await its.needs.store.keepUser({ ...bare, secret: undefined })
    const costs: number[] = []
    for (const login of ['Known', 'Unknown', 'Shut Out', 'Bare']) {
      const before = its.secrets.looks() + its.secrets.seals()
      expect(told(await its.guess(login))).toBe('sign-in-failed')
      costs.push(its.secrets.looks() + its.secrets.seals() - before)
    }
    expect(costs).toEqual([1, 1, 1, 1])
    expect(told(await its.come('Shut Out'))).toBe('sign-in-failed')
  })
})

describe('what all doors share', () => {
  test('fifty wrong PINs in a day close the cards of a fund, and no user’s door', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const printed = await cards(its, 30)
    const spray = (round: number) =>
      times(30, (i) =>
        its.show(printed[i]!.token, otherPin(printed[i]!.pin)).then((c) => [round, told(c)]),
      )
    const answers = [...(await spray(1)), ...(await spray(2))].map(([, answer]) => answer)
    expect(its.secrets.looks()).toBe(sharedFailuresMax.fund)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(10)
    expect(told(await its.show(printed[0]!.token, printed[0]!.pin))).toBe('wait')
    expect(told(await its.come('Sok Dara'))).toBe('in')
    its.pass(day)
    expect(told(await its.show(printed[0]!.token, printed[0]!.pin))).toBe('in')
  })

  test('fifty wrong guesses in a day close one phone, and nobody else is kept out', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const [lost, other] = await its.phones(2)
    const answers = (await times(80, (i) => its.guessOn(lost!, `name ${i}`))).map(told)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(30)
    expect(told(await its.guessOn(other!, 'a name'))).toBe('sign-in-failed')
    expect(told(await its.come('Sok Dara'))).toBe('in')
    its.pass(day)
    expect(told(await its.guessOn(lost!, 'a name'))).toBe('sign-in-failed')
  })

  test('two hundred wrong guesses in a day close all doors of a network', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const phones = await its.phones(6)
    const answers = (await times(300, (i) => its.guessOn(phones[i % 6]!, `name ${i}`))).map(told)
    expect(its.secrets.seals() - 1).toBe(sharedFailuresMax.network)
    expect(answers.filter((answer) => answer === 'wait')).toHaveLength(100)
    expect(told(await its.come('Sok Dara'))).toBe('wait')
    const { token, pin } = await its.printed()
    expect(told(await its.show(token, pin))).toBe('wait')
    its.pass(day)
    expect(told(await its.come('Sok Dara'))).toBe('in')
    expect(told(await its.show(token, pin))).toBe('in')
  })
})

describe('shared doors and honest people', () => {
  test('whoever knocks while all doors are closed is not locked out for it', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    await closeAllDoors(its)
    const { token, pin } = await its.printed()
    // Were they counted, they would lock each door for a day at the third time.
    for (const wait of [16 * minute, 61 * minute, day - 77 * minute]) {
      await times(30, () => its.come('Sok Dara'))
      await times(30, () => its.show(token, pin))
      its.pass(wait)
    }
    expect(told(await its.show(token, pin))).toBe('in')
    expect(told(await its.come('Sok Dara'))).toBe('in')
  })

  test('a network that is closed uses up nothing of its funds', async () => {
    const its = await entrance()
    await closeAllDoors(its)
    its.pass(12 * hour)
    const printed = await cards(its, 60)
    const show = (i: number) => its.show(printed[i]!.token, printed[i]!.pin)
    expect((await times(60, show)).map(told)).toEqual(Array.from({ length: 60 }, () => 'wait'))
    its.pass(12 * hour)
    expect(told(await show(0))).toBe('in')
  })
})

describe('guesses that use nothing up', () => {
  test('right guesses use nothing up, however many people sign in', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const { token, pin } = await its.printed()
    for (let i = 0; i < 250; i += 1) {
      expect(told(await its.come('Sok Dara'))).toBe('in')
      expect(told(await its.show(token, pin))).toBe('in')
    }
  })

  test('a stranger without card or device uses nothing up', async () => {
    const its = await entrance()
    await its.person('Sok Dara')
    const { token, pin } = await its.printed()
    const before = its.secrets.looks()
    const junk = 'x'.repeat(43)
    await times(300, async (i) => {
      const came = await signIn(its.needs, {
        deviceToken: `${its.networkId}.${junk}`,
        login: 'Sok Dara',
        secret: 'a guess at nothing',
      })
      expect(told(came)).toBe('device-not-enrolled')
      expect(told(await its.show(`${its.fundId}.${junk}`, String(i).padStart(6, '0')))).toBe(
        'sign-in-failed',
      )
    })
    expect(its.secrets.looks()).toBe(before)
    expect(told(await its.show(token, pin))).toBe('in')
    expect(told(await its.come('Sok Dara'))).toBe('in')
  })

  test('a PIN typed with Khmer digits is the same PIN', async () => {
    const its = await entrance()
    const { token, pin } = await its.printed()
    const khmer = pin.replaceAll(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
    expect(told(await its.show(token, khmer))).toBe('in')
  })
})
