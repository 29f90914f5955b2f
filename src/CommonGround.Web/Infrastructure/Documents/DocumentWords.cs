using CommonGround.Domain.Documents;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Infrastructure.Documents;

/// <summary>
/// The renderers' own words, in the document's language rather than the request's: a Danish plan keeps its Danish page
/// numbers on a Swedish reader's screen.
/// </summary>
internal sealed class DocumentWords
{
    private readonly Texts _texts;

    private DocumentWords(Texts texts) => _texts = texts;

    public string StepColumn => _texts["documents.stepColumn"];

    public string DegreeColumn => _texts["documents.degreeColumn"];

    public string NoteColumn => _texts["documents.noteColumn"];

    public string EmptyTable => _texts["documents.emptyTable"];

    public string ToSign => _texts["documents.toSign"];

    /// <summary>English where the language is not one of ours. A region in the tag (<c>sv-SE</c>) makes no difference.</summary>
    public static DocumentWords For(string language, Texts texts)
    {
        var plain = language.Split('-')[0].ToLowerInvariant();
        return new DocumentWords(texts.In(Languages.Knows(plain) ? plain : Languages.Fallback));
    }

    public string PageOf(int page, int pages) => _texts["documents.pageOf", page, pages];

    /// <summary>Whose document it is and the day it was made, where it was made; nothing where no author is named.</summary>
    public string? Byline(Document document) => string.IsNullOrWhiteSpace(document.Author)
        ? null
        : _texts["documents.byline", document.Author, _texts.Date(_texts.LocalDay(document.CreatedAt.UtcDateTime))];

    public string Percent(int percent) => _texts["documents.percent", percent];

    public string Degree(StepBar step) => _texts["documents.percent", _texts.Range(step.FromPercent, step.ToPercent)];

    /// <summary>In capitals as the language writes them.</summary>
    public string Capitals(string text) => text.ToUpper(_texts.Culture);
}
