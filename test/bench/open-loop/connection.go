package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// A request is handed over by the pacer. Times are since the start.
type request struct {
	due, handed time.Duration
	free        bool // whether a connection was free for it
}

// A result is what became of a request.
type result struct {
	took        time.Duration // since it was due
	sent, right bool
	// Why it was taken late, if it was: the generator itself was late, or no connection was free.
	generatorLate, waited bool
}

// A connection is kept, and carries one request at a time.
type connection struct {
	address string
	head    []byte
	length  int       // bytes of a right answer's body
	end     time.Time // of all requests
	conn    net.Conn
	reader  *bufio.Reader
}

// connect opens a connection, which ask does again when it was lost.
func connect(target *url.URL, token string, length int, end time.Time) (*connection, error) {
	c := &connection{address: target.Host, length: length, end: end}
	c.head = fmt.Appendf(nil, "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n",
		target.RequestURI(), target.Host, token)
	return c, c.dial()
}

func (c *connection) dial() error {
	conn, err := net.DialTimeout("tcp", c.address, time.Until(c.end))
	if err != nil {
		return err
	}
	c.conn, c.reader = conn, bufio.NewReaderSize(conn, 16<<10)
	return conn.SetDeadline(c.end)
}

// ask sends a request and reads its answer, which is right with status 200 and a body of the right length.
func (c *connection) ask(request request, start time.Time) result {
	var r result
	if waited := time.Since(start) - request.due; waited > late {
		r.generatorLate = request.free || request.handed-request.due > late
		r.waited = !r.generatorLate
	}
	var err error
	if c.conn == nil {
		err = c.dial()
	}
	if err == nil {
		_, err = c.conn.Write(c.head)
	}
	if err == nil {
		r.sent = true
		var status, length int
		status, length, err = readAnswer(c.reader)
		r.right = err == nil && status == http.StatusOK && length == c.length
	}
	if err != nil && c.conn != nil {
		_ = c.conn.Close()
		c.conn = nil
	}
	r.took = time.Since(start) - request.due
	return r
}
