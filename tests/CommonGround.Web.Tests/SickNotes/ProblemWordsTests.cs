using System.Text.RegularExpressions;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.SickNotes;
using CommonGround.Web.Infrastructure.Language;
using Sources = CommonGround.Web.Tests.Language.SourceTree;

namespace CommonGround.Web.Tests.SickNotes;

/// <summary>Every problem that the code can find has its words, and no words stand for a problem that is never found.</summary>
public sealed partial class ProblemWordsTests
{
    private static readonly string[] Written =
    [
        .. TextStore.Embedded().SelectMany(f => f.Entries).Select(e => e.Key)
            .Where(k => k.StartsWith("certificate.problem.", StringComparison.Ordinal)).Select(k => k["certificate.problem.".Length..]),
    ];

    private static readonly string[] Found =
    [
        .. Sources.Files("src/CommonGround.Domain/SickLeave", ".cs").Concat(Sources.Files("src/CommonGround.Web/Features/SickNotes", ".cs"))
            .Concat(Sources.Files("src/CommonGround.Web/Infrastructure/SickLeave", ".cs"))
            .SelectMany(path => Code().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["code"].Value)
            .SelectMany(code => code.Contains("{end}", StringComparison.Ordinal)
                ? [code.Replace("{end}", "start", StringComparison.Ordinal), code.Replace("{end}", "end", StringComparison.Ordinal)]
                : new[] { code })
            .Distinct(),
    ];

    [Fact]
    public void Every_problem_has_words() => Assert.Empty(Found.Except(Written));

    [Fact]
    public void No_words_stand_for_a_problem_that_is_never_found() => Assert.Empty(Written.Except(Found));

    [Theory]
    [InlineData("sv", "LISJP", "35", "Funktionsnedsättning (fråga 35) har inget svar. Det behövs här.")]
    [InlineData("da", "LISJP", "1", "Grundlag for attesten (spørgsmål 1) har intet svar. Det skal bruges her.")]
    [InlineData("da", "AG114", "1", "Beskæftigelse (spørgsmål 1) har intet svar. Det skal bruges her.")]
    public void Say_NamesTheQuestionAsPeopleKnowIt(string language, string type, string field, string words) =>
        Assert.Equal(words, ProblemWords.Say(Words.In(language), new CertificateProblem("answer.missing", field), type));

    [Theory]
    [InlineData("file")]
    [InlineData("patient.id")]
    [InlineData("FÖRMÅGA")]
    [InlineData("")]
    [InlineData("9001")]
    public void NameOf_FieldThatIsNoQuestion_IsNamedSomehow(string field) =>
        Assert.NotNull(ProblemWords.NameOf(Words.In("sv"), field, null));

    private const string Areas =
        "answer|part|instance|value|months|period|percent|code|diagnosis|measure|basis|export|file|document|type|version|"
        + "certificate-id|moment|patient-id|relation|unit";

    [GeneratedRegex($@"""(?<code>(?:{Areas})\.[a-z{{}}-]+)""")]
    private static partial Regex Code();
}
