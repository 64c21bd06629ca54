// Package lsp is the language server: it lints the programs that an editor has open, with the text that is not yet saved, and says
// what it finds as LSP 3.17 has it. What a rule means it does not know, and it writes no file: every edit is the client's.
package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/autogenlint/autogenlint/internal/crash"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/project"
	"github.com/autogenlint/autogenlint/source"
)

// Options is what a server is told by whoever starts it.
type Options struct {
	Rules    []*lint.Analyzer
	Version  string
	Lookup   func(name string) (string, bool) // an environment variable
	FS       project.FS                       // nil is the disk
	Debounce time.Duration                    // how long a client that is pushed to has to stop typing
	Log      func(line string)                // nil logs nothing; a line never holds a part of a source
}

// ErrNoShutdown says that the client went away without saying so.
var ErrNoShutdown = errors.New("the client went away without a shutdown")

// Serve speaks with one client until that leaves, or until ctx ends.
func Serve(ctx context.Context, rwc io.ReadWriteCloser, o Options) error {
	if o.FS == nil {
		o.FS = project.Disk{}
	}
	if o.Log == nil {
		o.Log = func(string) {}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := &server{o: o, ctx: ctx, pending: map[string]context.CancelFunc{}, runs: newRuns(o), published: map[string]publication{}}
	s.settings = defaults()
	quiet := jsonrpc2.SetLogger(log.New(io.Discard, "", 0))
	conn := jsonrpc2.NewConn(ctx, newStream(rwc, o.Log), s, quiet)
	<-conn.DisconnectNotify()
	stop()
	return s.close()
}

// grace is how long a session that is over waits for work that has not heard of it: evaluation does not listen.
const grace = 2 * time.Second

// close waits until all work has ended, as far as it does. What is left behind only reads.
func (s *server) close() error {
	s.mu.Lock()
	s.closed = true
	if s.timer != nil {
		s.timer.Stop()
	}
	orderly := s.life == ended
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		s.work.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(grace):
		s.o.Log("it leaves work undone")
	}
	if !orderly {
		return ErrNoShutdown
	}
	return nil
}

// spawn does f beside what else is done, unless the session has ended.
func (s *server) spawn(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.work.Go(func() {
		if _, err := s.guarded("work", func() (any, error) { f(); return nil, nil }); err != nil {
			s.o.Log(err.Error())
		}
	})
}

// life is how far a session is.
type life uint8

const (
	fresh   life = iota // before initialize
	running             // between
	ended               // after shutdown
)

// A server is one session with one client.
type server struct {
	o    Options
	ctx  context.Context // ends with the session
	work sync.WaitGroup
	runs *runs

	mu       sync.Mutex
	life     life
	closed   bool
	client   clientCapabilities
	encoding encoding
	settings settings
	folders  []folder
	docs     documents
	pending  map[string]context.CancelFunc // by the id of a request
	timer    *time.Timer                   // until a push
	told     string                        // the last problem that the user was told

	pushing   sync.Mutex
	published map[string]publication // by address
}

// A view is the state of the session at one moment. It does not change.
type view struct {
	client   clientCapabilities
	encoding encoding
	settings settings
	folders  []folder
	docs     documents
	stamps   map[string]int // of the last change in each root that was known
	clock    int            // of the last change of all
}

func (s *server) view() *view {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.viewLocked()
}

func (s *server) viewLocked() *view {
	stamps, clock := s.runs.stamps()
	return &view{s.client, s.encoding, s.settings, s.folders, s.docs, stamps, clock}
}

// pulls reports whether the client asks for diagnostics itself.
func (v *view) pulls() bool { return v.client.TextDocument.Diagnostic != nil }

// Handle implements jsonrpc2.Handler. What changes the state is done at once, in order; a request sees the state as it was when it
// came, and is answered by a goroutine of its own.
func (s *server) Handle(_ context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	var params json.RawMessage
	if r.Params != nil {
		params = *r.Params
	}
	if r.Notif {
		s.notified(conn, r.Method, params)
		return
	}
	if r.Method == "initialize" { // nothing else is to be said before it is answered
		result, err := s.guarded(r.Method, func() (any, error) { return s.initialize(params) })
		s.reply(conn, r, result, err)
		return
	}
	ctx, cancel := context.WithCancel(s.ctx)
	begun, err := s.guarded(r.Method, func() (any, error) { return s.begin(conn, r.Method, params) })
	answer, _ := begun.(answer)
	if err != nil || answer == nil {
		cancel()
		s.reply(conn, r, nil, err)
		return
	}
	id := r.ID.String()
	s.mu.Lock()
	s.pending[id] = cancel
	s.mu.Unlock()
	s.spawn(func() {
		result, err := s.guarded(r.Method, func() (any, error) { return answer(ctx) })
		s.mu.Lock()
		delete(s.pending, id)
		s.mu.Unlock()
		if ctx.Err() != nil && s.ctx.Err() == nil {
			result, err = nil, failure(codeRequestCancelled, "the request was cancelled")
		}
		cancel()
		s.reply(conn, r, result, err)
	})
}

// An answer works out the result of a request.
type answer func(ctx context.Context) (any, error)

// failure is an error with its code.
func failure(code int64, text string) error { return &jsonrpc2.Error{Code: code, Message: text} }

// reply answers a request.
func (s *server) reply(conn *jsonrpc2.Conn, r *jsonrpc2.Request, result any, err error) {
	if err == nil {
		if e := conn.Reply(s.ctx, r.ID, result); e != nil && s.ctx.Err() == nil {
			s.o.Log("an answer could not be written")
		}
		return
	}
	var coded *jsonrpc2.Error
	if !errors.As(err, &coded) {
		coded = &jsonrpc2.Error{Code: codeInternalError, Message: source.Mask(err.Error())}
	}
	s.o.Log(quoted(r.Method) + ": " + coded.Message)
	if e := conn.ReplyWithError(s.ctx, r.ID, coded); e != nil && s.ctx.Err() == nil {
		s.o.Log("an answer could not be written")
	}
}

// quoted is a name that the client chose, which may be any text, on one line and without a key.
func quoted(name string) string { return source.Mask(fmt.Sprintf("%q", name)) }

// guarded calls f; a crash is an error that says where in the server it was, and nothing of what was worked on.
func (s *server) guarded(method string, f func() (any, error)) (result any, err error) {
	defer func() {
		if r := recover(); r != nil {
			result, err = nil, failure(codeInternalError, method+" could not be done: "+crash.Of(r).Error())
		}
	}()
	return f()
}

// begin takes a request. It returns what answers it, or nil if the answer is null.
func (s *server) begin(conn *jsonrpc2.Conn, method string, params json.RawMessage) (answer, error) {
	s.mu.Lock()
	at := s.life
	s.mu.Unlock()
	switch {
	case at == fresh:
		return nil, failure(codeServerNotInitialized, "initialize comes first")
	case at == ended:
		return nil, failure(codeInvalidRequest, "the server was shut down")
	case method == "shutdown":
		s.mu.Lock()
		s.life = ended
		s.mu.Unlock()
		return nil, nil
	}
	v := s.view()
	switch method {
	case "textDocument/diagnostic":
		return with(params, func(ctx context.Context, p diagnosticParams) (any, error) { return s.diagnostic(ctx, v, p) })
	case "workspace/diagnostic":
		return with(params, func(ctx context.Context, p workspaceDiagnosticParams) (any, error) {
			return s.workspaceDiagnostic(ctx, v, p)
		})
	case "textDocument/codeAction":
		return with(params, func(ctx context.Context, p codeActionParams) (any, error) { return s.codeActions(ctx, v, p) })
	case "workspace/executeCommand":
		return with(params, func(ctx context.Context, p executeParams) (any, error) { return s.execute(ctx, conn, v, p) })
	case "textDocument/hover":
		return with(params, func(ctx context.Context, p positionParams) (any, error) { return s.hover(ctx, v, p) })
	case "textDocument/completion":
		return with(params, func(ctx context.Context, p positionParams) (any, error) { return s.completion(ctx, v, p) })
	case "textDocument/codeLens":
		return with(params, func(ctx context.Context, p codeLensParams) (any, error) { return s.codeLenses(ctx, v, p) })
	case "textDocument/inlayHint":
		return with(params, func(ctx context.Context, p inlayHintParams) (any, error) { return s.inlayHints(ctx, v, p) })
	}
	return nil, failure(codeMethodNotFound, "there is no method of this name")
}

// with reads the parameters of a request.
func with[P any](params json.RawMessage, f func(context.Context, P) (any, error)) (answer, error) {
	var p P
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, failure(codeInvalidParams, "the parameters are not what the method takes")
	}
	return func(ctx context.Context) (any, error) { return f(ctx, p) }, nil
}

// notified takes a notification. There is nobody to tell what is wrong with it but the log.
func (s *server) notified(conn *jsonrpc2.Conn, method string, params json.RawMessage) {
	if method == "exit" {
		_ = conn.Close()
		return
	}
	s.mu.Lock()
	at := s.life
	s.mu.Unlock()
	if at != running {
		s.o.Log(quoted(method) + ": it came out of order")
		return
	}
	if _, err := s.guarded(method, func() (any, error) { return nil, s.take(conn, method, params) }); err != nil {
		s.o.Log(quoted(method) + ": " + err.Error())
	}
}

// take does what a notification asks for.
func (s *server) take(conn *jsonrpc2.Conn, method string, params json.RawMessage) error {
	switch method {
	case "initialized":
		s.spawn(func() { s.register(conn) })
		return nil
	case "$/cancelRequest":
		return take(params, s.cancel)
	case "textDocument/didOpen":
		return take(params, func(p didOpenParams) error { return s.didOpen(conn, p) })
	case "textDocument/didChange":
		return take(params, func(p didChangeParams) error { return s.didChange(conn, p) }, func(p didChangeParams) { s.lose(conn, p.TextDocument.URI) })
	case "textDocument/didSave":
		return take(params, func(p didSaveParams) error { return s.didSave(conn, p) })
	case "textDocument/didClose":
		return take(params, func(p didCloseParams) error { return s.didClose(conn, p.TextDocument.URI) })
	case "notebookDocument/didOpen":
		return take(params, func(p didOpenNotebookParams) error { return s.didOpenNotebook(conn, p) })
	case "notebookDocument/didChange":
		return take(params, func(p didChangeNotebookParams) error { return s.didChangeNotebook(conn, p) }, func(p didChangeNotebookParams) { s.lose(conn, p.NotebookDocument.URI) })
	case "notebookDocument/didSave":
		return take(params, func(p notebookIDParams) error {
			return s.didSave(conn, didSaveParams{TextDocument: p.NotebookDocument})
		})
	case "notebookDocument/didClose":
		return take(params, func(p notebookIDParams) error { return s.didClose(conn, p.NotebookDocument.URI) })
	case passedOver: // it may have been an edit of any document
		for uri := range s.view().docs.byURI {
			s.lose(conn, uri)
		}
		return nil
	case "workspace/didChangeWatchedFiles":
		return take(params, func(p watchedParams) error { return s.watched(conn, p) })
	case "workspace/didChangeConfiguration":
		return take(params, func(p configurationParams) error { return s.configured(conn, p) })
	case "workspace/didChangeWorkspaceFolders":
		return take(params, func(p foldersParams) error { return s.refolded(conn, p) })
	}
	if !strings.HasPrefix(method, "$/") {
		return errors.New("there is no notification of this name")
	}
	return nil
}

// take reads the parameters of a notification. What could be read of those that cannot be is for bad.
func take[P any](params json.RawMessage, f func(P) error, bad ...func(P)) error {
	var p P
	if err := json.Unmarshal(params, &p); err != nil {
		for _, f := range bad {
			f(p)
		}
		return errors.New("the parameters are not what the notification takes")
	}
	return f(p)
}

// cancel ends the work on a request.
func (s *server) cancel(p cancelParams) error {
	var id jsonrpc2.ID
	if err := json.Unmarshal(p.ID, &id); err != nil {
		return errors.New("the id is none")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if stop := s.pending[id.String()]; stop != nil {
		stop()
	}
	return nil
}
