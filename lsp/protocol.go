package lsp

import "encoding/json"

// What is needed of LSP 3.17 (https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/).

// Error codes of JSON-RPC and LSP.
const (
	codeParseError           = -32700
	codeInvalidRequest       = -32600
	codeMethodNotFound       = -32601
	codeInvalidParams        = -32602
	codeInternalError        = -32603
	codeServerNotInitialized = -32002
	codeContentModified      = -32801
	codeRequestCancelled     = -32800
	codeRequestFailed        = -32803
)

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

func (p position) before(q position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Character < q.Character
}

type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

// touches reports whether r and q have a place in common, be it an end.
func (r textRange) touches(q textRange) bool { return !r.End.before(q.Start) && !q.End.before(r.Start) }

type location struct {
	URI   string    `json:"uri"`
	Range textRange `json:"range"`
}

type textDocumentID struct {
	URI string `json:"uri"`
}

type versionedID struct {
	URI     string `json:"uri"`
	Version *int   `json:"version"` // null for a file that is not open
}

type textDocumentItem struct {
	URI        string `json:"uri"`
	LanguageID string `json:"languageId"`
	Version    int    `json:"version"`
	Text       string `json:"text"`
}

type initializeParams struct {
	RootURI               *string            `json:"rootUri"`
	RootPath              *string            `json:"rootPath"`
	Capabilities          clientCapabilities `json:"capabilities"`
	WorkspaceFolders      []folderItem       `json:"workspaceFolders"`
	InitializationOptions json.RawMessage    `json:"initializationOptions"`
}

type folderItem struct {
	URI  string `json:"uri"`
	Name string `json:"name"`
}

type clientCapabilities struct {
	General struct {
		PositionEncodings []string `json:"positionEncodings"`
	} `json:"general"`
	Workspace struct {
		Configuration bool `json:"configuration"`
		WorkspaceEdit struct {
			DocumentChanges bool `json:"documentChanges"`
		} `json:"workspaceEdit"`
		DidChangeWatchedFiles struct {
			DynamicRegistration bool `json:"dynamicRegistration"`
		} `json:"didChangeWatchedFiles"`
		DidChangeConfiguration struct {
			DynamicRegistration bool `json:"dynamicRegistration"`
		} `json:"didChangeConfiguration"`
		Diagnostics struct {
			RefreshSupport bool `json:"refreshSupport"`
		} `json:"diagnostics"`
		CodeLens struct {
			RefreshSupport bool `json:"refreshSupport"`
		} `json:"codeLens"`
		InlayHint struct {
			RefreshSupport bool `json:"refreshSupport"`
		} `json:"inlayHint"`
	} `json:"workspace"`
	TextDocument struct {
		PublishDiagnostics struct {
			RelatedInformation     bool `json:"relatedInformation"`
			CodeDescriptionSupport bool `json:"codeDescriptionSupport"`
			TagSupport             struct {
				ValueSet []int `json:"valueSet"`
			} `json:"tagSupport"`
		} `json:"publishDiagnostics"`
		Diagnostic *struct{} `json:"diagnostic"` // the client pulls
		Hover      struct {
			ContentFormat []string `json:"contentFormat"`
		} `json:"hover"`
	} `json:"textDocument"`
	Window struct {
		ShowDocument struct {
			Support bool `json:"support"`
		} `json:"showDocument"`
	} `json:"window"`
}

type initializeResult struct {
	Capabilities serverCapabilities `json:"capabilities"`
	ServerInfo   serverInfo         `json:"serverInfo"`
}

type serverInfo struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type serverCapabilities struct {
	PositionEncoding       string             `json:"positionEncoding"`
	TextDocumentSync       syncOptions        `json:"textDocumentSync"`
	NotebookDocumentSync   notebookSync       `json:"notebookDocumentSync"`
	DiagnosticProvider     *diagnosticOptions `json:"diagnosticProvider,omitempty"`
	CodeActionProvider     codeActionOptions  `json:"codeActionProvider"`
	ExecuteCommandProvider commandOptions     `json:"executeCommandProvider"`
	HoverProvider          bool               `json:"hoverProvider"`
	CompletionProvider     completionOptions  `json:"completionProvider"`
	CodeLensProvider       *struct{}          `json:"codeLensProvider,omitempty"`
	InlayHintProvider      bool               `json:"inlayHintProvider,omitempty"`
	Workspace              workspaceOptions   `json:"workspace"`
}

type syncOptions struct {
	OpenClose bool `json:"openClose"`
	Change    int  `json:"change"` // 2 is incremental
	Save      struct {
		IncludeText bool `json:"includeText"`
	} `json:"save"` // without the text
}

type notebookSync struct {
	NotebookSelector []notebookSelector `json:"notebookSelector"`
	Save             bool               `json:"save"`
}

// A notebookSelector says the type as a string: clients built on Rust's lsp-types (0.97), as Kakoune's is, cannot read the object.
type notebookSelector struct {
	Notebook string         `json:"notebook"`
	Cells    []cellLanguage `json:"cells"`
}

type cellLanguage struct {
	Language string `json:"language"`
}

type diagnosticOptions struct {
	Identifier            string `json:"identifier"`
	InterFileDependencies bool   `json:"interFileDependencies"`
	WorkspaceDiagnostics  bool   `json:"workspaceDiagnostics"`
}

type codeActionOptions struct {
	CodeActionKinds []string `json:"codeActionKinds"`
}

type commandOptions struct {
	Commands []string `json:"commands"`
}

type completionOptions struct {
	TriggerCharacters []string `json:"triggerCharacters"`
}

type workspaceOptions struct {
	WorkspaceFolders struct {
		Supported           bool `json:"supported"`
		ChangeNotifications bool `json:"changeNotifications"`
	} `json:"workspaceFolders"`
}

type didOpenParams struct {
	TextDocument textDocumentItem `json:"textDocument"`
}

type didChangeParams struct {
	TextDocument   versionedID     `json:"textDocument"`
	ContentChanges []contentChange `json:"contentChanges"`
}

// A contentChange without a range is the whole new text.
type contentChange struct {
	Range *textRange `json:"range"`
	Text  string     `json:"text"`
}

type didSaveParams struct {
	TextDocument textDocumentID `json:"textDocument"`
}

type didCloseParams struct {
	TextDocument textDocumentID `json:"textDocument"`
}

type notebookItem struct {
	URI     string         `json:"uri"`
	Version int            `json:"version"`
	Cells   []notebookCell `json:"cells"`
}

type notebookCell struct {
	Kind             int    `json:"kind"` // 1 is markup, 2 is code
	Document         string `json:"document"`
	ExecutionSummary *struct {
		ExecutionOrder int `json:"executionOrder"`
	} `json:"executionSummary"`
}

type didOpenNotebookParams struct {
	NotebookDocument  notebookItem       `json:"notebookDocument"`
	CellTextDocuments []textDocumentItem `json:"cellTextDocuments"`
}

type didChangeNotebookParams struct {
	NotebookDocument versionedID `json:"notebookDocument"`
	Change           struct {
		Cells *struct {
			Structure *struct {
				Array struct {
					Start       int            `json:"start"`
					DeleteCount int            `json:"deleteCount"`
					Cells       []notebookCell `json:"cells"`
				} `json:"array"`
				DidOpen  []textDocumentItem `json:"didOpen"`
				DidClose []textDocumentID   `json:"didClose"`
			} `json:"structure"`
			Data        []notebookCell `json:"data"`
			TextContent []struct {
				Document versionedID     `json:"document"`
				Changes  []contentChange `json:"changes"`
			} `json:"textContent"`
		} `json:"cells"`
	} `json:"change"`
}

type notebookIDParams struct {
	NotebookDocument textDocumentID `json:"notebookDocument"`
}

type diagnostic struct {
	Range              textRange            `json:"range"`
	Severity           int                  `json:"severity"`
	Code               string               `json:"code"`
	CodeDescription    *codeDescription     `json:"codeDescription,omitempty"`
	Source             string               `json:"source"`
	Message            string               `json:"message"`
	Tags               []int                `json:"tags,omitempty"`
	RelatedInformation []relatedInformation `json:"relatedInformation,omitempty"`
	Data               *diagnosticData      `json:"data,omitempty"`
}

type diagnosticData struct {
	Name string `json:"name"` // of the rule
}

type codeDescription struct {
	Href string `json:"href"`
}

type relatedInformation struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

type publishParams struct {
	URI         string       `json:"uri"`
	Version     *int         `json:"version,omitempty"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnosticParams struct {
	TextDocument     textDocumentID `json:"textDocument"`
	PreviousResultID string         `json:"previousResultId"`
}

type diagnosticReport struct {
	URI      string        `json:"uri,omitempty"` // of workspace reports
	Version  *int          `json:"version,omitempty"`
	Kind     string        `json:"kind"` // full or unchanged
	ResultID string        `json:"resultId,omitempty"`
	Items    *[]diagnostic `json:"items,omitempty"` // of a full report
}

type workspaceDiagnosticParams struct {
	PreviousResultIDs []struct {
		URI   string `json:"uri"`
		Value string `json:"value"`
	} `json:"previousResultIds"`
}

type workspaceReport struct {
	Items []workspaceItem `json:"items"`
}

// A workspaceItem has its version even if that is null.
type workspaceItem struct {
	URI      string        `json:"uri"`
	Version  *int          `json:"version"`
	Kind     string        `json:"kind"`
	ResultID string        `json:"resultId"`
	Items    *[]diagnostic `json:"items,omitempty"`
}

type textEdit struct {
	Range   textRange `json:"range"`
	NewText string    `json:"newText"`
}

type documentEdit struct {
	TextDocument versionedID `json:"textDocument"`
	Edits        []textEdit  `json:"edits"`
}

type workspaceEdit struct {
	Changes         map[string][]textEdit `json:"changes,omitempty"`
	DocumentChanges []documentEdit        `json:"documentChanges,omitempty"`
}

type codeActionParams struct {
	TextDocument textDocumentID `json:"textDocument"`
	Range        textRange      `json:"range"`
	Context      struct {
		Only []string `json:"only"`
	} `json:"context"`
}

type codeAction struct {
	Title       string         `json:"title"`
	Kind        string         `json:"kind,omitempty"`
	Diagnostics []diagnostic   `json:"diagnostics,omitempty"`
	IsPreferred bool           `json:"isPreferred,omitempty"`
	Edit        *workspaceEdit `json:"edit,omitempty"`
	Command     *command       `json:"command,omitempty"`
}

type command struct {
	Title     string `json:"title"`
	Command   string `json:"command"`
	Arguments []any  `json:"arguments,omitempty"`
}

type executeParams struct {
	Command   string            `json:"command"`
	Arguments []json.RawMessage `json:"arguments"`
}

type applyEditParams struct {
	Label string        `json:"label"`
	Edit  workspaceEdit `json:"edit"`
}

type applyEditResult struct {
	Applied bool `json:"applied"`
}

type positionParams struct {
	TextDocument textDocumentID `json:"textDocument"`
	Position     position       `json:"position"`
}

type hover struct {
	Contents markup     `json:"contents"`
	Range    *textRange `json:"range,omitempty"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

type codeLensParams struct {
	TextDocument textDocumentID `json:"textDocument"`
}

type codeLens struct {
	Range   textRange `json:"range"`
	Command command   `json:"command"`
}

type inlayHintParams struct {
	TextDocument textDocumentID `json:"textDocument"`
	Range        textRange      `json:"range"`
}

type inlayHint struct {
	Position    position `json:"position"`
	Label       string   `json:"label"`
	Kind        int      `json:"kind"`
	PaddingLeft bool     `json:"paddingLeft"`
}

type completionItem struct {
	Label         string    `json:"label"`
	Kind          int       `json:"kind"`
	Detail        string    `json:"detail,omitempty"`
	SortText      string    `json:"sortText,omitempty"`
	TextEdit      *textEdit `json:"textEdit,omitempty"`
	Documentation *markup   `json:"documentation,omitempty"`
}

type completionList struct {
	IsIncomplete bool             `json:"isIncomplete"`
	Items        []completionItem `json:"items"`
}

type watchedParams struct {
	Changes []struct {
		URI  string `json:"uri"`
		Type int    `json:"type"`
	} `json:"changes"`
}

type foldersParams struct {
	Event struct {
		Added   []folderItem `json:"added"`
		Removed []folderItem `json:"removed"`
	} `json:"event"`
}

type configurationParams struct {
	Settings json.RawMessage `json:"settings"`
}

type cancelParams struct {
	ID json.RawMessage `json:"id"`
}

type messageParams struct {
	Type    int    `json:"type"` // 1 error, 2 warning, 3 info, 4 log
	Message string `json:"message"`
}

type showDocumentParams struct {
	URI      string `json:"uri"`
	External bool   `json:"external"`
}

type registration struct {
	ID              string `json:"id"`
	Method          string `json:"method"`
	RegisterOptions any    `json:"registerOptions,omitempty"`
}

type fileWatcher struct {
	GlobPattern string `json:"globPattern"`
}
