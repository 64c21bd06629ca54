package project

import "testing"

func TestElsewhere(t *testing.T) {
	p := load(t, `
-- main.py --
import autogen
-- web/app.ts --
export const key = process.env.PAGE_KEY;
export const example = { ".env": "EXAMPLE_KEY=put-yours-here" };
-- main.go --
var key = os.Getenv("SERVICE_KEY_NAME")
-- run.sh --
SET_ONLY=1
export OPENAI_API_KEY=$FROM_SHELL
-- compose.yml --
services:
  a:
    environment:
      SET_THERE: ${FROM_COMPOSE}
-- README.md --
PROSE_KEY
`)
	for name, want := range map[string]bool{
		"PAGE_KEY": true, "EXAMPLE_KEY": false, "SERVICE_KEY_NAME": true, "SERVICE_KEY": false, "SET_ONLY": false, "FROM_SHELL": true, "SET_THERE": false, "FROM_COMPOSE": true, "PROSE_KEY": false,
	} {
		if got := p.Elsewhere(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
