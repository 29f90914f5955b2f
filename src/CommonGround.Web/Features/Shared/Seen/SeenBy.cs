using System.Reflection;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommonGround.Web.Features.Shared.Seen;

/// <summary>
/// All that one party could open in a case now, read through the same filter as their own pages: whatever stands on common ground, of
/// every type that there is.
/// </summary>
public sealed class SeenBy(IServiceScopeFactory scopes, Readings readings)
{
    private const int AtMostOfAType = 200;

    // What was taken off or taken back stands on no page.
    private static readonly string[] TakenBack = ["RemovedAt", "RecalledAt"];

    // Where a row says which place it has.
    private static readonly string[] Places = [nameof(PlanItem.Position), nameof(ReceivedField.Ordinal)];

    // What stands in the journal, and on no other page of a case.
    private static readonly Type[] InTheJournal = [typeof(JournalText), typeof(Remark)];

    private static readonly MethodInfo RowsOfType = typeof(SeenBy).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Kind → what they read, each text once.</summary>
    /// <param name="partyId">In which of their parts; null: as what they have opened in an emergency.</param>
    /// <param name="opensJournal">Whether the case's journal is open to them: there, and nowhere else, stands what the citizen says is not right.</param>
    /// <param name="purposes">What they read for; none named: for anything.</param>
    public async Task<IReadOnlyDictionary<InformationKind, IReadOnlyList<SeenText>>> Now(
        Guid caseId, Guid personId, Guid? partyId, bool opensJournal, DateTime at, Texts t, params Purpose[] purposes)
    {
        if (purposes.Length == 0)
            purposes = Enum.GetValues<Purpose>();

        // A database of its own: the request's is the citizen's, and what is read here must not count as the other's look.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        db.Viewer = new Viewer(personId, at, Purpose.Own) { PartyId = partyId, PurposeBits = purposes.Aggregate(0, (all, p) => all | Grant.Bit(p)) };
        db.ShowsNobody = false;
        var seen = new List<IOnCommonGround>();
        foreach (var type in db.CaseTables().Where(type => opensJournal || !InTheJournal.Contains(type.ClrType)))
            seen.AddRange(await (Task<List<IOnCommonGround>>)RowsOfType.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, caseId])!);

        // Why they looked, and what was asked of that, is nothing about the citizen that they see.
        var shown = seen.FindAll(row => row.Tells is not null).WithoutWhatIsInPlan().InReadingOrder(row => row)
            .Select(row => new SeenText(readings.Of(row, t), row)).Where(text => text.Words.Length > 0).ToList();
        return shown.WithoutEchoes(text => text.Row, text => text.Words).GroupBy(text => text.Row.Kind)
            .Select(kind => (Kind: kind.Key, Texts: kind.EachOnce(text => text.Row, text => text.Words).ToList()))
            .Where(kind => kind.Texts.Count > 0).OrderBy(kind => kind.Kind).ToDictionary(kind => kind.Kind, kind => (IReadOnlyList<SeenText>)kind.Texts);
    }

    private static async Task<List<IOnCommonGround>> Rows<T>(CommonGroundDb db, IEntityType type, Guid caseId) where T : class, IOnCommonGround
    {
        var rows = db.OfCases<T>(type, caseId);
        foreach (var gone in TakenBack.Where(name => type.FindProperty(name) is not null))
            rows = rows.Where(r => EF.Property<DateTime?>(r, gone) == null);
        // In the order that it stands in for whoever reads it, where it has one.
        var place = Places.FirstOrDefault(name => type.FindProperty(name)?.ClrType == typeof(int));
        var ordered = place is null ? rows.OrderBy(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id)))
            : rows.OrderBy(r => EF.Property<int>(r, place)).ThenBy(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id)));
        return [.. await ordered.Take(AtMostOfAType).ToListAsync()];
    }
}

/// <summary>One text that someone can read.</summary>
public sealed record SeenText(string Words, IOnCommonGround Row);
