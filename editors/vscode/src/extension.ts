// The extension starts the language server of autogenlint and shows what only VS Code can show: pages of rules, questions for a
// reason, its state. Everything else is the server's.
import * as vscode from 'vscode'
import { LanguageClient, LanguageClientOptions, ServerOptions, State, WorkspaceEdit } from 'vscode-languageclient/node'

import { findServer, Found } from './server'

// The server's own commands, which the client hands on to it.
const serverExplain = 'autogenlint.explain'
const serverFixAll = 'autogenlint.fixAll'

// What the extension does itself, and tells the server to leave to it.
const ours = { suppressCommand: 'autogenlint.suppress', explainQuietly: true }

let session: Session | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  session = new Session(context)
  context.subscriptions.push(session)
  await session.start()
}

export async function deactivate(): Promise<void> {
  await session?.stop()
}

/** A suppression that the server offers; the placeholder stands where the reason belongs. */
interface Suppression {
  rule: string
  placeholder: string
  edit: WorkspaceEdit
}

class Session implements vscode.Disposable {
  private client: LanguageClient | undefined
  private readonly log = vscode.window.createOutputChannel('autogenlint', { log: true })
  private readonly status: vscode.LanguageStatusItem
  private readonly pages = new Map<string, string>() // of rules, by name
  private readonly owned: vscode.Disposable[] = []
  private starting: Promise<void> = Promise.resolve()

  constructor(private readonly context: vscode.ExtensionContext) {
    this.status = vscode.languages.createLanguageStatusItem('autogenlint', selector)
    this.status.name = 'autogenlint'
    this.status.command = { title: 'Show the log', command: 'autogenlint.showLog' }
    this.owned.push(
      this.log,
      this.status,
      vscode.commands.registerCommand('autogenlint.restart', () => this.restart()),
      vscode.commands.registerCommand('autogenlint.showLog', () => this.log.show()),
      vscode.commands.registerCommand('autogenlint.openSettings', () => vscode.commands.executeCommand('workbench.action.openSettings', '@ext:autogenlint.autogenlint')),
      vscode.commands.registerCommand('autogenlint.fixDocument', () => this.fixDocument()),
      vscode.commands.registerCommand('autogenlint.explainRule', (name?: string) => this.explainRule(name)),
      vscode.commands.registerCommand(ours.suppressCommand, (s: Suppression) => this.suppress(s)),
      vscode.workspace.registerTextDocumentContentProvider('autogenlint-rule', {
        provideTextDocumentContent: (uri) => this.pages.get(uri.path.replace(/^\/|\.md$/g, '')) ?? '',
      }),
      vscode.workspace.onDidChangeConfiguration(async (e) => {
        if (['autogenlint.path', 'autogenlint.importStrategy', 'autogenlint.run'].some((s) => e.affectsConfiguration(s))) {
          await this.restart()
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.restart()),
    )
  }

  dispose(): void {
    for (const d of this.owned) d.dispose()
  }

  /** One start or stop at a time. */
  private next(step: () => Promise<void>): Promise<void> {
    this.starting = this.starting.then(step, step)
    return this.starting
  }

  start(): Promise<void> {
    return this.next(() => this.begin())
  }

  stop(): Promise<void> {
    return this.next(() => this.end())
  }

  private async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  private async begin(): Promise<void> {
    let found: Found
    try {
      found = await findServer(this.context)
    } catch (e) {
      this.show(vscode.LanguageStatusSeverity.Error, 'autogenlint was not found', String(e))
      void vscode.window.showErrorMessage(`autogenlint: ${e instanceof Error ? e.message : e}`, 'Open the settings').then((chosen) => {
        if (chosen) void vscode.commands.executeCommand('autogenlint.openSettings')
      })
      return
    }
    this.log.info(`starting ${found.command} (${found.from})`)
    const client = new LanguageClient('autogenlint', 'autogenlint', serverOptions(found), this.clientOptions())
    this.client = client
    client.onDidChangeState((e) => {
      switch (e.newState) {
        case State.Running: {
          const version = client.initializeResult?.serverInfo?.version ?? ''
          return this.show(vscode.LanguageStatusSeverity.Information, `autogenlint ${version}`, found.from)
        }
        case State.Starting:
          return this.show(vscode.LanguageStatusSeverity.Information, 'autogenlint is starting', found.from)
        default:
          return this.show(vscode.LanguageStatusSeverity.Warning, 'autogenlint is not running', found.from)
      }
    })
    try {
      await client.start()
    } catch (e) {
      this.show(vscode.LanguageStatusSeverity.Error, 'autogenlint did not start', String(e))
    }
  }

  private async end(): Promise<void> {
    const client = this.client
    this.client = undefined
    if (client?.needsStop()) await client.stop()
    await client?.dispose()
  }

  private show(severity: vscode.LanguageStatusSeverity, text: string, detail: string): void {
    this.status.severity = severity
    this.status.text = text
    this.status.detail = detail
    this.status.busy = text.endsWith('starting')
  }

  private clientOptions(): LanguageClientOptions {
    const settings = vscode.workspace.getConfiguration('autogenlint')
    return {
      documentSelector: selector as LanguageClientOptions['documentSelector'],
      outputChannel: this.log,
      initializationOptions: { ...settings, ...ours },
      diagnosticPullOptions: { onChange: settings.get('run') !== 'onSave', onSave: true, onTabs: true },
      middleware: {
        executeCommand: async (command, args, next) => {
          const result: unknown = await next(command, args)
          if (command === serverExplain && typeof result === 'string') await this.showPage(String(args[0]), result)
          return result
        },
        workspace: {
          configuration: async (params, token, next) => {
            const answers = await next(params, token)
            if (!Array.isArray(answers)) return answers
            return answers.map((a, i) => (params.items[i].section === 'autogenlint' ? { ...a, ...ours } : a))
          },
        },
      },
    }
  }

  /** Shows the page of a rule beside the editor. */
  private async showPage(name: string, page: string): Promise<void> {
    this.pages.set(name, page)
    const uri = vscode.Uri.from({ scheme: 'autogenlint-rule', path: `/${name}.md` })
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
  }

  private async explainRule(name?: string): Promise<void> {
    name ??= await vscode.window.showInputBox({ title: 'Explain a rule', prompt: 'Its code or name', placeHolder: 'late-api-key' })
    if (!name) return
    await this.ask(serverExplain, [name.trim()])
  }

  /** Fixes what is open; a notebook is fixed as a whole. */
  private async fixDocument(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document
    if (!document) return
    await this.ask(serverFixAll, [this.client?.code2ProtocolConverter.asUri(document.uri), document.version])
  }

  /** Has the server do a command, by the command that the client made of it. */
  private async ask(command: string, args: unknown[]): Promise<void> {
    if (!this.client?.isRunning()) {
      void vscode.window.showWarningMessage('autogenlint is not running.')
      return
    }
    try {
      await vscode.commands.executeCommand(command, ...args)
    } catch (e) {
      void vscode.window.showWarningMessage(`autogenlint: ${e instanceof Error ? e.message : e}`)
    }
  }

  /** Asks why a finding is to be silenced, and writes that down. */
  private async suppress(s: Suppression): Promise<void> {
    const client = this.client
    if (!client) return
    const reason = await vscode.window.showInputBox({
      title: `Suppress ${s.rule}`, prompt: 'Why is it right here?', ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? 'A suppression needs a reason' : text.split('#')[0].trim() === '' ? 'A # begins another comment; start with a word' : undefined),
    })
    if (!reason) return
    const edit = JSON.parse(JSON.stringify(s.edit), (key, value: unknown) =>
      key === 'newText' && typeof value === 'string' ? value.replace(s.placeholder, () => reason.trim()) : value,
    ) as WorkspaceEdit
    const applied = await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))
    if (!applied) void vscode.window.showWarningMessage('autogenlint: the file has changed meanwhile; nothing was written.')
  }
}

/** What the server is told of: programs, and the files that configure them. */
const selector: vscode.DocumentSelector = [
  { scheme: 'file', language: 'python' },
  { notebookType: 'jupyter-notebook', language: 'python' },
  { scheme: 'file', pattern: '**/.env*' },
  { scheme: 'file', pattern: '**/OAI_CONFIG_LIST*' },
  ...['json', 'jsonc', 'yaml', 'toml', 'pip-requirements', 'shellscript', 'dockerfile', 'dockercompose'].map((language) => ({ scheme: 'file', language })),
]

function serverOptions(found: Found): ServerOptions {
  return { command: found.command, args: ['server'], options: { cwd: found.folder } }
}
