using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>Everything about oneself, to read: by kind, each text once, in one's own language.</summary>
internal static class OwnDocument
{
    public static Document Compose(OwnInformation own, Readings readings, Texts t)
    {
        List<Block> blocks = [new FactList(InformationKind.Contact, [.. Who(own, t)])];
        foreach (var kind in own.Rows.Select(r => r.Row).GroupBy(r => r.Kind).OrderBy(g => g.Key))
        {
            var words = kind.Select(row => readings.Of(row, t)).Where(w => w.Length > 0).Distinct().ToList();
            if (words.Count == 0)
                continue;
            blocks.Add(new Heading(kind.Key, 1, t["kind." + kind.Key]));
            blocks.AddRange(words.Select(w => new Paragraph(kind.Key, w)));
        }

        var consents = own.Cases.SelectMany(c => c.Consents).OrderBy(c => c.From).ToList();
        if (consents.Count > 0)
            blocks.Add(new Heading(InformationKind.Contact, 1, t["mine.document.consents"]));
        foreach (var consent in consents)
        {
            blocks.Add(new Heading(InformationKind.Contact, 2, t.Moment(consent.From)));
            blocks.Add(new Paragraph(InformationKind.Contact, consent.WordsRead));
        }

        return new Document
        {
            Language = t.Language, Title = t["mine.document.title"], Subtitle = own.Person.Name, Author = "CommonGround",
            MetaLines = [t.Moment(own.MadeAt)], CreatedAt = new DateTimeOffset(DateTime.SpecifyKind(own.MadeAt, DateTimeKind.Utc)), Blocks = blocks,
        };
    }

    private static IEnumerable<Fact> Who(OwnInformation own, Texts t)
    {
        (string Key, string? Value)[] facts =
            [("name", own.Person.Name), ("number", own.Person.NationalId), ("mail", own.Person.Email), ("phone", own.Person.Phone)];
        return facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new Fact(t["mine.document.fact." + f.Key], f.Value!));
    }
}
