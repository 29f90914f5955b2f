using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Scorecard;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Shared.Emergencies;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Emergency;

/// <summary>
/// What is opened and what is told are stored together: with any step of it made to fail, nothing is opened. What is never shown stays so in
/// every one, and unusual numbers are flagged also when all come at once.
/// </summary>
[ScorecardRow("S6")]
public abstract class EmergencyRowTests(RunningProduct product)
{
    private static readonly string[] Colleagues = ["hanna", "siri", "pontus", "erik"];

    /// <summary>Each step that belongs to it, as the table that it is stored in and the rows that are made to fail.</summary>
    public static TheoryData<string, string> Steps => new()
    {
        { "outbox_message", "template = 'notice' AND path LIKE '/my/%'" },
        { "outbox_message", "template = 'notice' AND path LIKE '/privacy/%'" },
        { "journal_entry", "event = 'EmergencyOpened'" },
        { "grant", "reason = 7" },
        { "emergency_access", "1 = 1" },
    };

    [Theory, MemberData(nameof(Steps))]
    public async Task WhereAStepFails_NothingIsOpened(string table, string rows)
    {
        var scene = await CaseScene.Open(product);
        var hanna = await scene.As("hanna");
        var grants = await scene.Read(db => db.Grants.CountAsync(g => g.CaseId == scene.CaseId));
        var mails = await scene.Read(db => db.Outbox.CountAsync());
        await Break(scene, table, rows);
        try
        {
            Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await scene.Open(hanna)).Status);
        }
        finally
        {
            await Mend(scene, table);
        }

        Assert.Empty(await scene.Opened());
        Assert.Equal(grants, await scene.Read(db => db.Grants.CountAsync(g => g.CaseId == scene.CaseId)));
        Assert.Equal(mails, await scene.Read(db => db.Outbox.CountAsync()));
        Assert.DoesNotContain("EmergencyOpened", await Events(scene));
        // The negative control: with the step mended the same is opened, and told.
        (await scene.Open(hanna)).ExpectOk();
        Assert.Equal((1, 1), await Told(scene, (await scene.Opened())[0]));
    }

    [Fact]
    public async Task EachOpening_IsTold_Ends_AndShowsNothingThatIsNeverShown()
    {
        var openings = Volume.Of(sample: 12, full: 300);
        var random = new Random(Volume.Seed);
        var (told, ended, never) = (0, 0, 0);
        for (var i = 0; i < openings; i++)
        {
            var scene = await CaseScene.Open(product);
            var who = Colleagues[random.Next(Colleagues.Length)];
            var outcome = await Open(scene.CaseId, who, (EmergencyReason)random.Next(1, 5));
            Assert.True(outcome.Succeeded, outcome.Error?.Name);
            var opened = Assert.Single(await scene.Opened());
            told += await Told(scene, opened) == (1, 1) ? 1 : 0;
            ended += opened.Until <= opened.From.AddHours(EmergencyRule.AtMostHours) ? 1 : 0;
            var grants = await scene.Read(db => db.Grants.Where(g => g.CaseId == scene.CaseId && g.PersonId == opened.PersonId && g.Reason == SharingReason.EmergencyAccess).ToListAsync());
            Assert.NotEmpty(grants);
            // Only for an emergency, and ended with it.
            Assert.All(grants, g => Assert.Equal((Grant.Bit(Purpose.Emergency), opened.Until), (g.Purposes, g.Until!.Value)));
            never += grants.Any(g => EmergencyRule.Never.Contains(g.Kind)) ? 1 : 0;
        }

        Assert.Equal((openings, openings, 0), (told, ended, never));
        Figure.Report("S6", $"{openings} emergency accesses on {product.Kind}: {told} told to the citizen and the officer in the same transaction, {ended} with an end, {never} that opened what is never shown");
    }

    [Fact]
    public async Task MoreThanUsual_IsFlaggedInTheTransactionThatPassesTheLimit_AlsoWhenAllComeAtOnce()
    {
        var scenes = new List<CaseScene>();
        for (var i = 0; i < 6; i++)
            scenes.Add(await CaseScene.Open(product));
        var limit = 3;
        var later = product.Clock.Now;
        try
        {
            // Those of the other tests are more than a day ago.
            product.Clock.Now = later.AddDays(3);
            await Task.WhenAll(scenes.Select(scene => Open(scene.CaseId, "karin", EmergencyReason.Danger)));

            var opened = await scenes[0].Read(db => db.Whole<EmergencyAccess>().Where(e => e.PersonId == CaseScene.Karin && e.From >= product.Clock.Now.UtcDateTime).ToListAsync());
            Assert.Equal(scenes.Count, opened.Count);
            Assert.Equal(scenes.Count - limit, opened.Count(e => e.Volume == EmergencyVolume.UnusualByPerson));
            var mails = await scenes[0].Read(db => db.Outbox.CountAsync(m => m.Template == "unusual" && m.ToPersonId == EmergencyScene.Vera && m.CreatedAt >= product.Clock.Now.UtcDateTime));
            Assert.Equal(scenes.Count - limit, mails);
            Figure.Report("S6", $"{scenes.Count} at once by one person on {product.Kind}: {mails} past the limit of {limit}, each flagged");
            var vera = await scenes[0].As("vera");
            Assert.Contains("Fler än vanligt av samma person", (await vera.Open("/privacy/emergency?Only=unusual")).ExpectOk().Text());
        }
        finally
        {
            product.Clock.Now = later;
        }
    }

    [Fact]
    public async Task WithoutANamedOfficer_NothingIsOpened()
    {
        var scene = await CaseScene.Open(product);
        var officers = await scene.Read(db => db.PrivacyOfficers.AsNoTracking().Where(o => o.OrganisationId == DemoFile.IdOf("region")).ToListAsync());
        var ended = product.Clock.Now.UtcDateTime.AddDays(-1);
        await scene.Read(db => db.PrivacyOfficers.Where(o => o.OrganisationId == DemoFile.IdOf("region")).ExecuteUpdateAsync(set => set.SetProperty(o => o.Until, ended)));
        try
        {
            Assert.IsType<NoPrivacyOfficer>((await Open(scene.CaseId, "hanna", EmergencyReason.Danger)).Error);
            Assert.Empty(await scene.Opened());
        }
        finally
        {
            await scene.Read(db => db.PrivacyOfficers.Where(o => officers.Select(x => x.Id).Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.Until, (DateTime?)null)));
        }
    }

    private async Task<Outcome<string>> Open(Guid caseId, string who, EmergencyReason reason)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EmergencyHandler>().Open(caseId, reason, EmergencyScene.Why,
            new Actor(DemoFile.IdOf(who), Hat.Support, Purpose.Emergency, Guid.CreateVersion7()));
    }

    private static async Task<(int Citizen, int Officer)> Told(CaseScene scene, EmergencyAccess opened) =>
        ((await scene.MailsTo(CaseScene.Sara, $"{opened.Id}")).Count, (await scene.MailsTo(EmergencyScene.Vera, $"{opened.Id}")).Count);

    private static Task<List<string>> Events(CaseScene scene) =>
        scene.Read(db => db.Journal.Where(e => e.StreamId == scene.CaseId).Select(e => e.Event).ToListAsync());

    private Task<int> Break(CaseScene scene, string table, string rows) => scene.Read(db => db.Database.ExecuteSqlRawAsync(product.Kind.ToString() == "Sqlite"
        ? $"CREATE TRIGGER broken BEFORE INSERT ON \"{table}\" WHEN {New(rows)} BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END"
        : $"CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {New(rows)} THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$; CREATE TRIGGER broken BEFORE INSERT ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION broken()"));

    private Task<int> Mend(CaseScene scene, string table) => scene.Read(db => db.Database.ExecuteSqlRawAsync(product.Kind.ToString() == "Sqlite"
        ? "DROP TRIGGER broken" : $"DROP TRIGGER broken ON \"{table}\"; DROP FUNCTION broken()"));

    private static string New(string rows) => System.Text.RegularExpressions.Regex.Replace(rows, "(template|path|event|reason)", "NEW.$1");

    public sealed class OnSqlite(SqliteDemo product) : EmergencyRowTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : EmergencyRowTests(product), IClassFixture<PostgresDemo>;
}
