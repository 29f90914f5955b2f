using System.Net;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Databases;
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
        product.Log.KeepEverything();
        var scene = await SecretScene.Set(product);
        Assert.True(scene.Unplanted.Count == 0, $"Nothing to plant beside in: {string.Join(", ", scene.Unplanted)}");
        var addresses = await Addresses.Of(scene, product);
        var (answers, refusals, leaks) = (0, 0, new List<string>());

        foreach (var reader in Readers)
        {
            var heard = await Hear(reader, scene, addresses);
            (answers, refusals) = (answers + heard.Count, refusals + heard.Count(h => h.Status != HttpStatusCode.OK));
            leaks.AddRange(heard.SelectMany(h => scene.Markers.Leaked(h.Said, reader).Select(m => $"{reader} {h.Asked} → {h.Address} ({(int)h.Status}): {m.Place}, {m.Kind}")));
            leaks.AddRange(Amiss(reader, scene, heard));
        }

        leaks.AddRange(await AfterTheYesIsTakenBack(scene, addresses));
        leaks.AddRange(await WhenTheDatabaseRefuses(scene));
        leaks.AddRange((await Mail(scene)).SelectMany(mail => scene.Markers.In(mail).Where(m => m.Place != "Person.Email").Select(m => $"mail: {m.Place}")));
        leaks.AddRange(await scene.With(db => WordlessColumns.Holding(db, scene.Markers)));
        leaks.AddRange(product.Log.Lines.SelectMany(line => scene.Markers.In(line).Select(m => $"log: {m.Place} in {line}")));
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks\n{string.Join('\n', leaks.Distinct().Take(60))}");

        var lines = product.Log.Lines.Count;
        var found = await Leaked(scene, addresses);
        Figure.Report("P4", $"{scene.Markers.Count} secrets in {scene.Markers.Places.Count()} columns on {product.Kind}: 0 found in {answers} answers ({refusals} of them refusals) to {Readers.Count} readers, in mail and in {lines} log lines; after a leak on purpose the same crawl finds {found}");
    }

    /// <summary>Strangers first; those who may change most last.</summary>
    private static IReadOnlyList<string> Readers { get; } = Volume.IsFull
        ? ["", "oskar", "ulrika", "erik", "maria", "jonas", "amina"] : ["", "ulrika", "jonas"];

    private async Task<List<Heard>> Hear(string reader, SecretScene scene, Addresses addresses)
    {
        var visitor = reader.Length > 0 ? await product.SignInAs(reader) : product.Visit();
        var crawl = await new Crawl(visitor).From(addresses.All, await new Knocks(product.Services, scene, addresses).By(visitor, SecretScene.HasPart(reader)));
        // The demo's own pages, where one picks whom to be and reads what was mailed, name everyone; elsewhere there are none.
        return [.. crawl.Heard.Where(h => !h.Address.StartsWith("/demo", StringComparison.Ordinal))];
    }

    /// <summary>What else an answer must not do: break, let itself be kept, or show a stranger that there is a case.</summary>
    private IEnumerable<string> Amiss(string reader, SecretScene scene, List<Heard> heard)
    {
        foreach (var answer in heard)
        {
            if ((int)answer.Status >= 500)
                yield return $"{reader} {answer.Asked} broke: {(int)answer.Status}\n{string.Join('\n', product.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal)).Take(3))}";
            if (answer.MayBeKept && !answer.Type.StartsWith("image/", StringComparison.Ordinal))
                yield return $"{reader} {answer.Asked} may be kept by a browser";
            if (!SecretScene.HasPart(reader) && answer.Address.Contains($"{scene.CaseId}", StringComparison.Ordinal) && !answer.Address.StartsWith("/sign-in", StringComparison.Ordinal)
                // A colleague in the unit knows from its own list that there is a case, and may ask for it in an emergency.
                && !(reader == "erik" && answer.Address.EndsWith("/emergency/open", StringComparison.Ordinal))
                && answer.Status != HttpStatusCode.NotFound && (reader.Length > 0 || answer.Status != HttpStatusCode.Unauthorized))
                yield return $"{reader} {answer.Asked} shows that there is a case: {answer.Address} ({(int)answer.Status})";
        }

        // A crawl that was led nowhere finds nothing: the supervisor's met each sort of answer.
        (string Sort, Func<Heard, bool> Is)[] sorts =
        [
            ("PDF", h => h.Type == "application/pdf"), ("copy as text", h => h.Type == "text/plain" && h.Address.Contains("/copies/", StringComparison.Ordinal)),
            ("plan", h => h.Said.Contains("Half time in May", StringComparison.Ordinal)), ("stream", h => h.Type == "text/event-stream"),
            ("refusal", h => h.Status == HttpStatusCode.UnprocessableEntity), ("bad request", h => h.Status == HttpStatusCode.BadRequest),
            ("page that is not there", h => h.Status == HttpStatusCode.NotFound),
        ];
        foreach (var (sort, _) in sorts.Where(s => reader == "jonas" && !heard.Exists(h => s.Is(h))))
            yield return $"{reader} met no {sort}";
    }

    /// <summary>What Jonas held by Sara's yes ends with it; even a kind that she had permitted.</summary>
    private async Task<IEnumerable<string>> AfterTheYesIsTakenBack(SecretScene scene, Addresses addresses)
    {
        await scene.TakeBackTheYes();
        var heard = await Hear("jonas", scene, addresses);
        // What was handed over while the yes stood stays with them, and holds no more than it might then.
        return heard.SelectMany(h => scene.Markers.In(h.Said)
            .Where(m => !h.Address.Contains("/copies/", StringComparison.Ordinal) || !scene.SaidYesTo.Contains(m.Kind))
            .Select(m => $"jonas, without a yes, {h.Asked}: {m.Place}, {m.Kind}"));
    }

    /// <summary>An error of the database names the row that it refused; nobody is to read that.</summary>
    private async Task<IEnumerable<string>> WhenTheDatabaseRefuses(SecretScene scene)
    {
        await scene.With(db => db.Database.ExecuteSqlRawAsync(product.Kind == DatabaseKind.Sqlite
            ? "create trigger refuse before insert on released_point begin select raise(abort, 'refused'); end"
            : "alter table released_point add constraint refuse check (text is null) not valid"));
        var words = scene.Markers.New("Refused.Text", InformationKind.Story);
        var page = await scene.PutBefore(words);
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        return scene.Markers.In(page.Html).Select(m => $"error page: {m.Place}");
    }

    /// <summary>The negative controls: a line logged, and grants written by hand that no policy would write.</summary>
    private async Task<int> Leaked(SecretScene scene, Addresses addresses)
    {
        var logged = scene.Markers.New("log", InformationKind.Health);
        product.Services.GetRequiredService<ILogger<SecretTests>>().LogWarning("Leaked on purpose: {Marker}", logged);
        Assert.Contains(product.Log.Lines, line => scene.Markers.In(line).Any(m => m.Place == "log"));

        await scene.GiveTheYesAgain();
        var from = product.Clock.GetUtcNow().UtcDateTime.AddDays(-1);
        await scene.With(async db =>
        {
            db.Grants.AddRange(Enum.GetValues<InformationKind>().Select(kind => new Grant(scene.CaseId, null, DemoFile.IdOf("jonas"), null, kind, null, false, -1, from, null,
                SharingReason.Consent, null)));
            return await db.SaveChangesAsync();
        });
        var heard = (await new Crawl(await product.SignInAs("jonas")).From(addresses.All.Where(a => a.Contains($"{scene.CaseId}", StringComparison.Ordinal)))).Heard;
        var found = heard.SelectMany(h => scene.Markers.Leaked(h.Said, "jonas").Select(m => (h.Type, Marker: m))).ToList();
        Assert.Superset(new HashSet<string> { "text/html", "application/pdf", "text/plain" }, found.Select(f => f.Type).ToHashSet());
        Assert.Superset(new HashSet<InformationKind> { InformationKind.Health, InformationKind.Function, InformationKind.Story, InformationKind.Diary },
            found.Select(f => f.Marker.Kind).ToHashSet());
        return found.Select(f => f.Marker).Distinct().Count();
    }

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
