import fc, { type Arbitrary } from 'fast-check'
import { answers, usualAnswers } from './answers.ts'
import type { Case, FuzzedRequest } from './case.ts'
import { garbage, plainRequests, requests, usually } from './requests.ts'

const none: Arbitrary<number[]> = fc.constant([])
const cuts = usually(15, none, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 3 }))
const closing = usually(40, fc.constant(false), fc.constant(true))

const oneRequest: Arbitrary<Case> = fc.record({
  requests: requests.map((request) => [request]),
  cuts,
  closesItsSide: closing,
  ory: usualAnswers,
})

const keptConnection: Arbitrary<Case> = fc.record({
  requests: fc
    .tuple(
      fc.array(requests, { minLength: 1, maxLength: 4 }),
      usually<FuzzedRequest[]>(
        3,
        fc.constant([]),
        garbage.map((bytes) => [bytes]),
      ),
    )
    .map(([some, behind]) => [...some, ...behind]),
  cuts,
  closesItsSide: closing,
  ory: usualAnswers,
})

const oneAnswer: Arbitrary<Case> = fc.record({
  requests: usually(
    4,
    fc.constant({ method: 'GET', text: 'GET / HTTP/1.1\r\nHost: echo.test\r\nConnection: close\r\n\r\n' }),
    plainRequests,
  ).map((request) => [request]),
  cuts: none,
  closesItsSide: fc.constant(false),
  ory: answers,
})

/** cases are odd requests to a well-behaved Ory, kept connections, and usual requests to an odd Ory. */
export const cases: Arbitrary<Case> = fc.oneof(
  { weight: 5, arbitrary: oneRequest },
  { weight: 3, arbitrary: keptConnection },
  { weight: 6, arbitrary: oneAnswer },
)
