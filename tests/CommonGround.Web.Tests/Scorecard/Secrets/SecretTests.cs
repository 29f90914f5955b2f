using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>
/// A secret in each field that a workplace may never hold is in nothing that a supervisor, a caseworker, a colleague of the clinic who
/// has no part, a stranger or nobody can get: pages, documents, streams, refusals, mail, log. The same crawl finds a leak made on purpose.
/// </summary>
[ScorecardRow("P4")]
public abstract class SecretTests(RunningProduct product)
{
    [Fact]
    public async Task Secrets_ReachNobodyWhoMayNotSeeThem_AndTheCrawlFindsWhatIsThere()
    {
        var scene = await SecretScene.Set(product);
        Assert.True(scene.Unplanted.Count == 0, $"Nothing to plant beside in: {string.Join(", ", scene.Unplanted)}");
        var addresses = await scene.Addresses();
        var (answers, leaks, broken) = (0, new List<string>(), new List<string>());

        foreach (var person in new[] { "jonas", "maria", "erik", "oskar", "" })
        {
            var visitor = person.Length > 0 ? await product.SignInAs(person) : product.Visit();
            var crawl = await new Crawl(visitor).From(addresses);
            answers += crawl.Heard.Count;
            leaks.AddRange(crawl.Heard.SelectMany(h => scene.Markers.In(h.Said).Select(m => $"{person} at {h.Address} ({(int)h.Status}): {m.Place}, {m.Kind}")));
            broken.AddRange(crawl.Heard.Where(h => (int)h.Status >= 500 && !h.Address.StartsWith("/error", StringComparison.Ordinal)).Select(h => $"{person} at {h.Address}"));
            if (person == "jonas")
            {
                Assert.Contains(crawl.Heard, h => h.Type == "application/pdf");
                Assert.Contains(crawl.Heard, h => h.Said.Contains("Half time in May", StringComparison.Ordinal));
            }
        }

        leaks.AddRange((await Mail(scene)).SelectMany(mail => scene.Markers.In(mail).Select(m => $"mail: {m.Place}")));
        leaks.AddRange(product.Log.Lines.SelectMany(line => scene.Markers.In(line).Select(m => $"log: {m.Place} in {line}")));
        Assert.True(leaks.Count == 0, string.Join('\n', leaks.Distinct().Take(40)));

        Assert.True(broken.Count == 0, $"{string.Join('\n', broken)}\n{string.Join('\n', product.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal)).Take(3))}");

        var found = await Leaked(scene, addresses);
        Figure.Report("P4", $"{scene.Markers.Count} secrets in {scene.Tables} tables on {product.Kind}, {answers} answers to 5 readers, mail and {product.Log.Lines.Count} log lines: 0 found; after a leak on purpose the same crawl finds {found}");
    }

    /// <summary>The negative controls: a line logged, and five grants written by hand that no policy would write.</summary>
    private async Task<int> Leaked(SecretScene scene, IReadOnlyList<string> addresses)
    {
        var logged = scene.Markers.New("log", InformationKind.Health);
        product.Services.GetRequiredService<ILogger<SecretTests>>().LogWarning("Leaked on purpose: {Marker}", logged);
        Assert.Contains(product.Log.Lines, line => scene.Markers.In(line).Any(m => m.Place == "log"));

        await scene.With(async db =>
        {
            var from = TestClockStart();
            db.Grants.AddRange(Planting.Kinds.Select(kind => new Grant(scene.CaseId, null, DemoFile.IdOf("jonas"), null, kind, null, false, -1, from, null,
                SharingReason.Consent, null)));
            return await db.SaveChangesAsync();
        });
        var crawl = await new Crawl(await product.SignInAs("jonas")).From(addresses);
        var found = crawl.Heard.SelectMany(h => scene.Markers.In(h.Said)).Distinct().ToList();
        Assert.True(found.Select(f => f.Kind).Distinct().Count() >= 4, $"Found only {string.Join(", ", found)}");
        return found.Count;
    }

    private DateTime TestClockStart() => product.Clock.GetUtcNow().UtcDateTime.AddDays(-1);

    private async Task<IReadOnlyList<string>> Mail(SecretScene scene)
    {
        var texts = product.Services.GetRequiredService<Texts>();
        var sent = await scene.With(async db => (await db.Outbox.ToListAsync(), await db.Persons.ToDictionaryAsync(p => p.Id)));
        Assert.NotEmpty(sent.Item1);
        return [.. sent.Item1.Select(m => Letter.Of(m, sent.Item2[m.ToPersonId], "https://example.org", texts).ToString() + m.Path + m.Sender + m.Template)];
    }

    public sealed class OnSqlite(SqliteDemo product) : SecretTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : SecretTests(product), IClassFixture<PostgresDemo>;
}
