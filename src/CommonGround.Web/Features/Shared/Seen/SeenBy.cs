using System.Reflection;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
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

    private static readonly MethodInfo RowsOfType = typeof(SeenBy).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Kind → what they read, each text once.</summary>
    /// <param name="partyId">In which of their parts; null: as what they have opened in an emergency.</param>
    /// <param name="purposes">What they read for; none named: for anything.</param>
    public async Task<IReadOnlyDictionary<InformationKind, IReadOnlyList<string>>> Now(
        Guid caseId, Guid personId, Guid? partyId, DateTime at, Texts t, params Purpose[] purposes)
    {
        if (purposes.Length == 0)
            purposes = Enum.GetValues<Purpose>();

        // A database of its own: the request's is the citizen's, and what is read here must not count as the other's look.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        db.Viewer = new Viewer(personId, at, Purpose.Own) { PartyId = partyId, PurposeBits = purposes.Aggregate(0, (all, p) => all | Grant.Bit(p)) };
        db.ShowsNobody = false;
        var seen = new List<IOnCommonGround>();
        foreach (var type in db.CaseTables())
            seen.AddRange(await (Task<List<IOnCommonGround>>)RowsOfType.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, caseId])!);

        return seen.GroupBy(row => row.Kind, row => readings.Of(row, t)).Where(g => g.Any(words => words.Length > 0)).OrderBy(g => g.Key)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Where(words => words.Length > 0).Distinct()]);
    }

    private static async Task<List<IOnCommonGround>> Rows<T>(CommonGroundDb db, IEntityType type, Guid caseId) where T : class, IOnCommonGround
    {
        var rows = db.OfCases<T>(type, caseId);
        foreach (var gone in TakenBack.Where(name => type.FindProperty(name) is not null))
            rows = rows.Where(r => EF.Property<DateTime?>(r, gone) == null);
        // In the order that it stands in for whoever reads it, where it has one.
        var ordered = type.FindProperty(nameof(PlanItem.Position)) is { ClrType: var number } && number == typeof(int)
            ? rows.OrderBy(r => EF.Property<int>(r, nameof(PlanItem.Position))).ThenBy(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id)))
            : rows.OrderBy(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id)));
        return [.. await ordered.Take(AtMostOfAType).ToListAsync()];
    }
}
