using System.Text.RegularExpressions;
using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>
/// Reads a programme from the bytes of its YAML file and checks that it can work. Says everything that is wrong, with line and
/// how to mend it; a programme that comes out has no mistake.
/// </summary>
/// <param name="law">The sharing matrix of a country, which says what hat the law gives a role; null where it is not asked.</param>
public sealed partial class ProgrammeReader(IReadOnlySet<string> forms, IReadOnlySet<string> rules, Func<string, SharingMatrix?>? law = null)
{
    public Outcome<Programme> Read(ReadOnlyMemory<byte> bytes, string path)
    {
        var mistakes = new List<ContentMistake>();
        if (YamlTree.Read(bytes, path, mistakes) is not { } root)
            return new ContentNotUnderstood(mistakes);

        var map = new YamlMap(root, path, mistakes);
        var lines = new Dictionary<string, YamlMap>(StringComparer.Ordinal);
        var programme = Read(map, ContentHash.Of(bytes.Span), lines);
        if (mistakes.Count == 0)
            mistakes.AddRange(Flaws(programme, lines, path).Concat(SofterThanTheLaw(programme, map, lines, path)));
        return mistakes.Count == 0 ? programme : new ContentNotUnderstood([.. mistakes.OrderBy(m => m.Line)]);
    }

    /// <summary>
    /// Reads a programme that was published, and so checked, before. Forms and rules that it names may have gone since, and a check may
    /// have been added: neither takes a running case's programme away.
    /// </summary>
    public static Outcome<Programme> ReadPublished(ReadOnlyMemory<byte> bytes)
    {
        var mistakes = new List<ContentMistake>();
        if (YamlTree.Read(bytes, "", mistakes) is not { } root)
            return new ContentNotUnderstood(mistakes);
        var programme = Read(new YamlMap(root, "", mistakes), ContentHash.Of(bytes.Span), []);
        return mistakes.Count == 0 ? programme : new ContentNotUnderstood(mistakes);
    }

    private static Programme Read(YamlMap map, string hash, Dictionary<string, YamlMap> lines)
    {
        var parts = map.ByRole("roles", Part);
        if (parts.Count == 0)
            map.Mistake("roles", "missing", "roles");
        var programme = new Programme
        {
            Key = Key(map),
            Version = map.NeededWord("version"),
            Hash = hash,
            Country = Country(map),
            Title = map.NeededWording("title"),
            Summary = map.NeededWording("summary"),
            Parts = parts,
            Stages = Stages(map, parts, lines),
        };
        map.NothingElse();
        return programme;
    }

    /// <summary>A key is what other files and the database name things by, so it is kept to what never needs quoting.</summary>
    internal static string Key(YamlMap map)
    {
        var key = map.NeededWord("key");
        if (key.Length > 0 && !WellFormedKey().IsMatch(key))
            map.Mistake("key", "key-malformed", key);
        return key;
    }

    private static string Country(YamlMap map)
    {
        var country = map.NeededWord("country");
        if (country.Length > 0 && NationalCalendar.For(country) is null)
            map.Mistake("country", "unknown-country", country, string.Join(", ", NationalCalendar.Countries));
        return country;
    }

    private static Part Part(YamlMap roles, PartyRole role)
    {
        var none = new Wording("", "", "");
        if (roles.Map(StableWord.Of(role)) is not { } map)
            return new Part(role, default, none, none, none);
        var part = new Part(
            role, map.NeededOneOf<Hat>("hat"), map.NeededWording("called"), map.NeededWording("does"), map.NeededWording("does-not"));
        map.NothingElse();
        return part;
    }

    private static List<Stage> Stages(YamlMap map, Dictionary<PartyRole, Part> parts, Dictionary<string, YamlMap> lines)
    {
        var stages = new List<Stage>();
        var maps = map.Maps("stages");
        if (maps.Count == 0)
            map.Mistake("stages", "missing", "stages");
        foreach (var stage in maps)
        {
            var steps = new List<Step>();
            foreach (var of in stage.Maps("steps"))
            {
                var step = StepReader.Read(of, parts);
                steps.Add(step);
                if (!lines.TryAdd(step.Key, of))
                    of.Mistake("key", "duplicate-key", step.Key);
            }

            if (steps.Count == 0)
                stage.Mistake("steps", "missing", "steps");
            var key = Key(stage);
            if (stages.Exists(s => s.Key == key))
                stage.Mistake("key", "duplicate-key", key);
            stages.Add(new Stage(key, stage.NeededWording("title"), stage.NeededWording("title-to-citizen"), steps));
            stage.NothingElse();
        }

        return stages;
    }

    private IEnumerable<ContentMistake> Flaws(Programme programme, Dictionary<string, YamlMap> lines, string path)
    {
        foreach (var step in programme.Steps)
        {
            if (step.Form is { } form && !forms.Contains(form))
                yield return new(path, lines[step.Key].LineOf("form"), "unknown-form", form, Nearest.To(form, forms));
            foreach (var rule in step.Rules.Where(r => !rules.Contains(r)))
                yield return new(path, lines[step.Key].LineOf("rules"), "unknown-rule", rule, Nearest.To(rule, rules));
            if (step.Deadline?.Rule is { } of && !rules.Contains(of))
                yield return new(path, lines[step.Key].LineOf("deadline"), "unknown-rule", of, Nearest.To(of, rules));
        }

        var steps = programme.Steps.Select(s => s.Key).ToList();
        foreach (var flaw in ProgrammeChecks.Of(programme))
        {
            var instead = flaw.Name == "unknown-step" ? Nearest.To(flaw.Detail, steps) : "";
            yield return new(path, lines[flaw.Step].LineOf(flaw.Field), flaw.Name, flaw.Detail, instead);
        }
    }

    /// <summary>A programme may say that someone decides who only must note; it may not promise that they keep what the law has them note.</summary>
    private IEnumerable<ContentMistake> SofterThanTheLaw(Programme programme, YamlMap map, Dictionary<string, YamlMap> lines, string path)
    {
        if (law?.Invoke(programme.Country) is not { } matrix)
            yield break;

        foreach (var part in programme.Parts.Values.Where(p => p.Hat < matrix.HatOf(p.Role)))
            yield return Softer(map.Map("roles")!.Map(StableWord.Of(part.Role))!.LineOf("hat"), part.Role);
        foreach (var step in programme.Steps.Where(s => s.Hat < matrix.HatOf(s.Holder) && programme.Parts[s.Holder].Hat >= matrix.HatOf(s.Holder)))
            yield return Softer(lines[step.Key].LineOf("hat"), step.Holder);

        ContentMistake Softer(int line, PartyRole role) =>
            new(path, line, "hat-softer-than-law", StableWord.Of(role), StableWord.Of(matrix.HatOf(role)));
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex WellFormedKey();
}
