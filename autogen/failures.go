package autogen

import "strings"

// A Failure is an exception as a user sees it.
type Failure struct {
	Exception string
	Text      string
	Versions  string   // when installations differ
	Bases     []string // classes that an except clause may name instead
}

// openaiBases are what openai's exceptions derive from (oai@v1.55.0: _exceptions.py).
var openaiBases = []string{"openai.OpenAIError", "openai.APIError", "openai.APIStatusError", "Exception"}

// NoItem is what a dict or os.environ raises that has no such name.
func NoItem(name string) Failure { return Failure{Exception: "KeyError", Text: "'" + name + "'"} }

// NoSetting is what a settings class of pydantic's raises that finds nothing for a required field.
func NoSetting(class, field string) Failure {
	return Failure{Exception: "pydantic_core._pydantic_core.ValidationError", Bases: []string{"ValueError"}, Text: "1 validation error for " + class + ": " + field + " Field required"}
}

// MissingKey is what a client raises that finds no key.
func MissingKey(set Set, g Generation, provider string) []Failure {
	switch provider {
	case "openai", "deepseek":
	case "azure":
		return []Failure{{Exception: "openai.OpenAIError", Bases: openaiBases, Text: "Missing credentials. Please pass one of `api_key`, `azure_ad_token`, `azure_ad_token_provider`, or the `AZURE_OPENAI_API_KEY` or `AZURE_OPENAI_AD_TOKEN` environment variables."}}
	case "azureai": // azure-core@1.35: azure/core/credentials.py:73
		return []Failure{{Exception: "TypeError", Text: "key must be a string."}}
	case "anthropic":
		if g == V04 || g == AG21 {
			return []Failure{{Exception: "TypeError", Text: "Could not resolve authentication method. Expected either api_key or auth_token to be set."}}
		}
		return []Failure{{Exception: "ValueError", Text: "API key or AWS credentials are required to use the Anthropic API."}}
	case "gemini":
		if g == AG21 {
			return []Failure{{Exception: "ValueError", Text: "No API key was provided. Please pass a valid API key."}}
		}
		if g == V02 || g == AG2 { // it is then taken for Vertex AI (run)
			return []Failure{{Exception: "google.auth.exceptions.GoogleAuthError", Text: "Unable to find your project. Please provide a project ID by:"}}
		}
	case "xai": // xai_sdk@1.21.0: aio/client.py:44
		if g == AG21 {
			return []Failure{{Exception: "ValueError", Text: "Trying to read the xAI API key from the XAI_API_KEY environment variable but it doesn't exist."}}
		}
	case "zai": // zai_sdk@0.2.3: _client.py:85
		return []Failure{{Exception: "zai.core._errors.ZaiError", Text: "api_key not provided, please provide it through parameters or environment variables"}}
	case "dashscope": // dashscope@2.0.2: common/api_key.py:15
		if g == AG21 {
			return []Failure{{Exception: "dashscope.common.error.AuthenticationError", Text: "No api key provided."}}
		}
	case "groq", "together", "cohere", "cerebras", "mistral":
		if g == AG21 { // mistralai@3.7.0: utils/security.py:79, asked without a key
			return []Failure{{Exception: "mistralai.client.errors.sdkerror.SDKError", Text: "API error occurred: Status 401"}}
		}
		if g == V02 || g == AG2 {
			return []Failure{{Exception: "AssertionError", Text: "Please include the api_key in your config list entry for " + title[provider] + " or set the " + ByName(provider).Key + " env variable."}}
		}
	}
	var out []Failure
	if set.Any(func(i Install) bool { return i.OpenAI.Before(V("2.34")) }) {
		out = append(out, Failure{Exception: "openai.OpenAIError", Bases: openaiBases, Versions: "openai < 2.34", Text: "The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable"})
	}
	if set.Any(func(i Install) bool { return i.OpenAI.AtLeast(V("2.34")) }) {
		out = append(out, Failure{Exception: "openai.OpenAIError", Bases: openaiBases, Versions: "openai >= 2.34", Text: "Missing credentials. Please pass an `api_key`, `workload_identity`, `admin_api_key`, or set the `OPENAI_API_KEY` or `OPENAI_ADMIN_KEY` environment variable."})
	}
	return single(out)
}

var title = map[string]string{"groq": "Groq", "together": "Together.AI", "cohere": "Cohere", "cerebras": "Cerebras", "mistral": "Mistral"}

// single drops the version where there is one failure only.
func single(fs []Failure) []Failure {
	if len(fs) == 1 {
		fs[0].Versions = ""
	}
	return fs
}

// BlankKey is what a client raises whose key is "" (credentials §1.1, run).
func BlankKey(set Set, provider string) []Failure {
	if provider == "azureai" {
		return []Failure{Unauthorized(V04, provider)}
	}
	if provider != "openai" && provider != "azure" && provider != "deepseek" {
		return nil
	}
	var out []Failure
	if set.Any(func(i Install) bool { return i.OpenAI.Before(V("1.92.3")) }) {
		out = append(out, Failure{Exception: "openai.APIConnectionError", Bases: openaiBases, Versions: "openai < 1.92.3", Text: "Connection error."})
	}
	if set.Any(func(i Install) bool { return i.OpenAI.AtLeast(V("1.92.3")) && i.OpenAI.Before(V("2.34")) }) {
		out = append(out, Failure{Exception: "openai.AuthenticationError", Bases: openaiBases, Versions: "openai 1.92.3 to 2.33", Text: "Error code: 401"})
	}
	if set.Any(func(i Install) bool { return i.OpenAI.AtLeast(V("2.34")) }) {
		out = append(out, Failure{Exception: "openai.OpenAIError", Bases: openaiBases, Versions: "openai >= 2.34", Text: "Missing credentials."})
	}
	return single(out)
}

// Unauthorized is a refused key.
func Unauthorized(g Generation, provider string) Failure {
	switch provider {
	case "anthropic":
		return Failure{Exception: "anthropic.AuthenticationError", Bases: []string{"anthropic.APIStatusError", "anthropic.APIError", "anthropic.AnthropicError"}, Text: "Error code: 401 - invalid x-api-key"}
	case "gemini":
		if g == V04 {
			break
		}
		return Failure{Exception: "google.genai.errors.ClientError", Text: "400 INVALID_ARGUMENT. API key not valid. Please pass a valid API key."}
	case "azureai": // run
		return Failure{Exception: "azure.core.exceptions.ClientAuthenticationError", Bases: []string{"azure.core.exceptions.HttpResponseError", "azure.core.exceptions.AzureError"}, Text: "Operation returned an invalid status 'Unauthorized'"}
	case "azure":
		return Failure{Exception: "openai.AuthenticationError", Bases: openaiBases, Text: "Error code: 401 - Access denied due to invalid subscription key or wrong API endpoint."}
	case "mistral":
		if g == V02 || g == AG2 {
			return Failure{Exception: "mistralai.models.sdkerror.SDKError", Text: "API error occurred: Status 401"} // run
		}
	case "groq", "together", "cerebras", "cohere":
		if g == AG2 && provider == "groq" { // run
			return Failure{Exception: "groq.AuthenticationError", Bases: []string{"groq.APIStatusError", "groq.APIError", "groq.GroqError"}, Text: "Error code: 401 - Incorrect API key provided"}
		}
		if g == AG2 && provider == "together" { // run
			return Failure{Exception: "together.error.AuthenticationError", Bases: []string{"together.error.TogetherException"}, Text: "Error code: 401 - Incorrect API key provided"}
		}
		if g == V02 || g == AG2 {
			return Failure{Exception: "RuntimeError", Text: title[provider] + " exception occurred: Error code: 401"}
		}
	}
	return Failure{Exception: "openai.AuthenticationError", Bases: openaiBases, Text: "Error code: 401 - Incorrect API key provided"}
}

// FlawFailure is what comes of a key with a flaw in its form; false where the SDK mends it: Google's strips the key
// (genai@2.34: _api_client.py:1059), Mistral's takes it with Bearer before it (mistralai@1.5: utils/security.py:164). The rest was run.
func FlawFailure(g Generation, provider string, flaw Flaw) (Failure, bool) {
	switch flaw {
	case Trailing:
		return illegalHeader(g, provider), provider != "gemini"
	case InnerBreak:
		return illegalHeader(g, provider), true
	case Leading:
		if provider == "anthropic" || provider == "azure" { // whose header holds the key alone
			return illegalHeader(g, provider), true
		}
		return Unauthorized(g, provider), provider != "gemini"
	case Bearer:
		return Unauthorized(g, provider), provider != "mistral"
	case NonASCII:
		return notASCII(g, provider), true
	}
	return Unauthorized(g, provider), true
}

// illegalHeader is what a key raises that is no legal header value. Its exception is "" where it is not known.
func illegalHeader(g Generation, provider string) Failure {
	const text = "Connection error. (Illegal header value)"
	switch provider {
	case "openai", "azure", "deepseek":
		return Failure{Exception: "openai.APIConnectionError", Bases: openaiBases, Text: text}
	case "anthropic":
		return Failure{Exception: "anthropic.APIConnectionError", Bases: []string{"anthropic.APIError", "anthropic.AnthropicError"}, Text: text}
	case "mistral":
		if g == V02 || g == AG2 {
			return Failure{Exception: "httpx.LocalProtocolError", Bases: []string{"httpx.ProtocolError", "httpx.TransportError", "httpx.RequestError", "httpx.HTTPError"}, Text: "Illegal header value"}
		}
	case "groq":
		if g == AG2 {
			return Failure{Exception: "groq.APIConnectionError", Bases: []string{"groq.APIError", "groq.GroqError"}, Text: text}
		}
	}
	if g == V02 && (provider == "groq" || provider == "together") {
		return Failure{Exception: "RuntimeError", Text: title[provider] + " exception occurred"}
	}
	return Failure{Text: text}
}

// notASCII is what a key raises that is not ASCII.
func notASCII(g Generation, provider string) Failure {
	switch {
	case g == V02 && (provider == "groq" || provider == "together"):
		return Failure{Exception: "RuntimeError", Text: title[provider] + " exception occurred: codec can't encode character"}
	case g == AG21 && provider == "anthropic":
		return Unauthorized(g, provider) // it is sent as UTF-8
	}
	return Failure{Exception: "UnicodeEncodeError", Text: "'ascii' codec can't encode character"}
}

// NotFound is a path or deployment that is not there.
func NotFound() Failure {
	return Failure{Exception: "openai.NotFoundError", Bases: openaiBases, Text: "Error code: 404 - Resource not found"}
}

// NoDeployment is a deployment that Azure does not have.
func NoDeployment() Failure {
	return Failure{Exception: "openai.NotFoundError", Bases: openaiBases, Text: "Error code: 404 - The API deployment for this resource does not exist."}
}

// NoModel is a model that the provider does not have.
func NoModel(provider string) Failure {
	if provider == "anthropic" {
		return Failure{Exception: "anthropic.NotFoundError", Bases: []string{"anthropic.APIStatusError", "anthropic.APIError", "anthropic.AnthropicError"}, Text: "Error code: 404 - not_found_error: model"}
	}
	return Failure{Exception: "openai.NotFoundError", Bases: openaiBases, Text: "Error code: 404 - The model does not exist or you do not have access to it."}
}

// NeedsInfo is what 0.4's clients raise for a model that they do not know.
func NeedsInfo() Failure {
	return Failure{Exception: "ValueError", Text: "model_info is required when model name is not a valid OpenAI model"}
}

// RefusedType is what AG2 raises for an api_type that it does not know.
func RefusedType() Failure {
	return Failure{Exception: "pydantic_core._pydantic_core.ValidationError", Bases: []string{"ValueError"}, Text: "Input tag found using 'api_type' does not match any of the expected tags"}
}

// OllamaAway is what Ollama's client raises when nobody answers. Microsoft's 0.2 makes another exception of it (run).
func OllamaAway(g Generation) Failure {
	if g == V02 {
		return Failure{Exception: "RuntimeError", Text: "Ollama exception occurred: Failed to connect to Ollama. Please check that Ollama is downloaded, running and accessible."}
	}
	return Failure{Exception: "ConnectionError", Text: "Failed to connect to Ollama. Please check that Ollama is downloaded, running and accessible."}
}

// OllamaNotFound is what Ollama's client raises for a path that is not there.
func OllamaNotFound(g Generation) Failure {
	if g == V02 {
		return Failure{Exception: "RuntimeError", Text: "Ollama exception occurred: 404 page not found"}
	}
	return Failure{Exception: "ollama._types.ResponseError", Text: "404 page not found"}
}

// ConnectionFailed is a host or URL that cannot be reached.
func ConnectionFailed() Failure {
	return Failure{Exception: "openai.APIConnectionError", Bases: openaiBases, Text: "Connection error."}
}

// UnexpectedField is what the SDK raises at the call for a field that it does not know.
func UnexpectedField(name string) Failure {
	return Failure{Exception: "TypeError", Text: "Completions.create() got an unexpected keyword argument '" + name + "'"}
}

// Refused is what AG2's pydantic models raise.
func Refused(text string) Failure {
	return Failure{Exception: "pydantic_core._pydantic_core.ValidationError", Bases: []string{"ValueError"}, Text: text}
}

// NoSuchField is what an installation of Microsoft 0.2 or AG2 makes of a field that no client has, in an entry or beside its
// config_list, and whether that shows only when a model is asked (credentials §2.1, §2.2; run). It is zero where nothing fails.
// checked is false for an OpenAIWrapper, which AG2 does not check.
func NoSuchField(i Install, name string, beside, checked bool) (f Failure, atCall bool) {
	switch {
	case i.Gen == V02 || !checked || i.Version.Before(V("0.8.2")):
		return UnexpectedField(name), true
	case i.Version.Before(V("0.9.8")):
		return Refused("Extra inputs are not permitted"), false
	case !beside:
		return UnexpectedField(name), true
	case i.Version.Before(V("0.11.1")):
		return Refused("1 validation error for _LLMConfig: model Field required"), false // what is left over becomes an entry of its own
	}
	return Failure{Exception: "TypeError", Text: "LLMConfig.__init__() got an unexpected keyword argument '" + name + "'"}, false
}

// UnexpectedOption is what the SDK's client raises for an option that only Azure's takes.
func UnexpectedOption(name string) Failure {
	return Failure{Exception: "TypeError", Text: "OpenAI.__init__() got an unexpected keyword argument '" + name + "'"}
}

// NoAPIVersion is an Azure client that finds no API version (oai@v1.55.0: lib/azure.py:184).
func NoAPIVersion() Failure {
	return Failure{Exception: "ValueError", Text: "Must provide either the `api_version` argument or the `OPENAI_API_VERSION` environment variable"}
}

// Texts of failures that a configuration without a model ends in (ms@v0.2.40: agentchat/conversable_agent.py:268; oai@v1.55.0).
const (
	ModelWanted       = "When using OpenAI or Azure OpenAI endpoints, specify a non-empty 'model' either in 'llm_config' or in each config of 'config_list'."
	ModelWantedAtCall = "Missing required arguments; Expected either ('messages' and 'model') or ('messages', 'model' and 'stream') arguments to be given"
)

// NothingFits begins what LLMConfig.where raises when no entry fits (ag2c@0.14.0: llm_config/config.py).
const NothingFits = "No config found that satisfies the filter criteria"

// WrappedClient is what OpenAIAssistantAgent makes of a client of AutoGen's (ms@0.7.5: EXT/agents/openai/_openai_assistant_agent.py:259).
func WrappedClient() Failure {
	return Failure{Exception: "ValueError",
		Text: "Incorrect client passed to OpenAIAssistantAgent. Please use an OpenAI AsyncClient instance instead of an AutoGen ChatCompletionClient instance."}
}

// NoProvider is what load_component raises for a provider without a dot that is no alias (ms@0.7.5: CORE/_component_config.py:224).
const NoProvider = "Invalid"

// NothingLeft is what AG2 says of a config_list without an entry, and so LLMConfig.from_json where its filter leaves none.
const NothingLeft = "List should have at least 1 item after validation"

// NoBuilder is what AgentBuilder says where none of the models that it may build with is in the file (ms@v0.2.40:
// agentchat/contrib/agent_builder.py:221).
const NoBuilder = "Fail to initialize build manager"

// Unfit reports whether a refusal says that no entry of a configuration fits a filter.
func Unfit(text string) bool {
	return strings.HasPrefix(text, NothingFits) || text == NothingLeft || text == NoBuilder
}

// NotAConfig is what an installation of Microsoft 0.2 or AG2 raises for an llm_config that is no dict (credentials §1.2, §2.2; run).
// AG2 since 0.9.10 takes what it can spread into entries: there it fails only if spreads is set, with text.
func NotAConfig(i Install, spreads bool, text string) Failure {
	switch {
	case i.Gen == V02 || i.Version.Before(V("0.8.2")):
		return Failure{Exception: "AssertionError", Text: "llm_config must be a dict or False or None."}
	case i.Version.Before(V("0.9.10")):
		return Failure{Exception: "ValueError", Text: "llm_config must be a LLMConfig, dict or False or None."}
	case !spreads:
		return Failure{}
	case strings.Contains(text, "validation error"):
		return Refused(text)
	}
	return Failure{Exception: "TypeError", Text: text}
}

// NoEndpoint is an Azure client that finds no endpoint (oai@v1.55.0: lib/azure.py:197).
func NoEndpoint() Failure {
	return Failure{Exception: "ValueError", Text: "Must provide one of the `base_url` or `azure_endpoint` arguments, or the `AZURE_OPENAI_ENDPOINT` environment variable"}
}
