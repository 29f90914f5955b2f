using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>Every address that the product has for what is in the database, and some for what is not.</summary>
internal static class WalkedAddresses
{
    // A stream goes on for as long as its page is open: asked for by the tests of the board.
    private static readonly string[] Left = ["/sign-out", "/language", "/demo", "/live"];

    public static async Task<IReadOnlyList<string>> Of(CommonGroundDb db, EndpointDataSource endpoints)
    {
        var patterns = endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct()
            .Where(p => !p.Contains('*', StringComparison.Ordinal) && !p.StartsWith("/gallery", StringComparison.Ordinal) && !Left.Any(l => p.EndsWith(l, StringComparison.Ordinal))).ToList();
        var all = new List<string>();
        foreach (var caseId in await db.Cases.Select(c => c.Id).ToListAsync())
        {
            var values = new Dictionary<string, IReadOnlyList<string>>
            {
                ["caseId"] = [$"{caseId}"],
                ["meetingId"] = await Ids<Meeting>(db, caseId), ["copyId"] = await Ids<HandedOverCopy>(db, caseId), ["partyId"] = await Ids<Party>(db, caseId),
                ["agreementId"] = await Ids<Agreement>(db, caseId),
                ["consentId"] = [.. (await db.Consents.Where(c => c.CaseId == caseId).Select(c => c.Id).ToListAsync()).Select(i => $"{i}")],
                ["step"] = [.. (await db.Whole<FormResponse>().Where(r => r.CaseId == caseId).Select(r => r.StepKey).Distinct().ToListAsync()), "who"],
                ["key"] = ["interview-citizen"], ["position"] = ["1"], ["format"] = ["pdf", "txt"],
            };
            all.AddRange(patterns.Where(p => p.Contains("{caseId", StringComparison.Ordinal)).SelectMany(p => Fill(p, values)));
        }

        var of = new Dictionary<string, IReadOnlyList<string>>
        {
            ["id"] = [.. (await db.Whole<Episode>().Select(e => e.Id).ToListAsync()).Concat(await db.Whole<ReceivedCertificate>().Select(c => c.Id).ToListAsync())
                .Concat(await db.Whole<LookQuestion>().Select(q => q.Id).ToListAsync())
                .Concat(await db.Whole<EmergencyAccess>().Select(e => e.Id).ToListAsync()).Select(i => $"{i}")],
            ["code"] = ["404"],
        };
        all.AddRange(patterns.Where(p => !p.Contains("{caseId", StringComparison.Ordinal)).SelectMany(p => Fill(p, of)));
        return [.. all.Distinct().Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> Ids<T>(CommonGroundDb db, Guid caseId) where T : class, IOnCommonGround =>
        [.. (await db.Whole<T>().AsNoTracking().Where(r => EF.Property<Guid?>(r, nameof(IOnCommonGround.CaseId)) == caseId).ToListAsync()).Select(r => $"{r.Id}").Append($"{Guid.CreateVersion7()}")];

    private static IEnumerable<string> Fill(string pattern, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        if (pattern.IndexOf('{', StringComparison.Ordinal) is var from && from < 0)
            return [pattern];

        // To the brace that ends it: a constraint can hold more of them.
        var (to, depth) = (from, 0);
        do depth += pattern[to] switch { '{' => 1, '}' => -1, _ => 0 };
        while (depth > 0 && ++to < pattern.Length);
        var name = pattern[(from + 1)..to].Split(':', '=', '?')[0];
        var rest = name.EndsWith("Id", StringComparison.Ordinal) || name == "id" ? [$"{Guid.CreateVersion7()}"] : new[] { "none" };
        return (values.GetValueOrDefault(name) is { Count: > 0 } some ? some : rest).SelectMany(value => Fill(pattern[..from] + value + pattern[(to + 1)..], values));
    }
}
