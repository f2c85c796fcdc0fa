// Command session-json reads Ory's bodies, one per line in base64 behind a letter for what it is ("s" a session, "e" an
// error), and writes for each, as a line of JSON, what the official SDK and encoding/json make of it.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"log"
	"os"

	ory "github.com/ory/client-go"
)

// Made is what became of a body: text when it was read and written, else why it was not.
type Made struct {
	Written    *string `json:"written,omitempty"`
	Unreadable string  `json:"unreadable,omitempty"`
	Unwritable string  `json:"unwritable,omitempty"`
}

func main() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		body, err := base64.StdEncoding.DecodeString(string(line[1 : len(line)-1]))
		if err != nil {
			log.Fatal(err)
		}
		if err := answers.Encode(make(line[0], body)); err != nil {
			log.Fatal(err)
		}
	}
}

func make(kind byte, body []byte) Made {
	var session *ory.Session
	var failure ory.ErrorGeneric
	var err error
	if kind == 's' {
		err = json.Unmarshal(body, &session)
	} else {
		err = json.Unmarshal(body, &failure)
	}
	if err != nil {
		return Made{Unreadable: err.Error()}
	}
	var written bytes.Buffer
	if kind == 's' {
		err = json.NewEncoder(&written).Encode(session)
	} else {
		err = json.NewEncoder(&written).Encode(failure)
	}
	if err != nil {
		return Made{Unwritable: err.Error()}
	}
	text := written.String()
	return Made{Written: &text}
}
