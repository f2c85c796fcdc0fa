package main

import (
	"bufio"
	"bytes"
	"errors"
	"strconv"
)

var errNoLength = errors.New("an answer without a length")

// readAnswer reads one whole answer, and returns its status and the length of its body in bytes. It keeps nothing:
// what net/http's reader allocates would cost more than all else here.
func readAnswer(r *bufio.Reader) (status, length int, err error) {
	line, err := readLine(r)
	if err != nil {
		return 0, 0, err
	}
	if _, rest, _ := bytes.Cut(line, []byte(" ")); len(rest) >= 3 {
		status, _ = strconv.Atoi(string(rest[:3]))
	}
	length = -1
	chunked := false
	for {
		if line, err = readLine(r); err != nil {
			return status, 0, err
		}
		if len(line) == 0 {
			break
		}
		name, value, _ := bytes.Cut(line, []byte(":"))
		value = bytes.TrimSpace(value)
		if bytes.EqualFold(name, []byte("content-length")) {
			if length, err = strconv.Atoi(string(value)); err != nil {
				return status, 0, err
			}
		}
		if bytes.EqualFold(name, []byte("transfer-encoding")) {
			chunked = bytes.EqualFold(value, []byte("chunked"))
		}
	}
	if chunked {
		length, err = skipChunks(r)
		return status, length, err
	}
	if length < 0 {
		return status, 0, errNoLength
	}
	_, err = r.Discard(length)
	return status, length, err
}

// skipChunks reads chunks and trailers to their end, and returns the length of the chunks together.
func skipChunks(r *bufio.Reader) (length int, err error) {
	for {
		line, err := readLine(r)
		if err != nil {
			return length, err
		}
		digits, _, _ := bytes.Cut(line, []byte(";"))
		size, err := strconv.ParseUint(string(bytes.TrimSpace(digits)), 16, 31)
		if err != nil {
			return length, err
		}
		if size == 0 {
			break
		}
		if _, err := r.Discard(int(size) + len("\r\n")); err != nil {
			return length, err
		}
		length += int(size)
	}
	for {
		if line, err := readLine(r); err != nil || len(line) == 0 {
			return length, err
		}
	}
}

// readLine reads a line, which is valid until the next read.
func readLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	return bytes.TrimRight(line, "\r\n"), err
}
