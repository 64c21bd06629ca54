#!/usr/bin/env python3
"""Reads what can be read of AutoGen, AG2 and the SDKs from the installed packages, and writes it as the tables of autogen/facts.go.

    tools/facts/facts.py            writes autogen/facts.go
    tools/facts/facts.py --check    writes nothing, and fails if the packages say something else than the tables

The packages are those of the oracle (testdata/conformance/oracle/install), one virtual environment a generation. A package that has
changed shows as a difference in the tables. What cannot be read from an object is written by hand elsewhere in autogen, each row with
its source.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent.parent / "autogen/facts.go"
HOME = pathlib.Path(os.environ.get("ORACLE_HOME") or pathlib.Path.home() / ".cache/autogenlint-oracle")
GENERATIONS = ("v02", "v02-new", "ag2-09", "ag2-014", "v07", "ag2-1")
PACKAGES = ("autogen-agentchat", "autogen-core", "autogen-ext", "ag2", "openai", "anthropic", "google-genai", "groq", "mistralai", "together", "cohere", "cerebras-cloud-sdk", "ollama", "python-dotenv")

# What is asked of one generation's packages, in their own interpreter.
INNER = r'''
import ast, dataclasses, importlib, importlib.metadata as metadata, inspect, json, pathlib, sys, typing, warnings
warnings.simplefilter("ignore")
out = {"packages": {}, "parameters": {}, "types": {}, "models": {}, "info": [], "variables": {}}

for name in sys.argv[1:]:
    try:
        out["packages"][name] = metadata.version(name)
    except metadata.PackageNotFoundError:
        pass

def module(name):
    try:
        return importlib.import_module(name)
    except Exception:
        return None

def parameters(path, owner, name):
    """The names that a constructor or function takes: behind * those that need their name, ** for any other."""
    thing = getattr(owner, name, None)
    if thing is None:
        return
    try:
        signature = inspect.signature(thing if dataclasses.is_dataclass(thing) or inspect.isfunction(thing) else thing.__init__)
    except (TypeError, ValueError):
        return
    out["parameters"][path] = listed(signature)

def listed(signature):
    names = []
    for p in signature.parameters.values():
        if p.name in ("self", "args", "kwds") or p.kind is p.VAR_POSITIONAL:
            continue
        if p.kind is p.KEYWORD_ONLY and "*" not in names:
            names.append("*")
        names.append("**" if p.kind is p.VAR_KEYWORD else p.name)
    return names

def declared(package, path, skip):
    """What the dataclasses of a package's files take that cannot be imported, since a package they need is not there."""
    classes = {}
    for file in sorted(pathlib.Path(package.__file__).parent.glob("*/config.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(d) for d in node.decorator_list):
                classes[node.name] = node
    def fields(node):
        names = [n for base in reversed(node.bases) if (b := classes.get(ast.unparse(base))) for n in fields(b)]
        return names + [a.target.id for a in node.body if isinstance(a, ast.AnnAssign) and a.target.id not in names]
    for name, node in sorted(classes.items()):
        if name.endswith("Config") and name not in skip:
            out["parameters"][path + name] = fields(node)

def annotated(path, thing):
    """The keys of a TypedDict or the fields of a model."""
    if thing is None:
        return
    fields = getattr(thing, "model_fields", None) or typing.get_type_hints(thing)
    out["parameters"][path] = sorted(fields)

def literals(kind):
    """The strings of a type made of literals."""
    got = []
    for arg in typing.get_args(kind):
        got += [arg] if isinstance(arg, str) else literals(arg)
    return got

def variables(package, *files):
    """The variables that a package's sources read by a name that is written there."""
    root = module(package)
    if root is None or not getattr(root, "__file__", None):
        return
    folder = pathlib.Path(root.__file__).parent
    got = set()
    for pattern in files:
        for path in folder.glob(pattern):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = None
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("getenv", "environ.get")) and node.args:
                    name = node.args[0]
                elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ"):
                    name = node.slice
                if isinstance(name, ast.Constant) and isinstance(name.value, str) and name.value.isupper():
                    got.add(name.value)
    if got:
        out["variables"][package] = sorted(got)

openai = module("openai")
if openai:
    for cls in ("OpenAI", "AzureOpenAI"):
        parameters("openai." + cls, openai, cls)
    completions = module("openai.resources.chat.completions.completions") or module("openai.resources.chat.completions")
    out["parameters"]["openai.chat.completions.create"] = listed(inspect.signature(inspect.unwrap(completions.Completions.create)))
    out["models"]["openai"] = literals((module("openai.types.shared.chat_model") or module("openai.types.chat_model")).ChatModel)
    variables("openai", "*.py", "lib/*.py", "providers/**/*.py")
for package, cls in (("anthropic", "Anthropic"), ("groq", "Groq"), ("together", "Together"), ("cohere", "ClientV2"), ("mistralai", "Mistral"), ("ollama", "Client"), ("cerebras.cloud.sdk", "Cerebras")):
    if m := module(package):
        parameters(package + "." + cls, m, cls)
        variables(package, "_client.py", "client.py", "sdk.py", "*client*.py")
variables("google.genai", "_api_client.py", "client.py")

autogen = module("autogen")
if autogen and getattr(autogen, "ConversableAgent", None):
    for cls in ("ConversableAgent", "AssistantAgent", "UserProxyAgent", "GroupChatManager", "GroupChat", "OpenAIWrapper", "LLMConfig"):
        parameters("autogen." + cls, autogen, cls)
    variables("autogen", "oai/*.py", "llm_config/*.py", "oai/*/*.py")
    if base := getattr(module("autogen.llm_config.entry"), "LLMConfigEntry", None):
        for file in sorted((pathlib.Path(autogen.__file__).parent / "oai").glob("*.py")) + sorted((pathlib.Path(autogen.__file__).parent / "llm_clients").glob("*.py")):
            module(f"autogen.{file.parent.name}.{file.stem}")
        for entry in sorted(base.__subclasses__() + [c for b in base.__subclasses__() for c in b.__subclasses__()], key=lambda c: c.__name__):
            kinds = literals(entry.model_fields["api_type"].annotation) if "api_type" in entry.model_fields else []
            if kinds:
                annotated("autogen.oai." + entry.__name__, entry)
            for kind in kinds:
                out["types"][kind] = entry.__name__
for name in ("autogen.beta", "ag2"):
    config = module(name + ".config")
    if config is None:
        continue
    for cls in sorted(n for n in dir(config) if n.endswith("Config") and n != "ModelConfig"):
        if inspect.isclass(getattr(config, cls)):
            parameters(name + ".config." + cls, config, cls)
    declared(config, name + ".config.", [n for n in dir(config) if dataclasses.is_dataclass(getattr(config, n))] + ["GeminiBaseConfig"])
    parameters(name + ".Agent", module(name), "Agent")
    variables(name, "config/**/*.py")
ext = module("autogen_ext.models.openai")
if ext:
    from autogen_ext.models.openai import _model_info
    from autogen_core.models import ModelInfo
    out["models"]["autogen_ext.models.openai"] = sorted(set(_model_info._MODEL_INFO) | set(_model_info._MODEL_POINTERS))
    whole = dict.fromkeys((k for k, hint in typing.get_type_hints(ModelInfo, include_extras=True).items() if "Required[" in str(hint)), False)
    for key in sorted(whole):
        try:
            module("autogen_core.models._model_client").validate_model_info({k: v for k, v in whole.items() if k != key})
        except ValueError:
            out["info"].append(key)
    config = module("autogen_ext.models.openai.config")
    for cls in ("OpenAIClientConfiguration", "AzureOpenAIClientConfiguration"):
        annotated("autogen_ext.models.openai." + cls.replace("ClientConfiguration", "ChatCompletionClient"), getattr(config, cls))
    for path, name, cls in (("autogen_ext.models.anthropic.AnthropicChatCompletionClient", "autogen_ext.models.anthropic.config", "AnthropicClientConfiguration"),
                            ("autogen_ext.models.ollama.OllamaChatCompletionClient", "autogen_ext.models.ollama.config", "BaseOllamaClientConfiguration"),
                            ("autogen_ext.models.azure.AzureAIChatCompletionClient", "autogen_ext.models.azure.config", "AzureAIChatCompletionClientConfig")):
        if m := module(name):
            annotated(path, getattr(m, cls, None))
    agents, teams = module("autogen_agentchat.agents"), module("autogen_agentchat.teams")
    for cls in ("AssistantAgent", "SocietyOfMindAgent", "CodeExecutorAgent", "UserProxyAgent"):
        parameters("autogen_agentchat.agents." + cls, agents, cls)
    for cls in ("RoundRobinGroupChat", "SelectorGroupChat", "MagenticOneGroupChat", "Swarm", "GraphFlow"):
        parameters("autogen_agentchat.teams." + cls, teams, cls)
    variables("autogen_ext", "models/*/*.py")
print("\n" + json.dumps(out))
'''


def read(generation):
    python = HOME / generation / "bin/python"
    if not python.exists():
        raise SystemExit(f"facts: {generation} is not installed (testdata/conformance/oracle/install)")
    done = subprocess.run([python, "-c", INNER, *PACKAGES], capture_output=True, text=True, env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"})
    if done.returncode:
        raise SystemExit(f"facts: {generation}: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def strings(names):
    return json.dumps(" ".join(names), ensure_ascii=False)


def table(name, comment, kind, rows):
    return f"// {name} {comment}\nvar {name} = {kind}{{\n" + "".join(rows) + "}\n\n"


def written(facts, date):
    by = lambda field: [f"\t{json.dumps(g)}: {{\n" + "".join(f"\t\t{json.dumps(k)}: {strings(v)},\n" for k, v in sorted(f[field].items())) + "\t},\n" for g, f in facts.items() if f[field]]
    text = f"// Code generated by tools/facts/facts.py. DO NOT EDIT.\n\npackage autogen\n\n// factsOf is the day the tables below were read.\nconst factsOf = {json.dumps(date)}\n\n"
    text += table("packagesOf", "are the packages that each generation was read from (testdata/conformance/oracle/generations.tsv).", "map[string]map[string]string", by2(facts))
    text += table("parametersOf", "are the names that constructors, entries and requests take, by generation: behind * those that need their name, ** for any other.", "map[string]map[string]string", by("parameters"))
    text += table("typesOf", "are the values of api_type that AG2's entries take.", "map[string]string", [f"\t{json.dumps(g)}: {strings(sorted(f['types']))},\n" for g, f in facts.items() if f["types"]])
    text += table("modelsOf", "are the names of models that packages list.", "map[string]map[string]string", by("models"))
    text += table("variablesOf", "are the variables that packages read by a name that is written in their sources.", "map[string]map[string]string", by("variables"))
    info = next(f["info"] for f in facts.values() if f["info"])
    text += f"// infoOf are the keys without which 0.4's clients refuse a model_info.\nconst infoOf = {strings(info)}\n"
    done = subprocess.run(["gofmt"], input=text, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit("facts: " + done.stderr)
    return done.stdout


def by2(facts):
    return [f"\t{json.dumps(g)}: {{\n" + "".join(f"\t\t{json.dumps(k)}: {json.dumps(v)},\n" for k, v in sorted(f["packages"].items())) + "\t},\n" for g, f in facts.items()]


def undated(text):
    return "\n".join(line for line in text.splitlines() if not line.startswith("const factsOf"))


def main():
    text = written({g: read(g) for g in GENERATIONS}, datetime.date.today().isoformat())
    old = OUT.read_text("utf-8") if OUT.exists() else ""
    if undated(old) == undated(text):
        return 0
    if "--check" in sys.argv[1:]:
        print("facts: the packages say something else than autogen/facts.go; tools/facts/facts.py writes it", file=sys.stderr)
        return 1
    OUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
