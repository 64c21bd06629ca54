package autogen

import (
	"slices"
	"strings"
	"sync"
)

// An Accepted is a field that a configuration may have.
type Accepted struct {
	Name, Doc string
}

// fieldDocs says in a few words what fields are for.
var fieldDocs = map[string]string{
	"model": "the model's name; of Azure, the deployment", "api_key": "the key; without it the client reads its variable", "base_url": "the address of the API",
	"api_type": "whose API it is", "api_version": "the version of Azure's API", "azure_endpoint": "the address of the Azure resource",
	"azure_deployment": "the deployment, where it is not called like the model", "azure_ad_token": "a token in place of a key",
	"azure_ad_token_provider": "a function that gives tokens in place of a key", "organization": "the organization that pays", "project": "the project that pays",
	"timeout": "seconds to wait for an answer", "max_retries": "how often a request is tried again", "default_headers": "headers of every request",
	"default_query": "query parameters of every request", "http_client": "the HTTP client to use", "tags": "words to choose the entry by",
	"model_client_cls": "the class of a client of your own", "price": "dollars for a thousand tokens in and out", "temperature": "how freely the model chooses",
	"top_p": "the share of likely words that the model chooses from", "max_tokens": "the most tokens of an answer", "seed": "a number that makes answers repeat",
	"model_info": "what a model can do whose name is not known", "config_list": "the entries that are tried in order", "cache_seed": "the cache to keep answers in; None keeps none",
	"routing_method": "which entry is asked first", "aws_access_key": "the AWS key", "aws_secret_key": "its secret", "aws_session_token": "a token of AWS",
	"aws_region": "the AWS region", "aws_profile_name": "the AWS profile", "project_id": "the project at Google", "location": "the region at Google",
	"google_application_credentials": "the file with Google's credentials", "client_host": "the address of Ollama", "host": "the address of Ollama",
	"api_host": "the host of the API", "endpoint": "the address of the API", "credential": "the credential object", "auth_token": "a token in place of a key",
	"bedrock_info": "keys and region of AWS", "response_format": "the form of an answer", "allow_format_str_template": "fill templates in messages",
	"stream": "answers come word by word", "streaming": "answers come word by word", "aws_access_key_id": "the AWS key", "aws_secret_access_key": "its secret",
	"profile_name": "the AWS profile", "region_name": "the AWS region", "endpoint_url": "the address of Bedrock", "credentials": "Google's credentials",
}

// entryFields are what an entry of a config_list may have by its provider (credentials §2.1, §2.2; ms@v0.2.40: oai/client.py:380-396,
// ag2c@0.14.1: llm_config/entry.py:35-84, oai/*.py).
var entryFields = map[string]string{
	"":          "model api_key base_url api_type tags temperature top_p max_tokens price response_format model_client_cls",
	"openai":    "organization project timeout max_retries default_headers default_query http_client seed stream",
	"azure":     "api_version azure_endpoint azure_deployment azure_ad_token azure_ad_token_provider timeout max_retries default_headers",
	"gemini":    "project_id location google_application_credentials credentials",
	"anthropic": "aws_access_key aws_secret_key aws_session_token aws_region",
	"bedrock":   "aws_access_key aws_secret_key aws_session_token aws_region aws_profile_name",
	"ollama":    "client_host",
}

// clientFields are what a client of 0.4 takes (credentials §2.4; ms@0.7.5: EXT/models).
var clientFields = map[string]string{
	"openai":    "model api_key base_url organization timeout max_retries default_headers model_info temperature top_p max_tokens seed response_format",
	"azure":     "model api_key azure_endpoint azure_deployment api_version azure_ad_token azure_ad_token_provider base_url timeout max_retries model_info temperature max_tokens",
	"anthropic": "model api_key auth_token base_url timeout max_retries default_headers model_info max_tokens temperature",
	"bedrock":   "model bedrock_info model_info max_tokens temperature",
	"ollama":    "model host model_info response_format",
	"azureai":   "model endpoint credential model_info",
}

// configFields are what a configuration of AG2 1.x takes (credentials §2.3).
var configFields = map[string]string{
	"openai":    "model api_key base_url temperature top_p streaming max_tokens organization project timeout max_retries default_headers default_query http_client",
	"anthropic": "model api_key base_url max_tokens", "gemini": "model api_key", "vertex": "model credentials project location",
	"bedrock": "model aws_access_key_id aws_secret_access_key aws_session_token profile_name region_name endpoint_url", "ollama": "model host",
	"dashscope": "model api_key base_url", "xai": "model api_key api_host", "zai": "model api_key base_url", "mistral": "model api_key server_url",
}

// topFields are what may stand beside config_list (credentials §2.1, §2.2).
const topFields = "config_list temperature top_p max_tokens timeout cache_seed seed allow_format_str_template response_format"

// Accepts lists the fields that a configuration of g may have whose client is provider's; of one that is not known, those of all. Of
// 0.2 and AG2 it is an entry of a config_list.
func Accepts(g Generation, provider string) []Accepted {
	switch g {
	case V04:
		return named(pick(clientFields, provider))
	case AG21:
		return named(pick(configFields, provider))
	}
	return named(entryFields[""] + " " + pick(entryFields, provider))
}

// AcceptsBeside lists what may stand beside a config_list.
func AcceptsBeside() []Accepted { return named(topFields) }

// pick returns what a provider's are, or of a provider that is not known those of all.
func pick(fields map[string]string, provider string) string {
	if _, ok := fields[provider]; ok || ByName(provider) != nil {
		return fields[provider]
	}
	all := ""
	for _, p := range []string{"openai", "azure", "anthropic", "gemini", "bedrock", "ollama", "azureai", "vertex"} {
		all += " " + fields[p]
	}
	return all
}

// named makes a list of names, each once.
func named(names string) []Accepted {
	var out []Accepted
	seen := map[string]bool{}
	for _, n := range strings.Fields(names) {
		if !seen[n] {
			seen[n] = true
			out = append(out, Accepted{n, fieldDocs[n]})
		}
	}
	return out
}

// APITypesOf lists the values of api_type that every installation of set takes that has the field.
func APITypesOf(set Set) []string {
	var out []string
	names := []string{"openai"}
	for _, t := range apiTypes {
		names = append(names, t.prefix)
	}
	if len(set.Of(V02)) == 0 { // which takes any longer word for the same
		names = append(names, APITypes(V("999"))...)
	}
	seen := map[string]bool{"": true}
	for _, name := range names {
		if seen[name] {
			continue
		}
		seen[name] = true
		if of := set.Of(V02, AG2); len(of) > 0 && of.All(func(i Install) bool { _, known := ByAPIType(i, name); return known }) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// KeyVariablesOf lists the variables that clients of g read for their keys and addresses, by provider.
func KeyVariablesOf(g Generation) []Accepted {
	var out []Accepted
	seen := map[string]bool{}
	add := func(name, doc string) {
		if !seen[name] {
			seen[name] = true
			out = append(out, Accepted{name, doc})
		}
	}
	for _, p := range Providers {
		for _, name := range KeyVariables(g, p.Name) {
			add(name, "the key of "+p.Name)
		}
	}
	add("OPENAI_BASE_URL", "the address of OpenAI's API")
	add("AZURE_OPENAI_ENDPOINT", "the address of the Azure resource")
	add("OPENAI_API_VERSION", "the version of Azure's API")
	return out
}

// AskedVariables are the variables that clients of any generation read themselves, sorted.
var AskedVariables = sync.OnceValue(func() []string {
	var out []string
	for _, g := range []Generation{V02, AG2, V04, AG21} {
		for _, v := range KeyVariablesOf(g) {
			out = append(out, v.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
})
