package autogen

import (
	"regexp"
	"slices"
	"strings"
)

// A Provider is somebody who answers for models.
type Provider struct {
	Name   string
	Hosts  []string // exact, or with a leading "*." any below
	Key    string   // the variable that its own SDK reads
	Models []string // prefixes of model names that only this provider has
	Root   string   // the path below which its host speaks OpenAI's API, where nothing answers above it
}

// Providers lists whom AutoGen's programs talk to (credentials §3.5, §3.7).
var Providers = []*Provider{
	{Name: "openai", Hosts: []string{"api.openai.com"}, Key: "OPENAI_API_KEY", Models: []string{"gpt-3.5", "gpt-4", "gpt-5", "o1", "o3", "o4", "chatgpt-", "text-davinci"}, Root: "/v1"},
	{Name: "azure", Hosts: []string{"*.openai.azure.com", "*.cognitiveservices.azure.com", "*.services.ai.azure.com"}, Key: "AZURE_OPENAI_API_KEY"},
	{Name: "anthropic", Hosts: []string{"api.anthropic.com"}, Key: "ANTHROPIC_API_KEY", Models: []string{"claude-"}, Root: "/v1"},
	{Name: "gemini", Hosts: []string{"generativelanguage.googleapis.com"}, Key: "GEMINI_API_KEY", Models: []string{"gemini-", "models/gemini"}, Root: "/v1beta/openai"},
	{Name: "groq", Hosts: []string{"api.groq.com"}, Key: "GROQ_API_KEY", Root: "/openai/v1"},
	{Name: "mistral", Hosts: []string{"api.mistral.ai"}, Key: "MISTRAL_API_KEY", Models: []string{"mistral-large", "mistral-small-latest", "mistral-medium", "open-mistral", "open-mixtral", "codestral", "ministral"}, Root: "/v1"},
	{Name: "together", Hosts: []string{"api.together.xyz", "api.together.ai"}, Key: "TOGETHER_API_KEY"},
	{Name: "deepseek", Hosts: []string{"api.deepseek.com"}, Key: "DEEPSEEK_API_KEY", Models: []string{"deepseek-chat", "deepseek-reasoner"}},
	{Name: "openrouter", Hosts: []string{"openrouter.ai"}, Key: "OPENROUTER_API_KEY", Root: "/api/v1"},
	{Name: "xai", Hosts: []string{"api.x.ai"}, Key: "XAI_API_KEY", Models: []string{"grok-"}},
	{Name: "cohere", Hosts: []string{"api.cohere.com", "api.cohere.ai"}, Key: "COHERE_API_KEY", Models: []string{"command-r"}},
	{Name: "cerebras", Hosts: []string{"api.cerebras.ai"}, Key: "CEREBRAS_API_KEY"},
	{Name: "github", Hosts: []string{"models.github.ai", "models.inference.ai.azure.com"}, Key: "GITHUB_TOKEN"},
	{Name: "nvidia", Hosts: []string{"integrate.api.nvidia.com"}, Key: "NVIDIA_API_KEY"},
	{Name: "perplexity", Hosts: []string{"api.perplexity.ai"}, Key: "PERPLEXITY_API_KEY", Models: []string{"sonar"}},
	{Name: "fireworks", Hosts: []string{"api.fireworks.ai"}, Key: "FIREWORKS_API_KEY", Models: []string{"accounts/fireworks"}},
	{Name: "dashscope", Hosts: []string{"dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com"}, Key: "DASHSCOPE_API_KEY"},
	{Name: "bedrock"}, {Name: "ollama"}, {Name: "vertex"},
}

// Base is the address at which the provider speaks OpenAI's API, "" where it has none that is everybody's.
func (p *Provider) Base() string {
	if p == nil || len(p.Hosts) == 0 || strings.HasPrefix(p.Hosts[0], "*") || p.Name == "github" {
		return ""
	}
	return "https://" + p.Hosts[0] + p.Root
}

// ByName returns the provider of that name, or nil.
func ByName(name string) *Provider {
	for _, p := range Providers {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// Hostname returns the host and port of a base URL, with or without a scheme.
func Hostname(base string) (host, port string) {
	s := strings.TrimSpace(base)
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	if end := strings.IndexAny(s, "/?#"); end >= 0 {
		s = s[:end]
	}
	s = strings.ToLower(s[strings.LastIndexByte(s, '@')+1:])
	if strings.HasPrefix(s, "[") { // IPv6
		host, port, _ = strings.Cut(s[1:], "]")
		return host, strings.TrimPrefix(port, ":")
	}
	host, port, _ = strings.Cut(s, ":")
	return host, port
}

// ByHost returns the provider that answers at a host, or nil.
func ByHost(host string) *Provider {
	for _, p := range Providers {
		for _, h := range p.Hosts {
			if h == host || strings.HasPrefix(h, "*.") && strings.HasSuffix(host, h[1:]) {
				return p
			}
		}
	}
	return nil
}

// Loopback reports whether a host is this machine itself, so that nothing stands before its servers.
func Loopback(host string) bool {
	return host == "localhost" || host == "0.0.0.0" || host == "::1" || strings.HasPrefix(host, "127.")
}

// LocalHost reports whether a host is this machine or one beside it: any key is right there.
func LocalHost(host string) bool {
	switch host {
	case "localhost", "127.0.0.1", "0.0.0.0", "::1", "host.docker.internal":
		return true
	}
	if strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".internal") || !strings.Contains(host, ".") {
		return true
	}
	return private.MatchString(host)
}

var private = regexp.MustCompile(`^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.)`)

// placeholderHost are hosts that stand in documentation where one's own belongs.
var placeholderHost = regexp.MustCompile(`^(your|my)[-_.]|[-_.](your|my)[-_.]|your[-_]?(resource|endpoint|azure|deployment|openai|host|domain|company|api|org|instance|service)|(^|\.)example\.(com|org|net)$|\.example$|^(wrong|placeholder|resource-?name|endpoint|xxx+)\b|^<|%3c|xxxx|placeholder|^\.|\.\.|\{|insert`)

// PlaceholderHost reports whether a host is one that nobody has.
func PlaceholderHost(host string) bool { return placeholderHost.MatchString(strings.ToLower(host)) }

// ByModel returns the provider whose models alone have such a name, or nil. A name with a slash is a router's.
func ByModel(model string) *Provider {
	if strings.HasPrefix(model, "gpt-oss") || strings.Contains(model, ":") {
		return nil
	}
	for _, p := range Providers {
		for _, m := range p.Models {
			if strings.HasPrefix(model, m) && (strings.Contains(m, "/") || !strings.Contains(model, "/")) {
				if len(m) == 2 && len(model) > 2 && model[2] != '-' { // o1, o3, o4
					continue
				}
				return p
			}
		}
	}
	return nil
}

// apiTypes are the values of api_type and the provider whose client each makes; Microsoft 0.2 matches them as prefixes
// (ms@v0.2.40: oai/client.py:456-568).
var apiTypes = []struct {
	prefix, provider string
	since            string // of Microsoft 0.2
}{
	{"azure", "azure", "0.2.0"}, {"cerebras", "cerebras", "0.2.36"}, {"google", "gemini", "0.2.25"}, {"anthropic", "anthropic", "0.2.30"},
	{"mistral", "mistral", "0.2.30"}, {"together", "together", "0.2.30"}, {"groq", "groq", "0.2.32"}, {"cohere", "cohere", "0.2.32"},
	{"ollama", "ollama", "0.2.36"}, {"bedrock", "bedrock", "0.2.36"},
}

// meantTypes are words for a provider that people write as its api_type, and the type that is meant.
var meantTypes = map[string]string{
	"gemini": "google", "google_genai": "google", "claude": "anthropic", "open_ai": "openai", "azure_openai": "azure", "azure_ad": "azure", "together.ai": "together", "togetherai": "together", "aws": "bedrock",
}

// MeantType returns the api_type that is meant by a value that is none: it is written in another case, or names the model's family.
func MeantType(text string) (string, bool) {
	lower := strings.ToLower(strings.TrimSpace(text))
	if right, ok := meantTypes[lower]; ok {
		return right, true
	}
	_, ok := ag2Types[lower]
	return lower, ok && lower != text
}

// TypeOf returns the api_type that makes a client of the provider's own, or "".
func TypeOf(provider string) string {
	switch provider {
	case "gemini":
		return "google"
	case "azure", "anthropic", "groq", "mistral", "together", "cohere", "cerebras":
		return provider
	}
	return ""
}

// ServesOthers reports whether a provider serves models of others, under names of its own or theirs.
func ServesOthers(provider string) bool {
	switch provider {
	case "openrouter", "github", "nvidia", "together", "fireworks", "azure", "azureai", "bedrock", "groq", "cerebras", "dashscope", "vertex", "perplexity":
		return true
	}
	return false
}

// ChecksTypes reports whether an installation refuses an api_type that it does not know (ag2c@0.8.2: llm_config.py).
func (i Install) ChecksTypes() bool { return i.Gen == AG2 && i.Version.AtLeast(V("0.8.2")) }

// ag2Types are the values that AG2's LLMConfig takes, each with the release that brought it (credentials §2.2).
var ag2Types = map[string]string{
	"anthropic": "0.8.2", "azure": "0.8.2", "bedrock": "0.8.2", "cerebras": "0.8.2", "cohere": "0.8.2", "deepseek": "0.8.2", "google": "0.8.2",
	"groq": "0.8.2", "mistral": "0.8.2", "ollama": "0.8.2", "openai": "0.8.2", "together": "0.8.2", "responses": "0.9.5", "openai_v2": "0.10.2",
	"responses_v2": "0.11.1", "google_vertex": "0.12.3", "anthropic_v2": "0.13.4", "bedrock_v2": "0.13.4",
}

// APITypes lists the values of api_type that AG2 takes in version v.
func APITypes(v Version) []string {
	var out []string
	for name, since := range ag2Types {
		if v.AtLeast(V(since)) {
			out = append(out, name)
		}
	}
	return out
}

// ByAPIType returns the provider that an api_type means to an installation. known is false for a value that is no type: Microsoft
// 0.2 then makes a plain OpenAI client, AG2 since 0.8.2 refuses it.
func ByAPIType(i Install, apiType string) (provider string, known bool) {
	if i.ChecksTypes() {
		since, ok := ag2Types[apiType]
		if !ok || i.Version.Before(V(since)) {
			return "openai", false
		}
		switch apiType {
		case "openai", "responses", "openai_v2", "responses_v2":
			return "openai", true
		case "google", "google_vertex":
			return "gemini", true
		case "anthropic_v2":
			return "anthropic", true
		case "bedrock_v2":
			return "bedrock", true
		}
		return apiType, true
	}
	if apiType == "openai" {
		return "openai", true
	}
	for _, t := range apiTypes {
		if strings.HasPrefix(apiType, t.prefix) && (i.Gen == AG2 || i.Version.AtLeast(V(t.since))) {
			return t.provider, true
		}
	}
	return "openai", false
}

// KeyVariables returns the variables that a client of a provider reads for its key, in order, when the field is not given.
func KeyVariables(g Generation, provider string) []string {
	switch g {
	case V02, AG2:
		switch provider { // ms@v0.2.40, ag2c@0.14.1: oai/<provider>.py
		case "openai", "deepseek":
			return []string{"OPENAI_API_KEY"}
		case "azure":
			return []string{"AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN"}
		case "gemini":
			return []string{"GOOGLE_GEMINI_API_KEY"}
		case "bedrock", "ollama":
			return nil
		}
	case V04:
		switch provider {
		case "openai", "gemini", "anthropic":
			return []string{ByName(provider).Key}
		case "azure":
			return []string{"AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN"}
		case "llama":
			return []string{"LLAMA_API_KEY"} // ms@0.7.5: EXT/models/openai/_openai_client.py:1466
		}
		return nil
	case AG21:
		switch provider {
		case "gemini":
			return []string{"GOOGLE_API_KEY", "GEMINI_API_KEY"} // genai@HEAD: _api_client.py
		case "zai":
			return []string{"ZAI_API_KEY"}
		}
	}
	if p := ByName(provider); p != nil && p.Key != "" {
		return []string{p.Key}
	}
	return nil
}

// RoutedModel returns the provider to which 0.4's OpenAI client sends a model by its name's prefix, when neither base_url nor
// api_key is given (ms@0.7.5: EXT/models/openai/_openai_client.py:1466-1482; gemini- since 0.4.6, claude- since 0.5.0, Llama- since 0.6.0).
func RoutedModel(model string) (provider string, since Version) {
	switch {
	case strings.HasPrefix(model, "gemini-"):
		return "gemini", V("0.4.6")
	case strings.HasPrefix(model, "claude-"):
		return "anthropic", V("0.5.0")
	case strings.HasPrefix(model, "Llama-"):
		return "llama", V("0.6.0")
	}
	return "openai", Version{}
}

// Routes reports whether RoutedModel sends models to the provider.
func Routes(provider string) bool {
	p := ByName(provider)
	return p != nil && slices.ContainsFunc(p.Models, func(prefix string) bool {
		to, _ := RoutedModel(prefix)
		return to == provider
	})
}

// keyVariable maps variables that conventionally hold a key to their provider.
var keyVariable = func() map[string]string {
	out := map[string]string{"GOOGLE_API_KEY": "gemini", "GOOGLE_GEMINI_API_KEY": "gemini", "CO_API_KEY": "cohere", "TOGETHERAI_API_KEY": "together", "CLAUDE_API_KEY": "anthropic", "AZURE_API_KEY": "azure", "AZURE_OPENAI_KEY": "azure"}
	for _, p := range Providers {
		if p.Key != "" {
			out[p.Key] = p.Name
		}
	}
	return out
}()

// VariableProvider returns the provider whose key a variable of that name conventionally holds, or "".
func VariableProvider(name string) string { return keyVariable[name] }

// IsKeyVariable reports whether a variable of that name holds some provider's key.
func IsKeyVariable(name string) bool { return keyVariable[name] != "" }

// spelling is what is left of a variable's name when what people confuse is taken out.
func spelling(name string) string {
	s := strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
	s = strings.ReplaceAll(s, "_", "")
	s = strings.TrimSuffix(s, "S")
	for _, r := range []struct{ from, to string }{{"OPENAPI", "OPENAI"}, {"OPENIA", "OPENAI"}, {"OEPNAI", "OPENAI"}, {"APITOKEN", "KEY"}, {"APIKEY", "KEY"}, {"TOKEN", "KEY"}, {"SECRETKEY", "KEY"}, {"SECRET", "KEY"}, {"KEYAPI", "KEY"}, {"CHATGPT", "OPENAI"}, {"APIBASE", "BASEURL"}, {"APIURL", "BASEURL"}} {
		s = strings.ReplaceAll(s, r.from, r.to)
	}
	return s
}

// slips are ways in which people mistype the name of a provider.
var slips = strings.NewReplacer("OPENAPI", "OPENAI", "OPENIA", "OPENAI", "OEPNAI", "OPENAI", "OPNEAI", "OPENAI", "ANTRHOPIC", "ANTHROPIC", "ANTROPIC", "ANTHROPIC", "GEMNI", "GEMINI")

// Misspelling returns the key's variable whose name was meant by one in which the provider is mistyped.
func Misspelling(name string) (right string, ok bool) {
	right = slips.Replace(name)
	return right, right != name && IsKeyVariable(right)
}

// cousins are spellings that stand for one another in a generation, beyond what spelling evens out (credentials §3.4).
var cousins = map[string][]string{
	"OPENAI_API_KEY":        {"OPENKEY", "OPENAPIKEY", "AIKEY", "GPTKEY", "GPT4KEY", "OPENAIKEY", "OAIKEY", "OPENKEYAI", "OPENAIKEYAPI", "KEY"},
	"AZURE_OPENAI_API_KEY":  {"AZUREKEY", "AZUREOPENAIKEY", "AOAIKEY", "OPENAIAZUREKEY", "AZUREAIKEY"},
	"ANTHROPIC_API_KEY":     {"CLAUDEKEY", "ANTHROPICKEY"},
	"GOOGLE_GEMINI_API_KEY": {"GEMINIKEY", "GOOGLEKEY", "GOOGLEGEMINIKEY", "GOOGLEAIKEY"},
	"GEMINI_API_KEY":        {"GEMINIKEY", "GOOGLEKEY", "GOOGLEGEMINIKEY", "GOOGLEAIKEY"},
	"GOOGLE_API_KEY":        {"GOOGLEGEMINIKEY", "GOOGLEAIKEY"},
	"TOGETHER_API_KEY":      {"TOGETHERAIKEY", "TOGETHERKEY"},
	"COHERE_API_KEY":        {"COKEY", "COHEREKEY"},
	"MISTRAL_API_KEY":       {"MISTRALAIKEY", "MISTRALKEY"},
	"AZURE_OPENAI_ENDPOINT": {"AZUREOPENAIBASEURL", "AZUREENDPOINT", "AZUREBASEURL", "AZUREOPENAIURL", "AZUREOPENAIBASE", "OPENAIENDPOINT", "AZUREOPENAIENDPOINT"},
	"OPENAI_API_VERSION":    {"AZUREOPENAIAPIVERSION", "AZUREOPENAIVERSION", "AZUREAPIVERSION", "OPENAIVERSION", "OPENAIAPIVERSION"},
	"OPENAI_BASE_URL":       {"OPENAIBASEURL", "OPENAIBASE", "OPENAIURL"},
}

// SameMeaning reports whether somebody who sets the variable name meant the variable want: a misspelling, or the name that
// another library or generation reads.
func SameMeaning(name, want string) bool {
	if name == want {
		return false
	}
	s := spelling(name)
	if s == spelling(want) && (VariableProvider(name) == "" || VariableProvider(name) == VariableProvider(want)) {
		return true
	}
	for _, c := range cousins[want] {
		if c == s {
			return true
		}
	}
	return strings.HasSuffix(name, "_"+want) && VariableProvider(name) == "" // MYAPP_OPENAI_API_KEY
}

// StandsForKey reports whether a field of that name authenticates in place of api_key, or may.
func StandsForKey(field string) bool {
	switch field {
	case "azure_ad_token", "azure_ad_token_provider", "model_client_cls", "http_client", "default_headers", "default_query", "auth_token", "credential", "credentials",
		"aws_access_key", "aws_secret_key", "aws_session_token", "aws_profile_name", "aws_region", "project_id", "location", "google_application_credentials", "workload_identity",
		"gcp_project_id", "gcp_region", "gcp_auth_token", "vertexai", "admin_api_key", "bedrock_info", "_enforce_credentials":
		return true
	}
	return false
}

// oldBase are packages that read OPENAI_API_BASE, as openai did before version 1.
var oldBase = map[string]bool{"langchain": true, "langchain_openai": true, "langchain_community": true, "litellm": true, "llama_index": true, "chromadb": true, "crewai": true, "embedchain": true,
	"mem0": true, "gpt_researcher": true, "dspy": true, "langgraph": true, "haystack": true, "smolagents": true, "camel": true, "metagpt": true, "ragas": true, "deepeval": true}

// ReadsOldBase reports whether a module is of a package that reads OPENAI_API_BASE.
func ReadsOldBase(module string) bool {
	top, _, _ := strings.Cut(module, ".")
	return oldBase[top]
}
