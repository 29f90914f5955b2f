using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Scorecard.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Erasure;

/// <summary>
/// A secret in each field of a whole case is in the database's files; after the case was erased it is in none, nor in the log, but for what a
/// recorded basis keeps. A delete that takes the rows and not the bytes is found.
/// </summary>
[ScorecardRow("P5")]
public abstract class ErasureTests(RunningProduct product)
{
    private const string Basis = "se-patient-record-destroyed";

    /// <summary>Kept, and why: Sara is on sick leave at another unit's too, her account is hers until she closes it, and the unit goes on.</summary>
    private static readonly IReadOnlySet<string> Kept = new HashSet<string> { "Person.Email", "Person.Phone", "Person.NationalId", "Passkey.Name", "Unit.Name" };

    [Fact]
    public async Task Erased_ACase_LeavesNoByte_ButWhatABasisKeeps()
    {
        product.Log.KeepEverything();
        var scene = await SecretScene.Set(product);
        await BringSomeone(scene.CaseId, scene.Markers.New("Person.GivenName", InformationKind.Contact));
        var before = await Found(scene);
        Assert.Equal(scene.Markers.Count, before.Count);

        await using var scope = product.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<CaseErasure>().Decided(scene.CaseId, Basis);
        Assert.True(rows.Succeeded, rows.Error?.Name);
        var byRows = (await Found(scene)).Count(m => !Kept.Contains(m.Place));

        product.Services.GetRequiredService<ErasedBytes>().Take();
        var after = await Found(scene);

        Assert.Empty(after.Where(m => !Kept.Contains(m.Place)).Select(m => m.Place).Distinct());
        Assert.NotEmpty(after);
        Assert.True(byRows > 0, "A delete alone is not seen to leave bytes: the search would find nothing anyway.");
        Assert.Empty(product.Log.Lines.SelectMany(line => scene.Markers.In(line)).Select(m => m.Place));
        Assert.Equal(Domain.Journal.Erasure.Event, (await scene.With(db => db.Journal.Where(e => e.StreamId == scene.CaseId).OrderByDescending(e => e.Position).FirstAsync())).Event);
        Assert.Null((await scene.With(db => AuditVerification.Verify(db, CancellationToken.None))).FirstBroken);
        Figure.Report("P5", $"{before.Count} secrets in {scene.Markers.Places.Count()} columns on {product.Kind}: {rows.Value} rows erased on a recorded basis; in the database's files {byRows} of them after the delete alone, then 0, nor in the log; journal and access log whole");
    }

    /// <summary>A companion who takes part in nothing else.</summary>
    private async Task BringSomeone(Guid caseId, string name)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var by = new Actor(DemoFile.IdOf("sara"), Hat.Support, Purpose.Own, Guid.CreateVersion7());
        var brought = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InCase(caseId, by, change =>
        {
            var someone = new Person { Id = change.NewId(), GivenName = name, FamilyName = name, Language = "sv" };
            change.Db.Persons.Add(someone);
            var yes = change.Case.GiveConsent(new ConsentGiven(someone.Id, PartyRole.Companion, new HashSet<InformationKind> { InformationKind.Contact },
                new HashSet<Purpose> { Purpose.Meeting }, null, ConsentWay.OwnPage, "yes", "sv", by.PersonId), change.Now);
            return Task.FromResult(yes.Succeeded ? "/" : (Outcome<string>)yes.Error!);
        });
        Assert.True(brought.Succeeded, brought.Error?.Name);
    }

    private async Task<IReadOnlyList<Marker>> Found(SecretScene scene) => scene.Markers.In(await DatabaseBytes.Of(product));

    public sealed class OnSqlite(SqliteDemo product) : ErasureTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ErasureTests(product), IClassFixture<PostgresDemo>;
}
