using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>Everything about oneself, to read: by kind, each text once with who wrote it and when, in one's own language.</summary>
internal static class OwnDocument
{
    public static Document Compose(OwnInformation own, Readings readings, Texts t)
    {
        List<Block> blocks = [new FactList(InformationKind.Contact, [.. Who(own, t)])];
        var read = Read(own, readings, t);
        var origins = new Origins(read.Select(r => r.Row), own.Person.Id, own.Names, readings, t);
        foreach (var kind in read.GroupBy(r => (r.Row.Kind, IsOfLooks: r.Row.Tells is null)).OrderBy(g => g.Key))
        {
            blocks.Add(new Heading(kind.Key.Kind, 1, Origins.KindOf(kind.First().Row, t)));
            foreach (var part in kind.GroupBy(r => (Note: (r.Row as ReceivedField)?.CertificateId, Issuer: Origins.TellsOfIssuer(r.Row))))
                blocks.AddRange(part.Key.Note is null ? part.SelectMany(r => Told(r.Row, r.Words, origins)) : OfNote(kind.Key.Kind, [.. part], origins, t));
        }

        var consents = own.Cases.SelectMany(c => c.Consents).OrderBy(c => c.GivenAt).ToList();
        if (consents.Count > 0)
            blocks.Add(new Heading(InformationKind.Contact, 1, t["mine.document.consents"]));
        foreach (var consent in consents)
        {
            blocks.Add(new Heading(InformationKind.Contact, 2, t.Moment(consent.GivenAt)));
            blocks.Add(new Paragraph(InformationKind.Contact, consent.WordsRead));
        }

        return new Document
        {
            Language = t.Language, Title = t["mine.document.title"], Subtitle = own.Person.Name, Author = "CommonGround",
            MetaLines = [t.Moment(own.MadeAt)], CreatedAt = new DateTimeOffset(DateTime.SpecifyKind(own.MadeAt, DateTimeKind.Utc)), Blocks = blocks,
        };
    }

    /// <summary>Each text once, in the order it is read in.</summary>
    private static List<(IOnCommonGround Row, string Words)> Read(OwnInformation own, Readings readings, Texts t)
    {
        var all = own.Rows.Select(r => r.Row).ToList().WithoutWhatIsInPlan().Select(row => (Row: row, Words: readings.Of(row, t))).Where(r => r.Words.Length > 0).ToList();
        return
        [
            .. all.WithoutEchoes(r => r.Row, r => r.Words, own.Cases.SelectMany(c => c.Consents).Select(c => c.WordsRead))
                .InReadingOrder(r => r.Row).EachOnce(r => r.Row, r => r.Words),
        ];
    }

    private static IEnumerable<Block> Told(IOnCommonGround row, string words, Origins origins)
    {
        yield return new Paragraph(row.Kind, words);
        if (origins.Of(row) is { } origin)
            yield return new Paragraph(row.Kind, origin, Tone.Soft);
    }

    /// <summary>What one sick note says: question and answer.</summary>
    private static IEnumerable<Block> OfNote(InformationKind kind, IReadOnlyList<(IOnCommonGround Row, string Words)> fields, Origins origins, Texts t)
    {
        var (issuer, note) = (Origins.TellsOfIssuer(fields[0].Row), origins.Of(fields[0].Row)!);
        yield return new Heading(kind, 2, issuer ? t["seen.issuer"] : note);
        if (issuer)
            yield return new Paragraph(kind, note, Tone.Soft);
        yield return new FactList(kind, [.. fields.Select(f => f.Words.Split('\n', 2)).Select(w => new Fact(w[0], w[^1]))]);
    }

    private static IEnumerable<Fact> Who(OwnInformation own, Texts t)
    {
        (string Key, string? Value)[] facts =
            [("name", own.Person.Name), ("number", own.Person.NationalId), ("mail", own.Person.Email), ("phone", own.Person.Phone)];
        return facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new Fact(t["mine.document.fact." + f.Key], f.Value!));
    }
}
