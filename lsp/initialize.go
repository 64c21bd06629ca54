package lsp

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/sourcegraph/jsonrpc2"
)

// The kinds of code action.
const (
	quickFix = "quickfix"
	fixOurs  = "source.fixAll.autogenlint"
)

// The commands.
const (
	fixCommand     = "autogenlint.fixAll"  // of a document: uri, version
	explainCommand = "autogenlint.explain" // a rule: its code or name
)

// initialize begins the session.
func (s *server) initialize(params json.RawMessage) (any, error) {
	var p initializeParams
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, failure(codeInvalidParams, "the parameters are not what the method takes")
	}
	folders := s.foldersOf(&p)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.life != fresh {
		return nil, failure(codeInvalidRequest, "the session has begun already")
	}
	s.life, s.client, s.encoding, s.folders = running, p.Capabilities, chosen(p.Capabilities.General.PositionEncodings), folders
	s.settings = s.read(p.InitializationOptions)
	return initializeResult{s.capabilities(), serverInfo{"autogenlint", s.o.Version}}, nil
}

// foldersOf returns the folders of a client, of whatever age.
func (s *server) foldersOf(p *initializeParams) []folder {
	items := p.WorkspaceFolders
	switch {
	case len(items) > 0:
	case p.RootURI != nil && *p.RootURI != "":
		items = []folderItem{{URI: *p.RootURI}}
	case p.RootPath != nil && *p.RootPath != "":
		items = []folderItem{{URI: toURI(*p.RootPath)}}
	}
	var out []folder
	for _, i := range items {
		if f, ok := newFolder(s.o.FS, i.URI); ok {
			out = append(out, f)
		}
	}
	return out
}

// capabilities is what the server can do for this client.
func (s *server) capabilities() serverCapabilities {
	c := serverCapabilities{
		PositionEncoding:       string(s.encoding),
		TextDocumentSync:       syncOptions{OpenClose: true, Change: 2},
		CodeActionProvider:     codeActionOptions{[]string{quickFix, fixOurs}},
		ExecuteCommandProvider: commandOptions{[]string{fixCommand, explainCommand}},
		HoverProvider:          true,
		CompletionProvider:     completionOptions{[]string{`"`, `'`}},
		CodeLensProvider:       &struct{}{},
		InlayHintProvider:      true,
	}
	cells := []cellLanguage{{"python"}, {"markdown"}} // which count
	c.NotebookDocumentSync = notebookSync{[]notebookSelector{{"jupyter-notebook", cells}}, true}
	if s.client.TextDocument.Diagnostic != nil {
		c.DiagnosticProvider = &diagnosticOptions{"autogenlint", true, true}
	}
	c.Workspace.WorkspaceFolders.Supported, c.Workspace.WorkspaceFolders.ChangeNotifications = true, true
	return c
}

// watchedGlobs are the files that programs depend on, beside those that are open.
var watchedGlobs = []string{
	"**/*.{py,ipynb,json,yaml,yml,toml,sh,cfg,lock}", "**/.env*", "**/*.env", "**/.flaskenv", "**/OAI_CONFIG_LIST*", "**/requirements*.txt",
	"**/{Dockerfile,Containerfile,Procfile,Makefile,Pipfile,README.md}", "**/.{gitignore,ignore}",
}

// register asks the client to watch files and settings, and for its settings.
func (s *server) register(conn *jsonrpc2.Conn) {
	v := s.view()
	var all []registration
	if v.client.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		var watchers []fileWatcher
		for _, g := range watchedGlobs {
			watchers = append(watchers, fileWatcher{g})
		}
		all = append(all, registration{"watched", "workspace/didChangeWatchedFiles", map[string]any{"watchers": watchers}})
	}
	if v.client.Workspace.DidChangeConfiguration.DynamicRegistration { // VS Code says nothing of a change unless it is asked to
		all = append(all, registration{"settings", "workspace/didChangeConfiguration", map[string]any{"section": "autogenlint"}})
	}
	if len(all) > 0 {
		s.call(conn, "client/registerCapability", map[string]any{"registrations": all}, nil)
	}
	s.askSettings(conn)
}

// call asks the client for something, and says in the log if that fails. It reports whether it did not.
func (s *server) call(conn *jsonrpc2.Conn, method string, params, result any) bool {
	if err := conn.Call(s.ctx, method, params, result); err != nil {
		if s.ctx.Err() == nil {
			s.o.Log(method + ": the client did not do it")
		}
		return false
	}
	return true
}

// A settings object is what a client says about the server, as `initializationOptions` or in its section `autogenlint`.
type settings struct {
	Enable          bool     `json:"enable"`          // false: nothing is said
	Run             string   `json:"run"`             // onType or onSave
	DiagnosticMode  string   `json:"diagnosticMode"`  // workspace or openFiles
	Configuration   string   `json:"configuration"`   // a settings file to use instead of the nearest one
	Select          []string `json:"select"`          // as the setting of that name
	ExtendSelect    []string `json:"extendSelect"`    //
	Ignore          []string `json:"ignore"`          //
	AutogenVersion  string   `json:"autogenVersion"`  //
	PythonVersion   string   `json:"pythonVersion"`   //
	UnsafeFixes     bool     `json:"unsafeFixes"`     // let fix-all apply them too
	CodeLens        bool     `json:"codeLens"`        // show what each client is built with above it
	InlayHints      bool     `json:"inlayHints"`      // or behind it
	Debounce        *int     `json:"debounce"`        // in milliseconds
	SuppressCommand string   `json:"suppressCommand"` // a command of the client's that asks why, and then edits
	ExplainQuietly  bool     `json:"explainQuietly"`  // the client shows the page of a rule itself
}

func defaults() settings {
	return settings{Enable: true, Run: "onType", DiagnosticMode: "workspace"}
}

// read reads what a client says. What it does not say, or says wrong, is as it is by default.
func (s *server) read(raw json.RawMessage) settings {
	out := defaults()
	if len(raw) == 0 || string(raw) == "null" {
		return out
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		s.o.Log("the client's settings are no object; they are passed over")
		return out
	}
	if inner, ok := fields["autogenlint"]; ok {
		return s.read(inner)
	}
	for name, value := range fields {
		one, err := json.Marshal(map[string]json.RawMessage{name: value})
		if err == nil && string(value) != "null" {
			err = json.Unmarshal(one, &out)
		}
		if err != nil {
			s.o.Log(fmt.Sprintf("the setting %q is not what it takes; it is passed over", name))
		}
	}
	for _, c := range []struct {
		word    *string
		choices []string
	}{{&out.Run, []string{"onType", "onSave"}}, {&out.DiagnosticMode, []string{"workspace", "openFiles"}}} {
		if !slices.Contains(c.choices, *c.word) {
			s.o.Log("a setting is none of its choices; it is passed over")
			*c.word = c.choices[0]
		}
	}
	return out
}

// flags are the settings as flags of the command line.
func (t *settings) flags() map[string][]string {
	out := map[string][]string{}
	add := func(name string, words []string) {
		if len(words) > 0 && words[0] != "" {
			out[name] = words
		}
	}
	add("select", t.Select)
	add("extend-select", t.ExtendSelect)
	add("ignore", t.Ignore)
	add("autogen-version", []string{t.AutogenVersion})
	add("python-version", []string{t.PythonVersion})
	if t.UnsafeFixes {
		out["unsafe-fixes"] = []string{"true"}
	}
	return out
}

// askSettings asks the client for its settings, if it can be asked.
func (s *server) askSettings(conn *jsonrpc2.Conn) {
	if !s.view().client.Workspace.Configuration {
		return
	}
	var got []json.RawMessage
	ask := map[string]any{"items": []map[string]string{{"section": "autogenlint"}}}
	if !s.call(conn, "workspace/configuration", ask, &got) || len(got) == 0 || string(got[0]) == "null" {
		return
	}
	s.set(conn, got[0])
}

// set puts settings in force.
func (s *server) set(conn *jsonrpc2.Conn, raw json.RawMessage) {
	next := s.read(raw)
	s.mu.Lock()
	s.settings = next
	s.mu.Unlock()
	s.runs.touchAll()
	s.changed(conn, true)
	s.refresh(conn)
}

// configured takes new settings, or asks for them.
func (s *server) configured(conn *jsonrpc2.Conn, p configurationParams) error {
	if s.view().client.Workspace.Configuration {
		s.spawn(func() { s.askSettings(conn) })
		return nil
	}
	if len(p.Settings) > 0 && string(p.Settings) != "null" {
		s.set(conn, p.Settings)
	}
	return nil
}
