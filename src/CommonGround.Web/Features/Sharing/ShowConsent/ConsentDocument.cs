using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Sharing.ShowConsent;

/// <summary>A yes as a paper: the very words, in their own language with everything around them, to keep or to file.</summary>
internal static class ConsentDocument
{
    public static Document Compose(ConsentCopy copy, Texts texts)
    {
        var consent = copy.Consent;
        var t = texts.In(Languages.Knows(consent.Language) ? consent.Language : Languages.Fallback);
        return new Document
        {
            Language = t.Language,
            Title = t["copy.title"],
            Subtitle = copy.CitizenName,
            MetaLines = copy.EndedAt is { } ended ? [t["copy.ended", t.Moment(ended)]] : [],
            Author = copy.Organisation,
            CreatedAt = new DateTimeOffset(DateTime.SpecifyKind(consent.GivenAt, DateTimeKind.Utc)),
            Blocks = [.. Words(consent), new FactList(InformationKind.Contact, [.. Facts(copy, t).Select(f => new Fact(f.Label, f.Value))])],
        };
    }

    /// <summary>For a file: nothing that an e-mail subject could not say.</summary>
    public static string FileName(ConsentCopy copy, Texts texts) => $"{texts.In(copy.Consent.Language)["copy.title"]} {texts.LocalDay(copy.Consent.GivenAt):yyyy-MM-dd}";

    /// <summary>As they were stored, line by line; an empty line parts them.</summary>
    private static IEnumerable<Block> Words(Consent consent) => consent.WordsRead.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => new Paragraph(InformationKind.Contact, part));

    /// <summary>How it was said and entered, and how it ended; the page shows the same.</summary>
    public static IReadOnlyList<(string Label, string Value)> Facts(ConsentCopy copy, Texts t)
    {
        var consent = copy.Consent;
        List<(string Label, string Value)> facts = [(t["copy.how"], t["copy.way." + consent.Way]), (t["copy.said"], t.Moment(consent.SaidAt ?? consent.GivenAt))];
        if (consent.Way != ConsentWay.OwnPage)
            facts.Add((t["copy.entered"], $"{copy.EnteredBy}, {t.Moment(consent.GivenAt)}"));
        if (consent.WithdrawnWay is { } way)
            facts.Add((t["copy.how-ended"], t["copy.way." + way] + (way == ConsentWay.OwnPage ? "" : $", {t["copy.entered"].ToLower(t.Culture)} {copy.EndedBy}")));
        return facts;
    }
}
