package autogen

import "strings"

// nearFields are spellings of fields that carry a credential or an address, evened out, and what is meant (credentials §2.1, §2.4). None
// of them is a field of any version.
var nearFields = map[string]string{
	"apikey": "api_key", "openaiapikey": "api_key", "openaikey": "api_key", "azureapikey": "api_key", "azureopenaiapikey": "api_key", "apikeys": "api_key", "apitoken": "api_key",
	"key": "api_key", "token": "api_key", "secretkey": "api_key", "apisecret": "api_key", "anthropicapikey": "api_key", "groqapikey": "api_key", "geminiapikey": "api_key", "accesstoken": "api_key",
	"baseurl": "base_url", "url": "base_url", "apiurl": "base_url", "openaibaseurl": "base_url", "apibaseurl": "base_url", "openaiapibase": "base_url", "apibase": "base_url", "endpoint": "base_url", "apiendpoint": "base_url", "apihost": "base_url",
	"apikeyenv": "", "apikeyenvvar": "", "apikeyvar": "", "apikeyname": "", "keyenv": "", "envkey": "", "keyname": "",
	"headers": "default_headers", "apitype": "api_type", "apiversion": "api_version", "azureendpointurl": "azure_endpoint", "organisation": "organization",
	"modelname": "model", "modelid": "model", "modeltype": "model", "azuredeploymentname": "azure_deployment", "deploymentname": "azure_deployment", "deployment": "azure_deployment",
}

// foreignFields are fields of an llm_config or its entries that AG2 1.x's configurations have no place for; most mean nothing there.
var foreignFields = map[string]bool{
	"api_type": true, "api_version": true, "azure_endpoint": true, "azure_deployment": true, "config_list": true, "llm_config": true,
	"cache_seed": true, "tags": true, "price": true, "client_host": true,
}

// accepted reports whether some client of the kind takes a name as it is, though it looks like a near miss.
func accepted(name string, g Generation, provider string) bool {
	switch name {
	case "api_key", "base_url", "api_type", "api_version", "azure_endpoint", "azure_deployment", "organization", "model", "host":
		return true
	case "endpoint":
		return provider == "azureai"
	}
	return sends(g, name)
}

// NearField returns the field that was meant by a name that the client has in no version; right is empty where it has no such field
// at all. provider is whose client it is.
func NearField(name string, c *Class, provider string) (right string, ok bool) {
	if c.Gen == AG21 {
		return nearConfigField(name, c)
	}
	if c.Gen == V04 && provider == "ollama" && name == "base_url" {
		return "host", true // ms@0.7.5: EXT/models/ollama/_ollama_client.py:62
	}
	if takes, known := Takes(c.Gen, c.Name, name); takes && known || accepted(name, c.Gen, provider) {
		return "", false
	}
	right, ok = nearFields[Evened(name)]
	if _, old := legacy[name]; old && (c.Gen != V04 || name != "deployment_name") {
		return "", false // LegacyField's
	}
	switch {
	case !ok:
		return "", false
	case c.Gen == V04 && right == "api_type":
		return "", false // there is none in 0.4, and it is passed over in silence
	case c.Gen == V04 && provider == "azureai":
		return "", false // what it needs are objects under other names
	case c.Gen == V04 && right != "model":
		right = newName(right, provider)
	}
	return right, right != name
}

// nearParameters are names by which people give an agent its model, evened out, that no release takes.
var nearParameters = map[string]bool{
	"llm": true, "llmconf": true, "llmcfg": true, "llmconfiguration": true, "llmconfiglist": true, "config": true, "modelconfig": true, "model": true, "client": true, "modelclientconfig": true, "llmclient": true,
}

// NearParameter reports whether an agent refuses a parameter by which it was meant to get its model; right is the parameter that
// it takes, and into tells that what is given belongs into that one's value.
func NearParameter(name string, c *Class) (right string, into, ok bool) {
	path := c.Name
	if c.Gen == V02 {
		switch strings.TrimPrefix(c.Name, "autogen.") {
		case "ConversableAgent", "AssistantAgent", "UserProxyAgent", "GroupChatManager": // all others have parameters of their own
			path = "autogen.ConversableAgent" // theirs go on to it (ms@v0.2.40: agentchat/assistant_agent.py, ag2c@0.14.1: the same)
		default:
			return "", false, false
		}
	}
	if c.LLMParam == "" || strings.HasPrefix(name, "_") {
		return "", false, false
	}
	for _, g := range []Generation{c.Gen, AG2} {
		if takes, known := Takes(g, path, name); g == c.Gen && !known || takes && (g == c.Gen || c.Gen == V02) {
			return "", false, false
		}
	}
	_, field := nearFields[Evened(name)]
	switch {
	case c.Gen == V02 && (name == "config_list" || name == "model" || name == "api_key" || name == "base_url" || field):
		return c.LLMParam, true, true
	case nearParameters[Evened(name)], OneLetterOff(Evened(name), Evened(c.LLMParam)):
		return c.LLMParam, false, true
	}
	return "", false, false
}

// nearConfigField is NearField for the configurations of AG2 1.x, which refuse what they do not know.
func nearConfigField(name string, c *Class) (string, bool) {
	if takes, known := Takes(AG21, c.Name, name); takes || !known {
		return "", false
	}
	if _, old := legacy[name]; old {
		return "", false // LegacyField's
	}
	right, near := nearFields[Evened(name)]
	if own := configNames[c.Provider][right]; near && own != "" {
		right = own
	}
	if own := configNames[c.Provider][name]; own != "" {
		right, near = own, true
	}
	takes, _ := Takes(AG21, c.Name, right)
	switch {
	case near && takes:
		return right, true
	case near, foreignFields[name]:
		return "", true
	}
	return "", false
}

// configNames are fields that a configuration of AG2 1.x has under a name of its own, by what other configurations, AG2's LLMConfig
// and the SDKs call them (ag2@1.2.1: config/ollama/config.py:37, config/xai/config.py:55, config/mistral/config.py:62,
// config/bedrock/config.py:49; ag2c@0.14.1: oai/bedrock.py).
var configNames = map[string]map[string]string{
	"ollama":  {"base_url": "host", "client_host": "host"},
	"xai":     {"base_url": "api_host"},
	"mistral": {"base_url": "server_url", "endpoint": "server_url"},
	"bedrock": {
		"base_url": "endpoint_url", "aws_access_key": "aws_access_key_id", "aws_secret_key": "aws_secret_access_key", "aws_profile_name": "profile_name",
		"profile": "profile_name", "aws_region": "region_name", "region": "region_name", "aws_region_name": "region_name",
	},
}

// Evened takes case and separators out of a field's name.
func Evened(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
}

// besideList are what an llm_config may have beside config_list in every AG2 since 0.8.2 that takes more than the list there
// (ag2c@0.9.10, 0.14.0: llm_config/config.py; ag2c@0.9: llm_config.py:250).
var besideList = map[string]bool{
	"config_list": true, "top_p": true, "temperature": true, "max_tokens": true, "max_new_tokens": true, "check_every_ms": true, "allow_format_str_template": true, "response_format": true,
	"timeout": true, "seed": true, "cache_seed": true, "parallel_tool_calls": true, "tools": true, "functions": true, "routing_method": true,
}

// BesideList reports whether some AG2 takes a field of that name beside config_list.
func BesideList(name string) bool { return besideList[name] }

// legacy are fields of openai 0.x and AutoGen 0.1, and what took their place (ms@v0.2.40: website/docs/Migration-Guide.md).
var legacy = map[string]string{
	"api_base": "base_url", "request_timeout": "timeout", "engine": "model", "deployment_id": "model", "deployment_name": "model", "use_cache": "cache_seed", "retry_wait_time": "max_retries",
	"max_retry_period": "max_retries", "api_key_path": "api_key", "openai_api_base": "base_url", "retry_timeout": "max_retries",
}

// LegacyField returns what took the place of a field of openai 0.x; right is empty where nothing did. provider is whose client it is.
func LegacyField(name string, c *Class, provider string) (right string, ok bool) {
	right, ok = legacy[name]
	switch c.Gen {
	case V04:
		if name == "deployment_name" {
			return "", false // a near miss of azure_deployment there
		}
		right = newName(right, provider)
	case AG21:
		if takes, known := Takes(AG21, c.Name, name); takes || !known {
			return "", false
		}
		if takes, _ := Takes(AG21, c.Name, right); !takes {
			right = ""
		}
	}
	return right, ok
}

// newName is what a field of 0.2 is called in 0.4's client of a provider; empty where there is none.
func newName(right, provider string) string {
	switch right + " of " + provider {
	case "base_url of azure":
		return "azure_endpoint"
	case "base_url of ollama":
		return "host"
	case "model of azure":
		return "azure_deployment"
	}
	if right == "model" || right == "cache_seed" {
		return ""
	}
	return right
}

// InDotenvMap reports whether a model of config_list_from_dotenv's map may have a field of that name.
func InDotenvMap(name string) bool {
	switch name {
	case "api_key_env_var", "base_url", "api_type", "api_version":
		return true
	}
	return false
}

// DotenvMapField returns the field of the map that was meant by a name that it does not have; right is empty where that is not sure.
func DotenvMapField(name string) (right string, old bool) {
	right, old = legacy[name]
	if !old {
		right = nearFields[Evened(name)]
	}
	if !InDotenvMap(right) {
		right = ""
	}
	return right, old
}
