using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Tests.Programmes;
using YamlDotNet.Serialization;

namespace CommonGround.Web.Tests.Language;

public sealed class TextFileTests
{
    private static readonly IReadOnlyList<TextFile> Files = [.. TextStore.Embedded()];

    private static readonly IReadOnlySet<string> Keys = Files.SelectMany(file => file.Entries).Select(entry => entry.Key).ToHashSet();

    private static readonly IReadOnlyList<(string, string)> Sources =
    [
        .. SourceTree.Files("src", ".cs", ".cshtml")
            .Select(path => (Path.GetRelativePath(SourceTree.Root, path), WithoutDocumentation(File.ReadAllLines(path)))),
    ];

    [Fact]
    public void Every_text_file_of_the_source_is_built_in() =>
        Assert.Equal(SourceTree.Files("src", ".texts.yaml").Count(), Files.Count);

    [Fact]
    public void Every_text_is_there_in_all_languages() => Assert.Empty(TextFileRules.WithoutAllLanguages(Files));

    [Fact]
    public void Every_language_fills_the_same_placeholders() => Assert.Empty(TextFileRules.WithUnequalPlaceholders(Files));

    [Fact]
    public void No_key_is_written_twice() => Assert.Empty(TextFileRules.WrittenTwice(Files));

    [Fact]
    public void Every_plural_has_both_forms() => Assert.Empty(TextFileRules.WithHalfAPlural(Files));

    [Fact]
    public void Every_text_that_is_asked_for_is_there() => Assert.Empty(TextFileRules.AskedForButMissing(Keys, Sources));

    [Fact]
    public void Every_text_is_asked_for() => Assert.Empty(TextFileRules.NeverAskedFor(Keys, Sources));

    [Fact]
    public void No_text_shames()
    {
        var texts = from file in Files
                    from entry in file.Entries
                    from text in entry.Texts
                    select ($"{file.Name}:{entry.Line}", text.Key, text.Value);
        Assert.Empty(TextFileRules.Shaming(texts, Words()));
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("da")]
    [InlineData("en")]
    public void Every_file_reads_easily(string language)
    {
        var hard = from file in Files
                   let sentences = file.Entries.Where(entry => !entry.Key.StartsWith("time.", StringComparison.Ordinal))
                       .Select(entry => entry.Texts[language].TrimEnd('.') + ".").Where(text => text.Split(' ').Length >= 5).ToList()
                   let all = string.Join(' ', sentences)
                   // A measure of reading says nothing of a handful of names.
                   where all.Split(' ').Length >= 60
                   where language == "en" ? Readability.Flesch(all) < 65 : Readability.Lix(all) > 35
                   select file.Name;
        Assert.Empty(hard);
    }

    [Fact]
    public void Rules_SeededMistakes_AreAllFound()
    {
        var file = TextFile.Read("seeded", new StringReader(
            """
            a.half: { en: Hello, sv: Hej }
            a.slots: { en: "Hello {0}", sv: "Hej {0}", da: Hej }
            a.twice: { en: One, sv: Ett, da: Et }
            a.twice: { en: One, sv: Ett, da: Et }
            a.days.one: { en: "{0} day", sv: "{0} dag", da: "{0} dag" }
            a.shame: { en: You failed, sv: Bra, da: Godt }
            """));

        Assert.Contains("a.half", Assert.Single(TextFileRules.WithoutAllLanguages([file])), StringComparison.Ordinal);
        Assert.Contains("a.slots", Assert.Single(TextFileRules.WithUnequalPlaceholders([file])), StringComparison.Ordinal);
        Assert.Contains("a.twice", Assert.Single(TextFileRules.WrittenTwice([file])), StringComparison.Ordinal);
        Assert.Equal("a.days.one", Assert.Single(TextFileRules.WithHalfAPlural([file])));
        Assert.Single(TextFileRules.Shaming([("a.shame", "en", "You failed")], Words()));
        Assert.Empty(TextFileRules.Shaming([("a.calm", "en", "This may take longer")], Words()));
    }

    [Fact]
    public void Rules_KeysInSources_AreFoundWhereTheyStand()
    {
        var keys = new HashSet<string> { "a.named", "a.count.one", "a.count.other", "hat.Support", "a.forgotten", "b.joined.x" };
        (string, string)[] page =
        [
            ("page", """@T["a.named"] @T.Count("a.count", 3) @T[$"hat.{hat}"] @T["b.joined." + x] @T["a.missing"] @T.Count("a.none", 1)"""),
        ];

        Assert.Equal(["a.forgotten"], TextFileRules.NeverAskedFor(keys, page));
        Assert.Equal(
            ["page: a.missing", "page: a.none.one", "page: a.none.other"],
            TextFileRules.AskedForButMissing(keys, page));
    }

    private static string WithoutDocumentation(string[] lines) =>
        string.Join('\n', lines.Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));

    private static Dictionary<string, string[]> Words() =>
        new Deserializer().Deserialize<Dictionary<string, string[]>>(
            File.ReadAllText(Path.Combine(SourceTree.Root, "content/texts/words-that-shame.yaml")));
}
