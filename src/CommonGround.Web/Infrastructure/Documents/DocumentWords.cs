using System.Globalization;
using CommonGround.Domain.Documents;
using YamlDotNet.Serialization;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// The renderers' own words, in the document's language rather than the request's: a Danish plan keeps its Danish page
/// numbers on a Swedish reader's screen.
/// </summary>
internal sealed class DocumentWords
{
    private const string FallbackLanguage = "en";

    private static readonly Lazy<IReadOnlyDictionary<string, DocumentWords>> All = new(Load);

    private readonly CultureInfo _culture;
    private readonly Func<string, string> _text;

    private DocumentWords(string language, Func<string, string> text)
    {
        _culture = CultureInfo.GetCultureInfo(language);
        _text = text;
    }

    public string StepColumn => _text("documents.stepColumn");

    public string DegreeColumn => _text("documents.degreeColumn");

    public string NoteColumn => _text("documents.noteColumn");

    public string EmptyTable => _text("documents.emptyTable");

    public string ToSign => _text("documents.toSign");

    /// <summary>English where the language is not one of ours. A region in the tag (<c>sv-SE</c>) makes no difference.</summary>
    public static DocumentWords For(string language) =>
        All.Value.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var words) ? words : All.Value[FallbackLanguage];

    public string PageOf(int page, int pages) => string.Format(_culture, _text("documents.pageOf"), page, pages);

    /// <summary>Whose document it is and when it was made; nothing where no author is named.</summary>
    public string? Byline(Document document) => string.IsNullOrWhiteSpace(document.Author)
        ? null
        : string.Format(_culture, _text("documents.byline"), document.Author, document.CreatedAt.ToString(_text("documents.date"), _culture));

    public string Percent(int percent) => string.Format(_culture, _text("documents.percent"), percent);

    public string Degree(StepBar step) => step.FromPercent == step.ToPercent
        ? Percent(step.FromPercent)
        : string.Format(_culture, _text("documents.percentRange"), step.FromPercent, step.ToPercent);

    /// <summary>In capitals as the language writes them.</summary>
    public string Capitals(string text) => text.ToUpper(_culture);

    private static Dictionary<string, DocumentWords> Load()
    {
        using var resource = typeof(DocumentWords).Assembly
            .GetManifestResourceStream("CommonGround.Web.Infrastructure.Documents.documents.texts.yaml")
            ?? throw new InvalidOperationException("The texts of documents are not embedded.");
        using var reader = new StreamReader(resource);
        var texts = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(reader);
        return texts.Values.SelectMany(translations => translations.Keys).Distinct()
            .ToDictionary(language => language, language => new DocumentWords(language, key => texts[key][language]));
    }
}
