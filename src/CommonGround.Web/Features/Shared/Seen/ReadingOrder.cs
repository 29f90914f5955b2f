using CommonGround.Domain.Journal;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;

namespace CommonGround.Web.Features.Shared.Seen;

/// <summary>
/// The order that texts of one kind are read in: a sick note as it was written, a plan step by step, the newest of each first; what a sick
/// note says of who wrote it after what it says of the person.
/// </summary>
public static class ReadingOrder
{
    public static IOrderedEnumerable<T> InReadingOrder<T>(this IEnumerable<T> all, Func<T, IOnCommonGround> row) => all
        .OrderBy(one => Origins.TellsOfIssuer(row(one)))
        .ThenBy(one => row(one) is not (ReceivedCertificate or ReceivedField))
        .ThenBy(one => row(one).GetType().Name, StringComparer.Ordinal)
        .ThenByDescending(one => Whole(row(one)))
        // As the plan's own page has it: part by part, and step after step.
        .ThenBy(one => (row(one) as PlanItem)?.Type).ThenBy(one => From(row(one)))
        .ThenBy(one => Place(row(one)));

    /// <summary>
    /// Each text once: what two sick notes say alike was written twice, and a degree belongs to the days beside it. Each copy that was handed
    /// over stands for itself.
    /// </summary>
    public static IEnumerable<T> EachOnce<T>(this IEnumerable<T> all, Func<T, IOnCommonGround> row, Func<T, string> words) =>
        all.DistinctBy(one => (row(one).Kind, (row(one) as ReceivedField)?.CertificateId, (row(one) as ReceivedField)?.Row, (row(one) as HandedOverCopy)?.Id, words(one)));

    /// <summary>Without what was agreed in a meeting and stands in the plan, word for word, as its line.</summary>
    public static IEnumerable<IOnCommonGround> WithoutWhatIsInPlan(this IReadOnlyCollection<IOnCommonGround> rows)
    {
        var lines = rows.OfType<PlanItem>().ToLookup(line => line.LineageId);
        return rows.Where(row => row is not Agreement agreed || !lines[agreed.Id].Any(line => line.Says(agreed)));
    }

    /// <summary>
    /// Without the words of the journal that stand elsewhere under the same kind, as a line or as the beginning or end of one: there they have
    /// their label, and who wrote them.
    /// </summary>
    /// <param name="besides">What is read beside these.</param>
    public static IEnumerable<T> WithoutEchoes<T>(
        this IReadOnlyCollection<T> all, Func<T, IOnCommonGround> row, Func<T, string> words, params IEnumerable<string> besides)
    {
        var elsewhere = all.Where(one => row(one) is not JournalText).ToLookup(one => row(one).Kind, words);
        return all.Where(one => row(one) is not JournalText || !elsewhere[row(one).Kind].Concat(besides).Any(text => Repeats(words(one), text)));
    }

    private static bool Repeats(string words, string text)
    {
        var (line, all) = (words.TrimEnd('.', ' '), $"\n{text}\n");
        return new[] { $"\n{line}\n", $"\n{line}.\n", $"\n{line}, ", $": {line}\n", $": {line}.\n" }.Any(at => all.Contains(at, StringComparison.Ordinal));
    }

    /// <summary>What it is a part of.</summary>
    private static Guid Whole(IOnCommonGround row) => row switch
    {
        ReceivedField field => field.CertificateId,
        PlanItem line => line.PlanVersionId,
        LeavePeriod or EpisodeSpan => Guid.Empty,
        _ => row.Id,
    };

    private static DateOnly? From(IOnCommonGround row) => row switch
    {
        PlanItem line => line.From,
        LeavePeriod days => days.From,
        EpisodeSpan days => days.From,
        _ => null,
    };

    private static int Place(IOnCommonGround row) => row switch
    {
        ReceivedField field => field.Ordinal,
        PlanItem line => line.Position,
        _ => 0,
    };
}
