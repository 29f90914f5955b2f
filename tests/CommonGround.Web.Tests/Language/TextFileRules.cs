using System.Text.RegularExpressions;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Tests.Language;

/// <summary>What text files must keep to, as functions of files and sources, so that each rule can be seen to bite.</summary>
internal static partial class TextFileRules
{
    public static IEnumerable<string> WithoutAllLanguages(IEnumerable<TextFile> files) =>
        from file in files
        from entry in file.Entries
        where !entry.Texts.Keys.ToHashSet().SetEquals(Languages.All) || entry.Texts.Values.Any(string.IsNullOrWhiteSpace)
        select $"{file.Name}:{entry.Line} {entry.Key} has [{string.Join(", ", entry.Texts.Keys)}]";

    public static IEnumerable<string> WithUnequalPlaceholders(IEnumerable<TextFile> files) =>
        from file in files
        from entry in file.Entries
        where entry.Texts.Values.Select(text => string.Join(',', Placeholders(text))).Distinct().Count() > 1
        select $"{file.Name}:{entry.Line} {entry.Key}";

    public static IEnumerable<string> WrittenTwice(IEnumerable<TextFile> files) =>
        from entry in files.SelectMany(file => file.Entries.Select(entry => (entry.Key, Place: $"{file.Name}:{entry.Line}")))
        group entry.Place by entry.Key into places
        where places.Count() > 1
        select $"{places.Key}: {string.Join(", ", places)}";

    public static IEnumerable<string> WithHalfAPlural(IEnumerable<TextFile> files)
    {
        var keys = files.SelectMany(file => file.Entries).Select(entry => entry.Key).ToHashSet();
        return keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal) && !keys.Contains(key[..^4] + ".other"))
            .Concat(keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal) && !keys.Contains(key[..^6] + ".one")));
    }

    /// <summary>Keys that a page asks for by name and nobody has written.</summary>
    public static IEnumerable<string> AskedForButMissing(IReadOnlySet<string> keys, IEnumerable<(string Path, string Source)> sources) =>
        from file in sources
        from asked in Asked().Matches(file.Source)
        let key = asked.Groups["key"].Value
        let needed = asked.Groups["count"].Success ? new[] { key + ".one", key + ".other" } : [key]
        from missing in needed
        where !keys.Contains(missing)
        select $"{file.Path}: {missing}";

    /// <summary>
    /// Keys that appear nowhere. A key counts as used when it stands in quotes somewhere, or begins as an interpolated
    /// string does (<c>T[$"hat.{hat}"]</c>) or as a string that ends with a full stop (<c>T["hat." + name]</c>).
    /// </summary>
    public static IEnumerable<string> NeverAskedFor(IReadOnlySet<string> keys, IEnumerable<(string Path, string Source)> sources)
    {
        var all = sources.ToList();
        var named = all.SelectMany(file => Quoted().Matches(file.Source)).Select(match => match.Groups["key"].Value).ToHashSet();
        var beginnings = all.SelectMany(file => Beginnings().Matches(file.Source))
            .Select(match => match.Groups["start"].Value).Distinct().ToList();
        return keys.Where(key =>
            !named.Contains(key)
            && !(Plural().Match(key) is { Success: true } plural && named.Contains(plural.Groups["key"].Value))
            && !beginnings.Any(start => key.StartsWith(start, StringComparison.Ordinal)));
    }

    public static IEnumerable<string> Shaming(
        IEnumerable<(string Place, string Language, string Text)> texts, IReadOnlyDictionary<string, string[]> words)
    {
        var patterns = words.ToDictionary(
            entry => entry.Key,
            entry => new Regex(
                $@"(?<!\w)({string.Join('|', entry.Value.Select(word => Regex.Escape(word).Replace(@"\*", @"\w*", StringComparison.Ordinal)))})(?!\w)",
                RegexOptions.IgnoreCase));
        return from text in texts
               from match in patterns[text.Language].Matches(text.Text)
               select $"{text.Place} ({text.Language}): \"{match.Value}\" in \"{text.Text}\"";
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:T|_t|t|texts|_texts|Texts)(?:\[|(?<count>\.Count\()|\.In\([^()]*\)\[)\s*""(?<key>[^""{]+)""\s*(?![\s+])")]
    private static partial Regex Asked();

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$""(?<start>[a-z][A-Za-z0-9-]*\.(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]*)\{|""(?<start>[a-z][A-Za-z0-9-]*\.(?:[A-Za-z0-9-]+\.)*)""")]
    private static partial Regex Beginnings();

    [GeneratedRegex(@"^(?<key>.+)\.(one|other)$")]
    private static partial Regex Plural();
}
