using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Rules;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>Reads the rules of one country from the bytes of a YAML file.</summary>
public static class RuleReader
{
    public static Outcome<IReadOnlyList<Rule>> Read(ReadOnlyMemory<byte> bytes, string path)
    {
        var mistakes = new List<ContentMistake>();
        var rules = new List<Rule>();
        if (YamlTree.Read(bytes, path, mistakes) is { } root)
        {
            var map = new YamlMap(root, path, mistakes);
            var country = map.NeededWord("country");
            if (country.Length > 0 && NationalCalendar.For(country) is null)
                map.Mistake("country", "unknown-country", country, string.Join(", ", NationalCalendar.Countries));
            foreach (var of in map.Maps("rules"))
            {
                var rule = Rule(of, country);
                if (rules.Exists(r => r.Key == rule.Key))
                    of.Mistake("key", "duplicate-key", rule.Key);
                rules.Add(rule);
            }

            map.NothingElse();
        }

        return mistakes.Count == 0 ? rules : new ContentNotUnderstood(mistakes);
    }

    private static Rule Rule(YamlMap map, string country)
    {
        var key = ProgrammeReader.Key(map);
        var title = map.NeededWording("title");
        var versions = new List<RuleVersion>();
        if (map.Maps("versions") is not { Count: > 0 } of)
        {
            map.Mistake("versions", "missing", "versions");
            of = [];
        }

        foreach (var version in of)
        {
            var read = Version(version);
            if (read.Until < read.From)
                version.Mistake("until", "rule-ends-before-it-begins", key);
            if (versions.Exists(v => v.From <= (read.Until ?? DateOnly.MaxValue) && read.From <= (v.Until ?? DateOnly.MaxValue)))
                version.Mistake("from", "rule-versions-overlap", key);
            versions.Add(read);
        }

        map.NothingElse();
        return new Rule(key, country, title, versions);
    }

    private static RuleVersion Version(YamlMap map)
    {
        if (!map.Has("from"))
            map.Mistake(map.Line, "missing", "from");
        var version = new RuleVersion(
            map.Day("from") ?? default, map.Day("until"), map.NeededName("source"), map.Word("link"),
            map.NeededOneOf<Confidence>("confidence"), map.NeededWording("text"));
        map.NothingElse();
        return version;
    }
}
