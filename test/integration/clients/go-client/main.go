// Command go-client asks whose session TOKEN or COOKIE is, with Ory's Go SDK on the base path of its argument, and
// prints what the SDK returned: the status, and the session or the error's body.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"

	ory "github.com/ory/client-go"
)

func main() {
	configuration := ory.NewConfiguration()
	configuration.Servers = ory.ServerConfigurations{{URL: os.Args[1]}}
	client := ory.NewAPIClient(configuration)

	call := client.FrontendAPI.ToSession(context.Background())
	if token := os.Getenv("TOKEN"); token != "" {
		call = call.XSessionToken(token)
	}
	if cookie := os.Getenv("COOKIE"); cookie != "" {
		call = call.Cookie(cookie)
	}
	if template := os.Getenv("TOKENIZE_AS"); template != "" {
		call = call.TokenizeAs(template)
	}
	session, response, err := call.Execute()

	answer := map[string]any{"body": session}
	var refusal *ory.GenericOpenAPIError
	if errors.As(err, &refusal) {
		answer["body"] = json.RawMessage(refusal.Body())
	} else if err != nil {
		log.Fatal(err)
	}
	answer["status"] = response.StatusCode
	if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
		log.Fatal(err)
	}
}
