package source

import "testing"

func TestMask(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"OPENAI_API_KEY is in automate-ml-for-kaggle/.env.example", "OPENAI_API_KEY is in automate-ml-for-kaggle/.env.example"},
		{"see tutorial/agent_pattern_cookbook/v2/.env", "see tutorial/agent_pattern_cookbook/v2/.env"},
		{"set it before src/app/AgentFactory/clients.py:12", "set it before src/app/AgentFactory/clients.py:12"},
		{`the group chat speaker_selection_method="round_robin"`, `the group chat speaker_selection_method="round_robin"`},
		{"AZURE_OPENAI_API_VERSION_FOR_THE_TEAM", "AZURE_OPENAI_API_VERSION_FOR_THE_TEAM"},
		{"use AzureOpenAIChatCompletionClient", "use AzureOpenAIChatCompletionClient"},
		{"use AnthropicBedrockChatCompletionClient", "use AnthropicBedrockChatCompletionClient"},
		{"the client does not know meta-llama/Llama-3.3-70B-Instruct-Turbo", "the client does not know meta-llama/Llama-3.3-70B-Instruct-Turbo"},
		{"the client does not know deepseek-ai/DeepSeek-R1-Distill-Qwen-32B", "the client does not know deepseek-ai/DeepSeek-R1-Distill-Qwen-32B"},
		{"the client does not know Qwen2.5-Coder-32B-Instruct-AWQ", "the client does not know Qwen2.5-Coder-32B-Instruct-AWQ"},
		{"the client does not know claude-3-5-sonnet-20241022", "the client does not know claude-3-5-sonnet-20241022"},
		{"token cnry-8Kq8-ZtW1-bQp0-sLmN-3vXy", "token ***"},
		{"token cnryAbCdEfGhIjKlMnOpQrStUvWxYz", "token ***"},
		{"token 7f3a9c1e-52b4-cnry-81d6-0e2b4a6c8f10", "token ***"},
		{`write "gpt-4o-mini-2024-07-18"`, `write "gpt-4o-mini-2024-07-18"`},
		{"key ABCD-1Z34-EF9H-5C78-IJK2", "key ***"},
		{"key = sk-proj-cnry0123456789abcdef", "key = sk-proj-***"},
		{"key = bad0ca9a0123456789abcdef01234567", "key = ***"},
		{"token cnry4/Kq8ZtW1b/Qp0sLmN3vXyR7/aa", "token ***"},
		{"token cnryAbCdEfGh/iJkLmNoPqRsTuVwX/yZ", "token ***"},
		{"write http://me:cnry@localhost:11434/v1?a=b", "write http://me:***@localhost:11434/v1?a=b"},
		{"write http://me:cn/ry@localhost:11434/v1", "write http://me:***@localhost:11434/v1"},
		{"ask https://h/v1?key=cnry-word&api-version=2024-02-01", "ask https://h/v1?key=***&api-version=2024-02-01"},
		{"ask https://h:443/v1?key=…", "ask https://h:443/v1?key=…"},
		{"eyJcnry0123456.eyJzdWIi.c2ln", "***"},
	} {
		if got := Mask(c.in); got != c.want {
			t.Errorf("Mask(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
