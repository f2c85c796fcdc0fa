import { Server, Socket } from 'node:net'
import { afterAll, beforeAll, expect } from '@jest/globals'

// A unit test opens no socket: what needs one belongs into another folder, see test/README.md.
if (expect.getState().testPath?.includes('/test/unit/') === true) {
  const { listen } = Server.prototype
  const { connect } = Socket.prototype
  const refuse = (): never => {
    throw new Error('a unit test opens no socket: move this test to test/stub')
  }
  beforeAll(() => {
    Server.prototype.listen = refuse
    Socket.prototype.connect = refuse
  })
  afterAll(() => {
    Server.prototype.listen = listen
    Socket.prototype.connect = connect
  })
}
