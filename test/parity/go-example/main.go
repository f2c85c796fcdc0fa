// Command go-example is the service that Ory documents for Go, on the official SDK: the original to be equal to.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"

	ory "github.com/ory/client-go"
)

func main() {
	configuration := ory.NewConfiguration()
	configuration.Servers = ory.ServerConfigurations{{URL: os.Getenv("ORY_SDK_URL")}}
	client := ory.NewAPIClient(configuration)
	echo := func(w http.ResponseWriter, r *http.Request) {
		token := ""
		if authorization := r.Header.Get("Authorization"); strings.HasPrefix(strings.ToLower(authorization), "bearer ") {
			token = authorization[len("bearer "):]
		}
		cookies := strings.Join(r.Header.Values("Cookie"), "; ")
		session, _, err := client.FrontendAPI.ToSession(r.Context()).Cookie(cookies).XSessionToken(token).Execute()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if err := json.NewEncoder(w).Encode(session); err != nil {
			log.Print(err)
		}
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), http.HandlerFunc(echo)))
}
