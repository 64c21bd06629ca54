package project

import (
	"strings"
	"testing"

	"github.com/autogenlint/autogenlint/eval"
)

// program returns the program of p that starts at path.
func program(t *testing.T, p *Project, path string) *Program {
	t.Helper()
	for _, pr := range p.Programs {
		if pr.Path == path {
			return pr
		}
	}
	t.Fatalf("no program %s", path)
	return nil
}

// show prints an import: its files, or what it is instead.
func show(i eval.Import) string {
	switch {
	case i.Foreign != "":
		return "foreign " + i.Foreign
	case i.Unknown != "":
		return "unknown: " + i.Unknown
	}
	var out []string
	for k, m := range i.Chain {
		file := "(namespace)"
		if m != nil {
			file = m.File.Path
		}
		out = append(out, i.Names[k]+"="+file)
	}
	return strings.Join(out, " ")
}

func TestImport(t *testing.T) {
	const seed = "\nimport autogen\n"
	tests := []struct {
		name  string
		tree  string
		entry string // and the module that imports, unless from says another
		from  string
		asks  map[string]string // `...name` to what it is
	}{
		{"beside the entry point", `
-- app/main.py --` + seed + `
-- app/config.py --
-- app/json.py --
-- app/sys.py --
`, "app/main.py", "", map[string]string{
			"config": "config=app/config.py",
			"json":   "json=app/json.py",
			"sys":    "foreign sys",
			"os":     "foreign os",
			"openai": "foreign openai",
		}},
		{"from the root and from src", `
-- app/main.py --` + seed + `
-- lib/__init__.py --
-- lib/a.py --
-- src/deep/inner/b.py --
-- logging.py --
`, "app/main.py", "", map[string]string{
			"lib":          "lib=lib/__init__.py",
			"lib.a":        "lib=lib/__init__.py lib.a=lib/a.py",
			"lib.gone":     "unknown: lib.gone is not in the project",
			"lib.a.b":      "unknown: lib.a is not a package",
			"deep.inner.b": "deep=(namespace) deep.inner=(namespace) deep.inner.b=src/deep/inner/b.py",
			"deep":         "deep=(namespace)",
			"logging":      "foreign logging",
		}},
		{"two candidates", `
-- app/main.py --` + seed + `
-- app/config.py --
-- config.py --
-- app/lib/__init__.py --
-- app/lib/x.py --
-- lib/__init__.py --
-- lib/y.py --
`, "app/main.py", "", map[string]string{
			"config": "unknown: the project has several modules called config",
			"lib.x":  "lib=app/lib/__init__.py lib.x=app/lib/x.py",
			"lib.y":  "lib=lib/__init__.py lib.y=lib/y.py",
		}},
		{"a notebook's folder comes first", `
-- nb/a.ipynb --
{"cells": [{"cell_type": "code", "source": ["import autogen"], "metadata": {}, "outputs": [], "execution_count": null}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
-- nb/config.py --
-- config.py --
`, "nb/a.ipynb", "", map[string]string{"config": "config=nb/config.py"}},
		{"relative", `
-- pkg/__init__.py --
-- pkg/sub/__init__.py --
-- pkg/sub/m.py --` + seed + `
-- pkg/sub/n.py --
-- pkg/o.py --
`, "pkg/sub/m.py", "", map[string]string{
			".n":     "pkg=pkg/__init__.py pkg.sub=pkg/sub/__init__.py pkg.sub.n=pkg/sub/n.py",
			"..o":    "pkg=pkg/__init__.py pkg.o=pkg/o.py",
			".":      "pkg=pkg/__init__.py pkg.sub=pkg/sub/__init__.py",
			".gone":  "unknown: pkg.sub.gone is not in the project",
			"....x":  "unknown: a relative import that leaves the project",
			"pkg.o":  "pkg=pkg/__init__.py pkg.o=pkg/o.py",
			"...pkg": "pkg=pkg/__init__.py",
		}},
		{"AutoGen is not a folder of examples", `
-- autogen/main.py --` + seed + `
-- openai/notes.txt --
`, "autogen/main.py", "", map[string]string{"autogen": "foreign autogen", "openai": "foreign openai"}},
		{"unless it holds what is asked for", `
-- agents/autogen/base.py --
-- agents/autogen/single/main.py --` + seed + `
`, "agents/autogen/single/main.py", "", map[string]string{
			"autogen":      "foreign autogen",
			"autogen.oai":  "foreign autogen.oai",
			"autogen.base": "unknown: autogen.base is in the project, below a folder that is called as an installed package is",
		}},
		{"but a package of the project is", `
-- autogen/__init__.py --
-- autogen/oai.py --
-- demo/main.py --` + seed + `
`, "demo/main.py", "", map[string]string{"autogen.oai": "autogen=autogen/__init__.py autogen.oai=autogen/oai.py"}},
		{"started from the folder above the package", `
-- backend/app/main.py --` + seed + `
-- backend/app/core/config.py --
`, "backend/app/main.py", "", map[string]string{"app.core.config": "app=(namespace) app.core=(namespace) app.core.config=backend/app/core/config.py"}},
		{"in a folder that Python would not look into", `
-- a/main.py --` + seed + `
-- b/helpers.py --
-- c/yaml.py --
`, "a/main.py", "", map[string]string{
			"helpers": "unknown: a module called helpers is in the project, where Python does not look for it",
			"yaml":    "foreign yaml",
			"nowhere": "foreign nowhere",
		}},
		{"unless the program says so", `
-- a/main.py --
import sys; sys.path.append("../b")` + seed + `
-- b/helpers.py --
`, "a/main.py", "", map[string]string{"helpers": "helpers=b/helpers.py"}},
		{"put before all others", `
-- main.py --
import sys; sys.path.insert(0, "conf/prod")` + seed + `
-- settings.py --
-- helpers.py --
-- conf/prod/settings.py --
-- conf/test/helpers.py --
`, "main.py", "", map[string]string{
			"settings": "unknown: a folder that holds a module called settings too is put before all others",
			"helpers":  "helpers=helpers.py",
		}},
		{"ignored", `
-- .gitignore --
secret_settings.py
local.py
-- main.py --` + seed + `
-- local.py --
`, "main.py", "", map[string]string{
			"local":           "local=local.py",
			"secret_settings": "unknown: secret_settings is ignored by git, and not there",
		}},
		{"packages that a manifest names", `
-- pyproject.toml --
[tool.setuptools.packages.find]
where = ["python"]
[tool.poetry]
packages = [{include = "x", from = "lib"}]
-- tests/main.py --` + seed + `
-- python/one/__init__.py --
-- lib/x/__init__.py --
`, "tests/main.py", "", map[string]string{"one": "one=python/one/__init__.py", "x": "x=lib/x/__init__.py"}},
		{"the nearest manifest", `
-- services/a/requirements.txt --
-- services/a/jobs/main.py --` + seed + `
-- services/a/shared/__init__.py --
-- services/b/shared/__init__.py --
`, "services/a/jobs/main.py", "", map[string]string{"shared": "shared=services/a/shared/__init__.py"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, test.tree)
			pr := program(t, p, test.entry)
			w := pr.World(nil)
			for ask, want := range test.asks {
				name := strings.TrimLeft(ask, ".")
				if got := show(w.Import(pr.Entry(), name, len(ask)-len(name))); got != want {
					t.Errorf("import %s: %s; want %s", ask, got, want)
				}
			}
		})
	}
}
