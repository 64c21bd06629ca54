package rules

import (
	"fmt"
	"strings"

	"github.com/autogenlint/autogenlint/autogen"
	"github.com/autogenlint/autogenlint/eval"
	"github.com/autogenlint/autogenlint/lint"
	"github.com/autogenlint/autogenlint/model"
	"github.com/autogenlint/autogenlint/source"
)

// causes judges every build that lacks something for the one cause that a rule speaks for.
func causes(kind model.CauseKind, most lint.Level, say func(v model.Verdict, k *model.KeyCause) string, mend ...mender) func(*model.Program, reporter) {
	return func(p *model.Program, report reporter) {
		for _, v := range p.Judge(func(b *model.Build) []model.Fault {
			var out []model.Fault
			for _, k := range b.Causes() {
				if k.Kind == kind {
					out = append(out, b.Fault(k))
				}
			}
			return out
		}) {
			k := v.Data.(*model.KeyCause)
			f := finding(v, most, say(v, k), v.Build.Failures(k)...)
			f.Path = causeWay(v, k)
			f = with(f, causeFix(p, v, k))
			for _, m := range mend {
				f = with(f, m(p, v, k))
			}
			report(f)
		}
	}
}

// A mender makes the fix of a cause, or nil.
type mender func(p *model.Program, v model.Verdict, k *model.KeyCause) *lint.Fix

// causeWay is where the key was looked for, where the client was built, and what came too late or in vain.
func causeWay(v model.Verdict, k *model.KeyCause) []lint.Step {
	var out []lint.Step
	if k.Read.Valid() {
		out = append(out, lint.Step{Place: k.Read, Text: k.Var + " is read here"})
	}
	if b := v.Build; b.Entry.Place.Valid() && b.Entry.Place != b.Place && k.Kind != model.NotLoaded {
		out = append(out, lint.Step{Place: b.Entry.Place, Text: "the configuration is made here"})
	}
	if k.Holder.Valid() && k.Holder != v.Place {
		out = append(out, lint.Step{Place: k.Holder, Text: holderText(k)})
	}
	out = append(out, lint.Step{Place: v.Build.Place, Text: "the client is built here"})
	if k.Event != nil && k.Kind == model.Late {
		if w := k.Event.Whole; w.Valid() && w.File == k.Event.Span.File && line(w, w) != line(k.Event.Span, w) {
			out = append(out, lint.Step{Place: oneLine(w), Text: "it is set only by this"}) // os.environ.update(…) over several lines
		}
		if k.Event.Span.Valid() {
			out = append(out, lint.Step{Place: k.Event.Span, Text: "it is set only here"})
		}
	}
	return out
}

func holderText(k *model.KeyCause) string {
	if k.Kind == model.WrongName {
		return k.Other + " is set here"
	}
	return k.Var + " is given this value here"
}

// lateAPIKey: the variable is set, or a .env loaded, after the client that reads it was built.
var lateAPIKey = rule("AG101", "late-api-key", lint.Error, "A key is set, or a .env loaded, after the client that needs it was built.",
	causes(model.Late, lint.Error, func(v model.Verdict, k *model.KeyCause) string {
		before, what := v.Build.Place, "the client that reads it is built"
		if k.Read.Valid() {
			before, what = k.Read, "it is read"
		}
		if k.Event.Kind == eval.DotenvLoaded {
			if k.Event.Dotenv.Missing {
				return fmt.Sprintf("the .env that may hold %s is loaded after %s; load it before %s", k.Var, what, line(before, v.Place))
			}
			return fmt.Sprintf("the .env that holds %s is loaded after %s; load it before %s", k.Var, what, line(before, v.Place))
		}
		return fmt.Sprintf("%s is set after %s; set it before %s", k.Var, what, line(before, v.Place))
	}))

// blankAPIKey: there is a key, and it is empty.
var blankAPIKey = rule("AG102", "blank-api-key", lint.Error, "A key that is empty reaches a client.",
	causes(model.BlankKey, lint.Error, func(v model.Verdict, k *model.KeyCause) string {
		if k.Default && !k.Equipped {
			then, remedy := "does not look further", "leave the default out, or stop with a message"
			if len(k.Falls) > 0 {
				then = "then needs " + strings.Join(k.Falls, " or ")
			}
			if file := k.Place.File; file != nil && file.Kind != source.Python && file.Kind != source.Notebook {
				remedy = "write it here, or take the line out"
			}
			return fmt.Sprintf("the key is empty where %s is not set, and the client %s; %s", k.Var, then, remedy)
		}
		if k.Default {
			return fmt.Sprintf("%s is empty here, and the client is built with it; give it the key, or remove it", k.Var)
		}
		if len(k.Falls) > 0 {
			return fmt.Sprintf("the key is empty, and the client then needs %s; give it the key, or leave the field out", strings.Join(k.Falls, " or "))
		}
		if k.Field == "credential" {
			return "the key is empty, and no variable stands in for it; read it from the environment"
		}
		return "the key is empty, and the client does not look further; give it the key, or leave the field out so that the environment is asked"
	}, func(p *model.Program, v model.Verdict, k *model.KeyCause) *lint.Fix {
		f, given := v.Build.Field(k.Field)
		if given && !f.Held && k.Var != "" && direct(f) && oneLine(f.Place()) == oneLine(k.Place) {
			return dropField(f, "Leave the field out, so that the environment is asked", v.Level == model.Proof && alone(p, v, f))
		}
		return strict(p.Modules, k.Place)
	}))

// missingAPIKey: nothing can supply it, and that is certain.
var missingAPIKey = rule("AG103", "missing-api-key", lint.Error, "Nothing can supply the key that a client needs.", both(missingItems, causes(model.Missing, lint.Error, func(v model.Verdict, k *model.KeyCause) string {
	switch {
	case k.Deleted:
		return fmt.Sprintf("%s is removed before the client that reads it is built; keep it until then", k.Var)
	case k.Explicit:
		return "None turns off the client's look-up of its variable; leave the field out, or give it the key"
	}
	return fmt.Sprintf("%s is not in %s, which the program loads; add it there", k.Var, k.File)
})))

// both runs one part of a rule after the other.
func both(first, second func(*model.Program, reporter)) func(*model.Program, reporter) {
	return func(p *model.Program, report reporter) {
		first(p, report)
		second(p, report)
	}
}

// missingItems reports dotenv_values(…)[NAME] of a key that the file does not hold.
func missingItems(p *model.Program, report reporter) {
	for _, m := range p.MissingItems() {
		if m.Other == "" {
			report(missed(m, fmt.Sprintf("%s is not in %s, which is read here; add it there", m.Var, m.File), raises(m)...))
		}
	}
}

// raises is what comes of a read that finds nothing, if that is one thing.
func raises(m model.Miss) []autogen.Failure {
	if m.Raised.Exception == "" {
		return nil
	}
	return []autogen.Failure{m.Raised}
}

// missed makes a finding of a read that finds nothing.
func missed(m model.Miss, message string, fs ...autogen.Failure) lint.Finding {
	f := lint.Finding{Place: m.Place, Level: lint.Warning, Failures: failures(fs...), Cause: m.Var}
	f.Message = message
	return f
}

// wrongEnvName: a name that no client reads.
var wrongEnvName = rule("AG104", "wrong-env-name", lint.Error, "A key is set or read under a name that does not fit.", both(wrongReads, causes(model.WrongName, lint.Error, func(v model.Verdict, k *model.KeyCause) string {
	if k.Place == k.Read {
		return fmt.Sprintf("%s is read here, and what the sources set is %s; use one name", k.Var, k.Other)
	}
	return fmt.Sprintf("nothing reads %s; the client reads %s", k.Other, k.Var)
})))

// wrongReads reports reads under a name that nothing sets: of a .env that has a cousin, and of a key whose provider is mistyped.
func wrongReads(p *model.Program, report reporter) {
	report = once(report)
	for _, m := range p.MissingItems() {
		if m.Other != "" {
			report(missed(m, fmt.Sprintf("%s is read here, and what %s holds is %s; use one name", m.Var, m.File, m.Other), raises(m)...))
		}
	}
	for _, m := range p.Misspelt() {
		report(missed(m, fmt.Sprintf("%s is read here, and the variable is called %s; correct the name", m.Var, m.Other)))
	}
}

// keyAsEnvName: a key where a variable's name belongs.
var keyAsEnvName = secret(rule("AG108", "key-as-env-name", lint.Error, "A key stands where the name of a variable belongs.",
	func(p *model.Program, report reporter) {
		best := map[source.Span]lint.Finding{} // what the look-up raises and what the client lacks is one fault
		keep := func(f lint.Finding) {
			if was, seen := best[f.Place]; !seen || f.Level > was.Level {
				best[f.Place] = f
			}
		}
		causes(model.KeyAsName, lint.Error, func(model.Verdict, *model.KeyCause) string {
			return "this is a key, and os.getenv wants the name of a variable: the client gets None; name the variable that holds the key, and revoke this one"
		}, func(p *model.Program, v model.Verdict, k *model.KeyCause) *lint.Fix {
			return renamed(p, k.Place, keyVariable(v.Build))
		})(p, func(f lint.Finding) {
			f.Secret = true
			keep(f)
		})
		readKeys(p, keep)
		mappedKeys(p, keep)
		for _, f := range best {
			report(f)
		}
	}), "7.5", "cwe-798")

// mappedKeys reports the value of a variable where config_list_from_dotenv wants its name.
func mappedKeys(p *model.Program, report reporter) {
	for _, at := range p.MappedKeys() {
		f := lint.Finding{Place: at, Level: lint.Warning}
		f.Message = "model_api_key_map takes the name of a variable, and this gives it the value: no entry is made for the model; write the name alone"
		report(f)
	}
}

// ineffectiveEnv: a write that no reader sees.
var ineffectiveEnv = rule("AG110", "ineffective-env", lint.Error, "A variable is set in a way that the program cannot see.",
	func(p *model.Program, report reporter) {
		report = once(report)
		causes(model.Ineffective, lint.Error, func(v model.Verdict, k *model.KeyCause) string {
			if k.Event == nil {
				return fmt.Sprintf("%s is assigned here and not exported, so the program that the script runs does not see it; write export %s=…", k.Var, k.Var)
			}
			return inVain(k.Event, k.Var)
		})(p, report)
	})

// inVain says how e sets a variable in vain.
func inVain(e *eval.Event, name string) string {
	instead := fmt.Sprintf("write os.environ[%q] = …", name)
	if e.Kind == eval.ItemSet {
		return fmt.Sprintf("%s is not set for this program: the copy of os.environ is changed, not os.environ itself; %s", name, instead)
	}
	how := ""
	if len(e.Args.Pos) > 0 {
		how, _ = eval.AsStr(e.Args.Pos[0])
	}
	switch how {
	case "os.putenv":
		return fmt.Sprintf("%s is not set for this program: os.putenv does not change os.environ; %s", name, instead)
	case "source":
		return fmt.Sprintf("%s is not set for this program: the file is read into a shell that ends at once; call load_dotenv() instead", name)
	}
	return fmt.Sprintf("%s is not set for this program: %s; %s", name, shellSets(how), instead)
}

// shellSets is what a shell's command for setting a variable does instead.
func shellSets(command string) string {
	if command == "setx" {
		return "setx sets it for programs that start later"
	}
	return command + " sets it in a shell that ends at once"
}

// openaiGlobalIgnored: openai.api_key = …, which no client of AutoGen's reads.
var openaiGlobalIgnored = rule("AG111", "openai-global-ignored", lint.Warning, "openai.api_key is set, which AutoGen's clients do not read.",
	causes(model.GlobalIgnored, lint.Warning, func(v model.Verdict, k *model.KeyCause) string {
		return fmt.Sprintf("AutoGen's clients do not read openai.api_key; put the key into the configuration, or set %s", k.Var)
	}))

// shadowedDotenv: a load of a .env that cannot take effect.
var shadowedDotenv = rule("AG115", "shadowed-dotenv", lint.Warning, "A load of a .env cannot take effect.", both(lookouts, causes(model.Shadowed, lint.Warning, func(v model.Verdict, k *model.KeyCause) string {
	if k.Event.Dotenv.Missing {
		return fmt.Sprintf("there is no .env where this looks; %s is in %s", k.Var, k.File)
	}
	return fmt.Sprintf("%s is set already, if only to nothing, so this load leaves it as it is; pass override=True, or do not set it before", k.Var)
})))

// lookouts reports config_list_from_dotenv() without a path.
func lookouts(p *model.Program, report reporter) {
	for _, l := range p.Lookouts() {
		f := lint.Finding{Place: l.Event.Span, Level: lint.Warning}
		f.Message = fmt.Sprintf("without a path this looks for a .env where autogen is installed, and not for %s, which holds %s; pass dotenv_file_path", l.File, l.Var)
		f.Failures = failures(autogen.Failure{Exception: "ValueError", Text: "When using OpenAI or Azure OpenAI endpoints, specify a non-empty 'model' either in 'llm_config' or in each config of 'config_list'."})
		report(f)
	}
}

// unloadedDotenv: a .env that nothing loads.
var unloadedDotenv = rule("AG116", "unloaded-dotenv", lint.Warning, "A .env names the key that is needed, and nothing loads it.",
	causes(model.NotLoaded, lint.Warning, func(v model.Verdict, k *model.KeyCause) string {
		return fmt.Sprintf("%s is in %s, and nothing loads that file; call load_dotenv() before the client is built", k.Var, k.File)
	}))

// keyToThirdParty: no key of its own for a host that is not OpenAI's.
var keyToThirdParty = rule("AG310", "key-to-third-party", lint.Warning, "No key is given for a host that is not OpenAI's.",
	causes(model.ThirdParty, lint.Warning, func(v model.Verdict, k *model.KeyCause) string {
		return fmt.Sprintf("no api_key is given for this host, so the client sends %s there, and is not built where that is not set; give it a key of its own (any text for a local server)", k.Var)
	}))
