package rules

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
)

// ollamaPort is where Ollama listens, and studioPort where LM Studio does: plain HTTP, with OpenAI's API below /v1.
const (
	ollamaPort = "11434"
	studioPort = "1234"
)

const plainHTTP = "the server at this port speaks plain HTTP; write http://"

// baseURLShape: an address that leads nowhere.
var baseURLShape = rule("AG305", "base-url-shape", lint.Error, "A base URL lacks its scheme or path, or has too much of one.",
	endpointRule(func(b *model.Build) []model.Fault {
		base, f, sure := b.BaseOr()
		if base == "" {
			return append(keyAsAddress(b), blankAddress(b)...)
		}
		var w wrongAddress
		ok := false
		switch {
		case b.Provider() == "ollama":
			w, ok = ollamaAddress(b.Gen, f, base)
		case b.OpenAIClient():
			w, ok = openaiAddress(b, base)
		case b.Provider() == "azure":
			w, ok = noScheme(b, base)
		default:
			return nil
		}
		if !ok {
			return nil
		}
		fault := mended(fails(f, model.AtCall, w.message, w.failure), w.fix(f))
		fault.At, fault.Equipped = w.most, sure
		if at, written := f.Value.Tail(); written && w.tail {
			fault.Place = oneLine(at)
		}
		return []model.Fault{fault}
	}))

// keyAsAddress: the variable of a key where the address of the server belongs. It is certain where the key has got an address in exchange.
func keyAsAddress(b *model.Build) []model.Fault {
	for _, name := range []string{"base_url", "azure_endpoint"} {
		f, ok := b.Field(name)
		env, read := f.Value.D.(eval.Env)
		if set, decided := b.State.Decided(env.Name); decided && !set {
			continue
		}
		if !ok || !read || f.Maybe || !autogen.IsKeyVariable(env.Name) || !b.OpenAIClient() && b.Provider() != "azure" {
			continue
		}
		fault := fails(f, model.AtCall, fmt.Sprintf("%s holds a key, and the address of the server belongs here", env.Name), autogen.ConnectionFailed())
		key, _ := b.Field("api_key")
		if text, _ := key.Str(); autogen.FlawOf(text) != autogen.Address {
			fault = likely(fault)
		}
		return []model.Fault{fault}
	}
	return nil
}

// blankAddress: an address that is empty, at which no variable is looked at.
func blankAddress(b *model.Build) []model.Fault {
	if !b.OpenAIClient() && b.Provider() != "azure" {
		return nil
	}
	if k := b.KeyCause(); k != nil && k.Kind == model.BlankKey && k.Equipped {
		return nil // the whole entry waits to be filled in, and AG102 says so
	}
	for _, name := range []string{"azure_endpoint", "base_url"} {
		f, ok := b.Field(name)
		if !ok || f.Maybe {
			continue
		}
		bare, equipped := model.Resolve(f.Value, b.State, model.Bare), model.Resolve(f.Value, b.State, model.Equipped)
		if bare.Kind != model.Blank || bare.Text != "" {
			return nil
		}
		message := "the address is empty, and the client does not look further; write it, or leave the field out"
		if equipped.Kind != model.Blank {
			message = fmt.Sprintf("the address is empty where %s is not set, and the client does not look further; leave the default out", bare.Var)
		}
		failures := each(b, noAddress)
		if len(failures) == 0 {
			return nil
		}
		fault := failing(fails(f, model.AtCall, message, failures...), failures)
		fault.Equipped = equipped.Kind == model.Blank
		if at, written := bare.Value.Literal(); written {
			fault.Place = oneLine(at)
		}
		return []model.Fault{fault}
	}
	return nil
}

// noAddress is what an installation makes of an address that is empty (run).
func noAddress(i autogen.Install) autogen.Failure {
	if i.Gen == autogen.AG2 && i.Version.AtLeast(autogen.V("0.8.2")) {
		return autogen.Refused("1 validation error for _LLMConfig: base_url Input should be a valid URL, input is empty")
	}
	return autogen.ConnectionFailed()
}

// wrongAddress is what is wrong with an address, and the one that is right, if that is known.
type wrongAddress struct {
	message string
	failure autogen.Failure
	right   string
	most    model.Level // Unsaid is no limit
	tail    bool        // its end is what is wrong
}

// fix writes the right address.
func (w wrongAddress) fix(f model.Field) *lint.Fix {
	if w.right == "" {
		return nil
	}
	return respell(f, w.right, "Write "+w.right, true)
}

// ollamaAddress is what is wrong with an address for Ollama's own client.
func ollamaAddress(g autogen.Generation, f model.Field, base string) (wrongAddress, bool) {
	host, port := autogen.Hostname(base)
	if rest, secure := strings.CutPrefix(base, "https://"); secure && autogen.Loopback(host) && port == ollamaPort {
		return wrongAddress{message: plainHTTP, failure: autogen.OllamaAway(g), right: "http://" + rest}, true
	}
	for _, tail := range []string{"/v1", "/api", "/api/chat", "/api/generate"} {
		if root, ok := cutTail(base, tail); ok && (f.Name == "client_host" || f.Name == "host") {
			return wrongAddress{message: "Ollama's own client wants its root; take off " + tail, failure: autogen.OllamaNotFound(g), right: root}, true
		}
	}
	return wrongAddress{}, false
}

// openaiAddress is what is wrong with an address for OpenAI's client.
func openaiAddress(b *model.Build, base string) (wrongAddress, bool) {
	host, port := autogen.Hostname(base)
	p := autogen.ByHost(host)
	local := autogen.LocalHost(host)
	if autogen.PlaceholderHost(host) {
		return wrongAddress{}, false // one fault, of which AG306 speaks
	}
	if _, named := autogen.AddressName(base); named {
		return wrongAddress{}, false // AG109 speaks of that
	}
	if !strings.Contains(base, "://") {
		return noScheme(b, base)
	}
	u, err := url.Parse(base)
	if err != nil || u.RawQuery != "" {
		return wrongAddress{}, false
	}
	notFound := func(message, right string) (wrongAddress, bool) {
		return wrongAddress{message: message, failure: autogen.NotFound(), right: right}, true
	}
	for _, tail := range []string{"/chat/completions", "/completions", "/api/chat", "/api/generate"} {
		root, ok := cutTail(base, tail)
		if !ok {
			continue
		}
		if strings.HasPrefix(tail, "/api") {
			root = atOllama(port, root)
		}
		w, ok := notFound(fmt.Sprintf("the client adds the path of the request itself; take off %s", tail), root)
		w.tail = true
		return w, ok
	}
	path := strings.TrimRight(u.Path, "/")
	root := strings.TrimRight(base, "/")
	switch {
	case p != nil && p.Root != "" && path == "":
		return notFound(fmt.Sprintf("the OpenAI API of this host is below %s; add it", p.Root), root+p.Root)
	case !local || port != ollamaPort && port != studioPort:
	case u.Scheme == "https":
		if !autogen.Loopback(host) {
			return wrongAddress{}, false // something before the server may speak TLS
		}
		return wrongAddress{message: plainHTTP, failure: autogen.ConnectionFailed(), right: "http" + strings.TrimPrefix(base, "https")}, true
	case path == "":
		w, _ := notFound("the OpenAI API of this server is below /v1; add it", root+"/v1")
		if port == studioPort {
			w.most = model.Likely // another server may listen at this port
		}
		return w, true
	case path == "/api":
		return notFound("the OpenAI API of this server is below /v1, not /api", strings.TrimSuffix(root, "/api")+"/v1")
	}
	return wrongAddress{}, false
}

// noScheme is what is wrong with an address that does not say how to speak to its host.
func noScheme(b *model.Build, base string) (wrongAddress, bool) {
	host, _ := autogen.Hostname(base)
	_, named := autogen.AddressName(base)
	if named || strings.Contains(base, "://") || autogen.PlaceholderHost(host) || !every(b, func(i autogen.Install) bool { return i.Gen != autogen.AG2 }) {
		return wrongAddress{}, false // AG2 puts http:// before it
	}
	w := wrongAddress{message: "this has no scheme; begin it with http:// or https://", failure: autogen.ConnectionFailed()}
	switch {
	case strings.ContainsAny(base, " \t<>{}") || host == "":
	case autogen.LocalHost(host) && strings.ContainsAny(host, ".l"):
		w.right = "http://" + base
	case autogen.ByHost(host) != nil:
		w.right = "https://" + base
	}
	return w, true
}

// atOllama is where the server at a root speaks OpenAI's API, if its port says that it is Ollama.
func atOllama(port, root string) string {
	if port == ollamaPort {
		return root + "/v1"
	}
	return ""
}

// cutTail takes a path off the end of an address.
func cutTail(base, tail string) (string, bool) {
	return strings.CutSuffix(strings.TrimRight(base, "/"), tail)
}

// placeholderBaseURL: a host that stands in documentation.
var placeholderBaseURL = rule("AG306", "placeholder-base-url", lint.Error, "A placeholder stands where a host belongs.",
	endpointRule(func(b *model.Build) []model.Fault {
		base, f, ok := b.Base()
		if !ok || b.Program.Test {
			return nil
		}
		host, _ := autogen.Hostname(base)
		if _, named := autogen.AddressName(base); named || !autogen.PlaceholderHost(host) {
			return nil // of the name of a variable AG109 speaks
		}
		fault := fails(f, model.AtCall, "nobody answers at this host: it stands where yours belongs; write your own", autogen.ConnectionFailed())
		if template(b) {
			fault.At = model.Advice
		}
		return []model.Fault{fault}
	}))
