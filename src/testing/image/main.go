// Command kratos is Ory Kratos, built from its Go module where its image can't be pulled.
package main

import "github.com/ory/kratos/cmd"

func main() { cmd.Execute() }
