using System.Text.RegularExpressions;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>Every mistake that code can note has a sentence, and every sentence a mistake.</summary>
public sealed partial class MistakeTextTests
{
    private static readonly string[] Folders =
        ["src/CommonGround.Domain/Forms", "src/CommonGround.Domain/Programmes", "src/CommonGround.Web/Infrastructure/Programmes"];

    private static readonly HashSet<string> Explained =
    [
        .. TextStore.Embedded().SelectMany(f => f.Entries).Select(e => e.Key)
            .Where(k => k.StartsWith("programmes.mistake.", StringComparison.Ordinal)).Select(k => k["programmes.mistake.".Length..]),
    ];

    private static readonly List<string> Noting =
    [
        .. Folders.SelectMany(f => Language.Repository.Files(f, ".cs")).SelectMany(File.ReadAllLines)
            .Where(line => Notes().IsMatch(line) && Quoted().IsMatch(line)),
    ];

    [Fact]
    public void Every_place_that_notes_a_mistake_names_one_with_a_text()
    {
        Assert.True(Noting.Count > 60, $"{Noting.Count} places found");
        Assert.Empty(Noting.Where(line => !Quoted().Matches(line).Any(m => Explained.Contains(m.Groups[1].Value))));
    }

    [Fact]
    public void Every_text_of_a_mistake_has_a_place_that_notes_it()
    {
        var named = Folders.SelectMany(f => Language.Repository.Files(f, ".cs")).SelectMany(f => Quoted().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(Explained.Where(name => !named.Contains(name)));
    }

    [GeneratedRegex(@"\bMistake\(|\bStop\(|\bRefused\(|new ContentMistake\(|yield return new\(")]
    private static partial Regex Notes();

    [GeneratedRegex("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+|missing|alias|tag)\"")]
    private static partial Regex Quoted();
}
