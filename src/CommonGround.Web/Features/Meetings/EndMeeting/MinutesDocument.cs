using CommonGround.Domain.Documents;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Meetings.EndMeeting;

/// <summary>The minutes as a document, for PDF and for text to paste into a record system: of the same rows as the page.</summary>
internal static class MinutesDocument
{
    public static Document Of(BoardOnPage board, Texts t)
    {
        var minutes = Minutes.Of(board, t);
        var at = board.At;
        var chair = at.Meeting.Participants.Where(p => p.Role == PartyRole.Coordinator).Select(p => at.Person(p.PartyId).Name).FirstOrDefault();
        return new Document
        {
            Language = t.Language, Title = t["minutes.title"], Subtitle = at.Citizen.Name, MetaLines = [minutes.When], Author = chair ?? "",
            CreatedAt = new DateTimeOffset(at.Meeting.EndedAt ?? at.Now, TimeSpan.Zero),
            Blocks = [.. Facts(minutes, t), .. Agreed(minutes, t), .. Open(board, minutes, t), .. Sides(board, t)],
        };
    }

    private static IEnumerable<Block> Facts(Minutes minutes, Texts t)
    {
        List<Fact> facts = [new(t["minutes.when"], minutes.When), new(t["minutes.where"], minutes.Where), new(t["minutes.came"], string.Join("; ", minutes.Came))];
        if (minutes.DidNotCome.Count > 0)
            facts.Add(new Fact(t["minutes.did-not-come"], string.Join("; ", minutes.DidNotCome)));
        yield return new FactList(InformationKind.Attendance, facts);
    }

    private static IEnumerable<Block> Agreed(Minutes minutes, Texts t)
    {
        yield return new Heading(InformationKind.Plan, 1, t["minutes.agreed"]);
        yield return minutes.Agreed.Count == 0
            ? new Paragraph(InformationKind.Plan, t["minutes.agreed-none"])
            : new Table(InformationKind.Plan,
                [t["board.what"], t["board.who"], t["board.from"], t["board.review"], t["minutes.yes"]],
                [.. minutes.Agreed.Select(a => new TableRow(a.Text, a.Who, a.From, a.Review, a.SaidYes))], widths: [4, 1.4, 1.6, 1.6, 1.8]);
    }

    private static IEnumerable<Block> Open(BoardOnPage board, Minutes minutes, Texts t)
    {
        if (minutes.Differences.Count > 0)
        {
            yield return new Heading(InformationKind.Plan, 1, t["board.differences"]);
            yield return new ItemList(InformationKind.Plan,
                [.. minutes.Differences.Select(d => (InlineText)$"{d.Text} – {t["board.answers-by", d.Who, d.From]}")]);
        }

        foreach (var kind in board.KeptForLater.GroupBy(p => p.Kind))
        {
            yield return new Heading(kind.Key, 1, t["board.later"]);
            yield return new ItemList(kind.Key, [.. kind.Select(p => (InlineText)p.Text)]);
        }
    }

    /// <summary>One block for each side and kind, so that a part can be held against what its reader may have.</summary>
    private static IEnumerable<Block> Sides(BoardOnPage board, Texts t)
    {
        var sides = board.CitizensSide.Concat(board.OtherSide).GroupBy(p => (p.SidePartyId!.Value, p.Kind));
        foreach (var side in sides)
        {
            yield return new Heading(side.Key.Kind, 1, t["minutes.side", board.At.Short(side.Key.Value)]);
            yield return new ItemList(side.Key.Kind, [.. side.Select(p => (InlineText)p.Text)]);
        }
    }
}
