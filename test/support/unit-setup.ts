import { Server, Socket } from 'node:net'
import { afterAll, beforeAll, expect, jest } from '@jest/globals'

// A unit test opens no socket: what needs one belongs into another folder, see test/README.md.
if (expect.getState().testPath?.includes('/test/unit/') === true) {
  const refuse = (): never => {
    throw new Error('a unit test opens no socket: move this test to test/stub')
  }
  beforeAll(() => {
    jest.spyOn(Server.prototype, 'listen').mockImplementation(refuse)
    jest.spyOn(Socket.prototype, 'connect').mockImplementation(refuse)
  })
  afterAll(() => {
    jest.restoreAllMocks()
  })
}
