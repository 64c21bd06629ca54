package autogen

import "strings"

// Kind is what a class is to AutoGen.
type Kind uint8

// The kinds of class.
const (
	Agent       Kind = iota // takes a configuration, or a client, and answers with a model
	NoLLMAgent              // an agent whose default is to have no model
	Manager                 // chooses speakers, with a model of its own if it is given one
	GroupChat               // holds the members of a conversation
	Team                    // 0.4's groups of agents
	ModelClient             // builds an SDK client when it is constructed
	Wrapper                 // OpenAIWrapper: builds one SDK client for each entry
	LLMConfig               // AG2's configuration object: checks, but builds nothing
	ConfigEntry             // AG2's entry objects
	ModelConfig             // AG2 1.x: builds the SDK client when a question is asked
	SDKAgent                // 0.4's agent that takes a client of openai's own
)

// A Class is a class of AutoGen or AG2.
type Class struct {
	Name        string // qualified, as its documentation imports it
	Kind        Kind
	Gen         Generation
	Params      []string // positional parameters of the constructor
	LLMParam    string   // the parameter that takes the configuration or the client
	LLMPosition int      // its position, or -1
	Provider    string   // of a client, entry or config: whose it is
	Bases       []string
}

// The positional parameters of the classic agents; AG2 added others behind them.
var (
	classic   = positional("v02", "autogen.ConversableAgent")
	assistant = positional("v02", "autogen.AssistantAgent")
	proxy     = positional("v02", "autogen.UserProxyAgent")
)

func classicAgent(name string, kind Kind, params []string) *Class {
	c := &Class{Name: "autogen." + name, Kind: kind, Gen: V02, Params: params, LLMParam: "llm_config", LLMPosition: -1}
	for i, p := range params {
		if p == "llm_config" {
			c.LLMPosition = i
		}
	}
	return c
}

// classicClasses are the classes of module autogen, by their own names: a class has one name there, whatever module it is imported
// from (credentials §1.2, §1.3).
var classicClasses = func() map[string]*Class {
	out := map[string]*Class{}
	put := func(kind Kind, params []string, names string) {
		for _, n := range strings.Fields(names) {
			out[n] = classicAgent(n, kind, params)
		}
	}
	// LLaVAAgent is none of them: its base_url names a model of Replicate (ag2c@0.10.4: agentchat/contrib/llava_agent.py:139).
	put(Agent, classic, "ConversableAgent MultimodalConversableAgent TextAnalyzerAgent CriticAgent SubCriticAgent QuantifierAgent SocietyOfMindAgent CompressibleAgent WebSurferAgent SwarmAgent CaptainAgent ReasoningAgent DocAgent DeepResearchAgent WikipediaAgent DiscordAgent SlackAgent TelegramAgent TimeReplyAgent TimeToolAgent A2UIAgent")
	put(Agent, assistant, "AssistantAgent RetrieveAssistantAgent TeachableAgent")
	put(Agent, []string{"name", "instructions", "llm_config", "assistant_config", "overwrite_instructions", "overwrite_tools"}, "GPTAssistantAgent")
	put(NoLLMAgent, proxy, "UserProxyAgent MathUserProxyAgent RetrieveUserProxyAgent QdrantRetrieveUserProxyAgent CaptainUserProxyAgent")
	put(Manager, positional("v02", "autogen.GroupChatManager"), "GroupChatManager")
	put(GroupChat, positional("v02", "autogen.GroupChat"), "GroupChat")
	put(GroupChat, nil, "AutoPattern RoundRobinPattern RandomPattern ManualPattern DefaultPattern")
	out["SocietyOfMindAgent"].Params, out["SocietyOfMindAgent"].LLMPosition = []string{"name", "chat_manager"}, -1
	out["RetrieveUserProxyAgent"].Params, out["RetrieveUserProxyAgent"].LLMPosition = []string{"name", "human_input_mode", "is_termination_msg", "retrieve_config"}, -1
	out["MathUserProxyAgent"].Params, out["MathUserProxyAgent"].LLMPosition = []string{"name", "is_termination_msg", "human_input_mode"}, -1
	for _, n := range []string{"GroupChat", "AutoPattern", "RoundRobinPattern", "RandomPattern", "ManualPattern", "DefaultPattern"} {
		out[n].LLMParam = ""
	}
	out["OpenAIWrapper"] = &Class{Name: "autogen.OpenAIWrapper", Kind: Wrapper, Gen: V02, LLMPosition: -1}
	out["LLMConfig"] = &Class{Name: "autogen.LLMConfig", Kind: LLMConfig, Gen: AG2, LLMPosition: -1}
	for name, provider := range map[string]string{ // ag2c@0.14.1: autogen/oai/*.py
		"OpenAILLMConfigEntry": "openai", "AzureOpenAILLMConfigEntry": "azure", "DeepSeekLLMConfigEntry": "deepseek", "OpenAIResponsesLLMConfigEntry": "openai",
		"OpenAIV2LLMConfigEntry": "openai", "AnthropicLLMConfigEntry": "anthropic", "AnthropicV2LLMConfigEntry": "anthropic", "GeminiLLMConfigEntry": "gemini",
		"BedrockLLMConfigEntry": "bedrock", "CerebrasLLMConfigEntry": "cerebras", "CohereLLMConfigEntry": "cohere", "GroqLLMConfigEntry": "groq",
		"MistralLLMConfigEntry": "mistral", "OllamaLLMConfigEntry": "ollama", "TogetherLLMConfigEntry": "together",
	} {
		out[name] = &Class{Name: "autogen.oai." + name, Kind: ConfigEntry, Gen: AG2, LLMPosition: -1, Provider: provider}
	}
	return out
}()

// newClasses are the classes of 0.4 and later (credentials §1.5), by their own names.
var newClasses = func() map[string]*Class {
	out := map[string]*Class{}
	put := func(kind Kind, module, llm string, params string, names string) {
		for _, n := range strings.Fields(names) {
			c := &Class{Name: module + "." + n, Kind: kind, Gen: V04, Params: strings.Fields(params), LLMParam: llm, LLMPosition: -1}
			if read := positional("v07", c.Name); read != nil {
				c.Params = read
			}
			for i, p := range c.Params {
				if p == llm {
					c.LLMPosition = i
				}
			}
			out[n] = c
		}
	}
	put(Agent, "autogen_agentchat.agents", "model_client", "", "AssistantAgent")
	put(Agent, "autogen_agentchat.agents", "model_client", "", "SocietyOfMindAgent")
	put(Agent, "autogen_agentchat.agents", "model_client", "", "CodeExecutorAgent")
	put(Agent, "autogen_ext.agents", "model_client", "name model_client", "MultimodalWebSurfer FileSurfer VideoSurfer")
	put(Agent, "autogen_ext.agents.magentic_one", "model_client", "model_client", "MagenticOneCoderAgent")
	put(NoLLMAgent, "autogen_agentchat.agents", "", "name", "UserProxyAgent BaseChatAgent MessageFilterAgent")
	put(SDKAgent, "autogen_ext.agents.openai", "client", "name description client model instructions", "OpenAIAssistantAgent")
	put(Team, "autogen_agentchat.teams", "", "participants", "RoundRobinGroupChat Swarm GraphFlow BaseGroupChat")
	put(Team, "autogen_agentchat.teams", "model_client", "participants model_client", "SelectorGroupChat MagenticOneGroupChat")
	put(Team, "autogen_ext.teams.magentic_one", "client", "client", "MagenticOne")
	for name, provider := range map[string]string{
		"OpenAIChatCompletionClient": "openai", "AzureOpenAIChatCompletionClient": "azure", "AnthropicChatCompletionClient": "anthropic",
		"AnthropicBedrockChatCompletionClient": "bedrock", "OllamaChatCompletionClient": "ollama", "AzureAIChatCompletionClient": "azureai",
	} {
		module := map[string]string{"anthropic": "anthropic", "bedrock": "anthropic", "ollama": "ollama", "azureai": "azure"}[provider]
		if module == "" {
			module = "openai"
		}
		out[name] = &Class{Name: "autogen_ext.models." + module + "." + name, Kind: ModelClient, Gen: V04, LLMPosition: -1, Provider: provider}
	}
	return out
}()

// configClasses are the classes of AG2 1.x and autogen.beta (credentials §1.4, §2.3), by their own names.
var configClasses = func() map[string]*Class {
	out := map[string]*Class{
		"Agent": {Name: "ag2.Agent", Kind: Agent, Gen: AG21, Params: []string{"name", "prompt"}, LLMParam: "config", LLMPosition: -1},
	}
	for name, provider := range map[string]string{
		"OpenAIConfig": "openai", "OpenAIResponsesConfig": "openai", "AnthropicConfig": "anthropic", "GeminiConfig": "gemini", "VertexAIConfig": "vertex",
		"BedrockConfig": "bedrock", "OllamaConfig": "ollama", "DashScopeConfig": "dashscope", "XAIConfig": "xai", "ZAIConfig": "zai", "MistralConfig": "mistral",
	} {
		c := &Class{Name: "ag2.config." + name, Kind: ModelConfig, Gen: AG21, Params: positional("ag2-1", "ag2.config."+name), LLMPosition: -1, Provider: provider}
		if c.Params == nil {
			c.Params = []string{"model"} // its SDK was not there when the tables were read
		}
		out[name] = c
	}
	return out
}()

// ClassOf returns the class that a qualified name means, or nil.
func ClassOf(path string) *Class {
	top, rest, ok := strings.Cut(path, ".")
	if !ok {
		return nil
	}
	name := rest[strings.LastIndexByte(rest, '.')+1:]
	switch top {
	case "autogen", "pyautogen":
		if rest == "beta" || strings.HasPrefix(rest, "beta.") {
			return configClasses[name]
		}
		return classicClasses[name]
	case "ag2":
		return configClasses[name]
	case "autogen_agentchat", "autogen_ext", "autogen_core":
		return newClasses[name]
	}
	return nil
}

// SDKClient reports whether a qualified name is a client class of openai's own, which AutoGen takes nowhere as a configuration.
func SDKClient(path string) bool {
	switch path {
	case "openai.OpenAI", "openai.AsyncOpenAI", "openai.AzureOpenAI", "openai.AsyncAzureOpenAI":
		return true
	}
	return false
}

// GivesText reports whether a qualified name is a function that programs get a key from, and that returns a text at once.
func GivesText(path string) bool {
	switch path {
	case "os.getenv", "os.environ.get", "keyring.get_password", "pydantic.SecretStr.get_secret_value", "google.colab.userdata.get":
		return true
	}
	return false
}

// KeyCredential reports whether a qualified name is a class that holds a key for the client that is given it, as its first argument
// (azure-core@1.35: azure/core/credentials.py:54).
func KeyCredential(path string) bool { return path == "azure.core.credentials.AzureKeyCredential" }

// TokenCredential reports whether a qualified name is a class of azure-identity's, whose objects give tokens by a method and cannot be
// called (azure-identity@1.25: azure/identity/_credentials).
func TokenCredential(path string) bool {
	class, ok := strings.CutPrefix(strings.Replace(path, "azure.identity.aio.", "azure.identity.", 1), "azure.identity.")
	return ok && strings.HasSuffix(class, "Credential") && !strings.Contains(class, ".")
}

// Package reports whether a qualified name is of AutoGen or AG2.
func Package(path string) bool {
	top, _, _ := strings.Cut(path, ".")
	switch top {
	case "autogen", "pyautogen", "ag2", "autogen_agentchat", "autogen_core", "autogen_ext":
		return true
	}
	return false
}

// helpers are the functions of module autogen that make configuration lists (credentials §4).
var helpers = map[string]bool{
	"config_list_from_json": true, "filter_config": true, "get_config_list": true, "config_list_from_dotenv": true,
	"config_list_openai_aoai": true, "config_list_from_models": true, "config_list_gpt4_gpt35": true,
}

// BuilderOf reports whether a qualified name is the class that builds agents for a task, out of a file of configurations.
func BuilderOf(path string) bool {
	return strings.HasPrefix(path, "autogen.agentchat.contrib.") && strings.HasSuffix(path, ".AgentBuilder")
}

// HelperOf returns the name of the helper that a qualified name means, or "".
func HelperOf(path string) string {
	top, _, _ := strings.Cut(path, ".")
	name := path[strings.LastIndexByte(path, '.')+1:]
	if top == "autogen" && helpers[name] {
		return name
	}
	return ""
}

// ComponentClass returns the class that a component's provider names: an alias, or a dotted path (ms@0.7.5: CORE/_component_config.py:47).
func ComponentClass(provider string) *Class {
	switch provider {
	case "OpenAIChatCompletionClient", "openai_chat_completion_client":
		return newClasses["OpenAIChatCompletionClient"]
	case "AzureOpenAIChatCompletionClient", "azure_openai_chat_completion_client":
		return newClasses["AzureOpenAIChatCompletionClient"]
	case "OllamaChatCompletionClient":
		return newClasses["OllamaChatCompletionClient"]
	}
	return ClassOf(provider)
}

// ClientOf returns the class of a generation that asks a provider, by its own name; "" where there is none, or several.
func ClientOf(g Generation, provider string) string {
	out := ""
	for _, classes := range []map[string]*Class{newClasses, configClasses} {
		for name, c := range classes {
			if c.Gen != g || c.Provider != provider || c.Kind != ModelClient && c.Kind != ModelConfig {
				continue
			}
			if out != "" && out != name {
				return ""
			}
			out = name
		}
	}
	return out
}

// MeantProvider returns the path of the class that somebody meant who gave its own name, or a provider's, as a component's provider.
func MeantProvider(name string) (string, bool) {
	if cls := newClasses[name]; cls != nil {
		return cls.Name, true
	}
	name = strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
	for _, cls := range newClasses {
		own := strings.ToLower(cls.Name[strings.LastIndexByte(cls.Name, '.')+1:])
		if cls.Kind == ModelClient && name != "" && (name == own || name == strings.TrimSuffix(own, "chatcompletionclient")) {
			return cls.Name, true
		}
	}
	return "", false
}

// componentFields are what a component's dict may say (ms@0.7.5: CORE/_component_config.py, ComponentModel).
var componentFields = map[string]bool{"provider": true, "component_type": true, "version": true, "component_version": true, "description": true, "label": true, "config": true}

// ComponentField reports whether a component's dict has a field of that name; others are passed over.
func ComponentField(name string) bool { return componentFields[name] }

// ComponentLacks is what ComponentModel says of a dict without a field that it needs: provider or config.
func ComponentLacks(field string) string {
	return "1 validation error for ComponentModel: " + field + " Field required"
}

// LoadsComponent reports whether a qualified name is a method that builds what a component's dict says (ms@0.7.5:
// CORE/_component_config.py: load_component, of every class that derives from Component or ComponentLoader).
func LoadsComponent(path string) bool {
	cls, ok := strings.CutSuffix(path, ".load_component")
	return ok && strings.HasPrefix(cls, "autogen_") && Package(cls)
}

// MakesDict reports whether a qualified name is a TypedDict of AutoGen's: calling it makes a dict (ms@0.7.5:
// CORE/models/_model_client.py).
func MakesDict(path string) bool {
	return path == "autogen_core.models.ModelInfo" || path == "autogen_core.models.ModelCapabilities"
}

// APITypeOf is the api_type that an entry object stands for.
func APITypeOf(c *Class) string {
	if c.Provider == "gemini" {
		return "google"
	}
	return c.Provider
}

// Ask is whom a method asks.
type Ask uint8

// The ways to ask.
const (
	AsksSelf      Ask = iota // the model of the object itself, certainly
	AsksRecipient            // the model of the agent given as recipient
	AsksMembers              // models of the agents that the object holds, which of them is not certain
	AsksListed               // the recipients of a queue of chats
)

// asks are the methods that ask a model (ms@v0.2.40: agentchat/conversable_agent.py; ms@0.7.5: CHAT/base; ag2@1.2: agent.py).
var asks = map[string]Ask{
	"initiate_chat": AsksRecipient, "a_initiate_chat": AsksRecipient, "initiate_chats": AsksListed, "a_initiate_chats": AsksListed,
	"generate_reply": AsksSelf, "a_generate_reply": AsksSelf, "generate_oai_reply": AsksSelf, "a_generate_oai_reply": AsksSelf,
	"run": AsksSelf, "a_run": AsksSelf, "run_stream": AsksSelf, "on_messages": AsksSelf, "on_messages_stream": AsksSelf,
	"create": AsksSelf, "create_stream": AsksSelf, "ask": AsksSelf,
}

// Asks reports whom a method of a class asks, if it asks anybody.
func Asks(c *Class, method string) (Ask, bool) {
	a, ok := asks[method]
	if !ok {
		return 0, false
	}
	switch c.Kind {
	case Team, Manager, GroupChat:
		return AsksMembers, true
	case Wrapper, ModelClient:
		return a, method == "create" || method == "create_stream"
	case Agent, NoLLMAgent, SDKAgent:
		return a, method != "create" && method != "create_stream"
	}
	return 0, false
}

// First is whom a team asks first.
type First uint8

// The ways in which a team begins.
const (
	NobodyFirst  First = iota // that is not certain
	MemberFirst               // its first participant
	ChooserFirst              // its own client, if there is something to choose
	ClientFirst               // its own client
)

// FirstOf reports how a team begins (ms@0.7.5: CHAT/teams/_group_chat: _round_robin_group_chat.py, _swarm_group_chat.py,
// _selector_group_chat.py:152-211, _magentic_one/_magentic_one_orchestrator.py).
func FirstOf(c *Class) First {
	switch c.Name[strings.LastIndexByte(c.Name, '.')+1:] {
	case "RoundRobinGroupChat":
		return MemberFirst
	case "SelectorGroupChat":
		return ChooserFirst
	case "MagenticOneGroupChat", "MagenticOne":
		return ClientFirst
	}
	return NobodyFirst
}

// AsksByArguments reports whether a function asks the agents that it is given: initiate_chats, run_group_chat.
func AsksByArguments(path string) bool {
	top, _, _ := strings.Cut(path, ".")
	switch path[strings.LastIndexByte(path, '.')+1:] {
	case "initiate_chats", "a_initiate_chats", "initiate_group_chat", "a_initiate_group_chat", "run_group_chat", "a_run_group_chat",
		"initiate_swarm_chat", "a_initiate_swarm_chat", "run_swarm", "a_run_swarm", "Console":
		return Package(top)
	}
	return false
}

// dotenvLoaders are names whose import runs code that loads a .env: browser_use does (browser_use/logging_config.py), and AG2's agent
// and tool that need it import it.
var dotenvLoaders = map[string]bool{
	"browser_use": true,
	"autogen.agents.experimental.DeepResearchAgent":                             true,
	"autogen.agents.experimental.deep_research.DeepResearchAgent":               true,
	"autogen.agents.experimental.deep_research.deep_research.DeepResearchAgent": true,
	"autogen.tools.experimental.BrowserUseTool":                                 true,
	"autogen.tools.experimental.browser_use.BrowserUseTool":                     true,
	"autogen.tools.experimental.DeepResearchTool":                               true,
}

// LoadsDotenv reports whether importing a name may load a .env.
func LoadsDotenv(name string) bool {
	top, _, _ := strings.Cut(name, ".")
	return dotenvLoaders[name] || dotenvLoaders[top]
}
