package rules_test

import (
	"fmt"
	"testing"
)

// BenchmarkLint lints a project of a hundred programs with three faults each, by every rule.
func BenchmarkLint(b *testing.B) {
	var files []sourceFile
	for i := range 100 {
		files = append(files, sourceFile{fmt.Sprintf("agent%d.py", i), `import os
from autogen import AssistantAgent, UserProxyAgent

config = {"config_list": [{"model": "gpt-4o", "api_key": ""}, {"model": "gpt-4o", "apikey": os.getenv("OPENAI_KEY")}]}
assistant = AssistantAgent("assistant", llm_config=config)
user = UserProxyAgent("user")
user.initiate_chat(assistant, message="hello")
os.environ["OPENAI_API_KEY"] = os.getenv("OPENAI_KEY")
`})
	}
	for b.Loop() {
		if found := lintProgram(b, files); len(found) < 300 {
			b.Fatalf("%d findings", len(found))
		}
	}
}
