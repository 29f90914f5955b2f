using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>Every address that the product has, with what the case and its secrets have to put into it.</summary>
internal sealed class Addresses(IReadOnlyDictionary<string, string[]> values, IReadOnlyList<string> patterns)
{
    public static async Task<Addresses> Of(SecretScene scene, RunningProduct product)
    {
        var few = Volume.Of(sample: 1, full: 4);
        var values = new Dictionary<string, string[]>
        {
            ["caseId"] = [$"{scene.CaseId}"],
            ["meetingId"] = await Ids(scene, db => db.Meetings, few), ["copyId"] = await Ids(scene, db => db.HandedOverCopies, few + 1),
            ["partyId"] = await Ids(scene, db => db.Parties, few + 1), ["agreementId"] = await Ids(scene, db => db.Agreements, few),
            ["consentId"] = await scene.With(async db => (await db.Consents.Where(c => c.CaseId == scene.CaseId).Select(c => c.Id).Take(few + 1).ToListAsync()).Select(id => $"{id}").ToArray()),
            ["step"] = [.. (await scene.With(db => db.Whole<FormResponse>().Where(r => r.CaseId == scene.CaseId).Select(r => r.StepKey).Distinct().ToListAsync())), "who"],
            ["format"] = ["pdf", "txt"], ["code"] = ["404", "500"], ["token"] = ["none"],
        };
        var patterns = product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(p => !p.Contains('*', StringComparison.Ordinal)).ToList();
        return new Addresses(values, patterns);
    }

    /// <summary>To be asked for; with a search, a comparison, a page that is not there, and choices that make no sense.</summary>
    public IReadOnlyList<string> All => [.. patterns.SelectMany(Fill).Distinct(), .. Besides()];

    private IEnumerable<string> Besides()
    {
        var here = $"/cases/{values["caseId"][0]}";
        return
        [
            .. from form in new[] { "pdf", "text" } from meeting in values["meetingId"] select $"{here}/meetings/{meeting}/minutes?form={form}",
            $"{here}?sort=name&search=zqx", $"{here}/plan/compare?from=1&to=2", $"{here}/plan/compare?from=zqx&to=-1", $"{here}/no-such-page",
            $"{here}/journal?before=zqx", $"/my/{values["caseId"][0]}/interview?part=99999999999", "/cases?find=zqx", "/cases?search=zqx", "/health/live",
        ];
    }

    /// <summary>The addresses that a pattern stands for.</summary>
    public IEnumerable<string> Fill(string pattern)
    {
        if (pattern.IndexOf('{', StringComparison.Ordinal) is var from && from < 0)
            return [pattern];

        // To the brace that ends it: a constraint can hold more of them.
        var (to, depth) = (from, 0);
        do depth += pattern[to] switch { '{' => 1, '}' => -1, _ => 0 };
        while (depth > 0 && ++to < pattern.Length);
        var name = pattern[(from + 1)..to].Split(':', '=', '?')[0];
        return values.GetValueOrDefault(name, ["none"]).SelectMany(value => Fill(pattern[..from] + value + pattern[(to + 1)..]));
    }

    /// <summary>Rows as the journey left them, and one that holds a secret.</summary>
    private static Task<string[]> Ids<T>(SecretScene scene, Func<CommonGroundDb, DbSet<T>> rows, int atMost) where T : class, IOnCommonGround =>
        scene.With(async db =>
        {
            var secret = scene.SecretRows[typeof(T)].ToList();
            var all = await db.Whole<T>().AsNoTracking().ToListAsync();
            var own = all.Where(r => r.CaseId == scene.CaseId && !secret.Contains(r.Id)).Take(atMost).Select(r => r.Id);
            return own.Concat(secret.Take(1)).Select(id => $"{id}").ToArray();
        });
}
