using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Emergency;

/// <summary>Whose identity is protected is named to those few who must know, and to nobody else: not in a list, not by a search, not in a letter.</summary>
public abstract class ProtectedIdentityTests(RunningProduct product)
{
    private static readonly Guid Peter = DemoFile.IdOf("peter");

    [Fact]
    public async Task TheUnitsList_HoldsTheSickLeave_AndNotWhose()
    {
        var siri = await product.SignInAs("siri");

        var list = (await siri.Open("/episodes?sort=name")).ExpectOk();

        Assert.Contains("Namnet visas inte", list.Text());
        foreach (var page in new[] { 1, 2, 3 })
            Assert.DoesNotContain("Ahlgren", (await siri.Open($"/episodes?page={page}")).Html);
        Assert.DoesNotContain("19780928", list.Html);
    }

    [Theory]
    [InlineData("ahlgren")]
    [InlineData("peter")]
    [InlineData("197809289908")]
    [InlineData("9908")]
    public async Task ASearch_DoesNotTell(string asked)
    {
        var siri = await product.SignInAs("siri");

        var found = (await siri.Open($"/episodes?find={asked}")).ExpectOk();

        var nobody = (await siri.Open("/episodes?find=xyzxyz")).ExpectOk();
        Assert.Equal(nobody.Text("main").Replace("xyzxyz", asked, StringComparison.Ordinal), found.Text("main"));
    }

    [Fact]
    public async Task TheSickLeaveAndTheSickNote_HideNameAndNumber()
    {
        var scene = await CaseScene.Open(product);
        var siri = await product.SignInAs("siri");
        var (episode, certificate) = await scene.Read(async db => (await db.Whole<Episode>().SingleAsync(e => e.PersonId == Peter),
            await db.Whole<ReceivedCertificate>().FirstAsync(c => c.PersonId == Peter)));
        var others = await scene.Read(db => db.Whole<ReceivedCertificate>().FirstAsync(c => c.PersonId == DemoFile.IdOf("emil")));

        foreach (var address in new[] { $"/episodes/{episode.Id}", $"/sick-notes/{certificate.Id}", $"/episodes/{episode.Id}/open-case", $"/sick-notes/type?episode={episode.Id}", "/sick-notes" })
        {
            var page = (await siri.Open(address)).ExpectOk();
            Assert.DoesNotContain("Ahlgren", page.Html);
            Assert.DoesNotContain("9908", page.Text());
        }

        // The negative control: somebody else's are there.
        Assert.Contains("Nygård", (await siri.Open($"/sick-notes/{others.Id}")).ExpectOk().Text());
    }

    [Fact]
    public async Task Turned_On_ItHoldsAtTheNextRequest_ForEveryoneButWhoLeadsAndWhoTreats_AndIsJournaled()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var (amina, karin, jonas, siri, hanna) = (await scene.As("amina"), await scene.As("karin"), await scene.As("jonas"), await scene.As("siri"), await scene.As("hanna"));
        await scene.Change(CaseScene.Amina, change =>
        {
            change.Case.AddCareParty(DemoFile.IdOf("siri"), PartyRole.TeamMember, treats: false, change.Now);
            change.Journal("PlanLineFollowed");
            return "/";
        });
        Assert.Contains("Sara", (await siri.Open($"/cases/{scene.CaseId}")).ExpectOk().Text());
        Assert.Contains("Sara", (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk().Text());
        var (episode, _) = await new SickNoteScene(product.Services).OfYearsAgo(CaseScene.Sara);
        try
        {
            var page = (await siri.Open($"/episodes/{episode}/protected-identity")).ExpectOk();
            (await siri.Submit(page.Form())).ExpectOk();

            foreach (var (visitor, address) in new[]
            {
                (siri, $"/cases/{scene.CaseId}"), (siri, $"/cases/{scene.CaseId}/journal"), (siri, "/cases"), (siri, "/for-me"), (siri, "/episodes"), (siri, $"/episodes/{episode}"),
                (jonas, $"/work/{scene.CaseId}"), (jonas, $"/cases/{scene.CaseId}/meetings"),
            })
            {
                var shown = (await visitor.Open(address)).ExpectOk();
                Assert.DoesNotContain("Lind", shown.Html.Replace("Lindgren", "", StringComparison.Ordinal));
                Assert.DoesNotContain("Sara", shown.Html);
            }

            Assert.Contains("Sara Lind", (await amina.Open($"/cases/{scene.CaseId}")).ExpectOk().Text());
            Assert.Contains("Sara Lind", (await karin.Open($"/cases/{scene.CaseId}")).ExpectOk().Text());
            Assert.Contains("Sara", (await sara.Open($"/my/{scene.CaseId}")).ExpectOk().Text());
            Assert.Contains("Amina", (await jonas.Open($"/work/{scene.CaseId}")).ExpectOk().Text());

            // An emergency, and the privacy officer, do not show who it is either; and the letter does not carry the name.
            var opened = (await scene.Open(hanna)).ExpectOk();
            Assert.Contains("Namnet visas inte", opened.Text());
            Assert.DoesNotContain("Sara", opened.Html);
            Assert.DoesNotContain("Sara", (await (await scene.As("vera")).Open("/privacy/emergency")).ExpectOk().Html);
            var person = await scene.Read(db => db.Persons.SingleAsync(p => p.Id == CaseScene.Sara));
            var mail = (await scene.MailsTo(CaseScene.Sara, "/emergency/"))[0];
            Assert.DoesNotContain("Sara Lind", (await amina.Open("/demo/outbox")).ExpectOk().Text());
            Assert.Equal("", Letter.Of(mail, person, "https://example.org", product.Services.GetRequiredService<Texts>()).ToName);

            Assert.Contains("IdentityProtected", await scene.Read(db => db.Journal.Where(e => e.StreamId == scene.CaseId).Select(e => e.Event).ToListAsync()));
            Assert.Contains("IdentityProtected", await scene.Read(db => db.Journal.Where(e => e.StreamId == DemoFile.IdOf("stress-clinic")).Select(e => e.Event).ToListAsync()));
        }
        finally
        {
            await scene.Read(db => db.Cases.Where(c => c.CitizenPersonId == CaseScene.Sara).ExecuteUpdateAsync(set => set.SetProperty(c => c.ProtectedIdentity, false)));
            await scene.Read(db => db.Persons.Where(p => p.Id == CaseScene.Sara).ExecuteUpdateAsync(set => set.SetProperty(p => p.ProtectedIdentity, false)));
        }
    }

    [Fact]
    public async Task ShownAgain_OnlyByWhoLeadsTheCase()
    {
        var scene = await CaseScene.Open(product);
        var leila = DemoFile.IdOf("leila");
        var (episode, _) = await new SickNoteScene(product.Services).OfYearsAgo(leila);
        var (siri, erik) = (await scene.As("siri"), await scene.As("erik"));
        var address = $"/episodes/{episode}/protected-identity";
        (await siri.Submit((await siri.Open(address)).ExpectOk().Form())).ExpectOk();
        Assert.DoesNotContain("Karimi", (await siri.Open("/episodes?find=")).Html);

        var refused = await siri.Submit((await siri.Open(address)).ExpectOk().Form());

        Assert.Contains("Bara den som leder ärendet kan visa namnet igen.", refused.Text());
        Assert.True(await scene.Read(db => db.Persons.AnyAsync(p => p.Id == leila && p.ProtectedIdentity)));
        Assert.Contains("Leila Karimi", (await erik.Open($"/cases/{DemoFile.IdOf("case-leila")}")).ExpectOk().Text());
        (await erik.Submit((await erik.Open(address)).ExpectOk().Form())).ExpectOk();
        Assert.Contains("Karimi", (await siri.Open($"/episodes/{episode}")).Html);
    }

    [Fact]
    public async Task WhereThePersonIsTreated_IsHiddenWithTheirName()
    {
        var scene = await CaseScene.Open(product);
        var number = SickNoteScene.NewNumber();
        await new SickNoteScene(product.Services).TakeIn(SickNoteScene.Note(number, number));
        var (note, unit) = await scene.Read(async db =>
        {
            var field = await db.Whole<ReceivedField>().FirstAsync(f => f.FieldId.StartsWith("issuer.") && f.PersonId != null && db.Persons.Any(p => p.Id == f.PersonId && p.NationalId == number) && f.Value.Length > 4);
            return (field.CertificateId, field.Value);
        });
        var hanna = await scene.As("hanna");
        Assert.Contains(unit, (await hanna.Open($"/sick-notes/{note}")).ExpectOk().Text(), StringComparison.Ordinal);

        await scene.Read(db => db.Persons.Where(p => p.NationalId == number).ExecuteUpdateAsync(set => set.SetProperty(p => p.ProtectedIdentity, true)));

        Assert.DoesNotContain(unit, (await hanna.Open($"/sick-notes/{note}")).ExpectOk().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutACase_ShownAgain_OnlyByACoordinatorOfTheUnit()
    {
        var scene = await CaseScene.Open(product);
        var number = SickNoteScene.NewNumber();
        var notes = new SickNoteScene(product.Services);
        await notes.TakeIn(SickNoteScene.Note(number, number));
        var episode = await scene.Read(db => db.Whole<Episode>().Where(e => e.Person!.NationalId == number).Select(e => e.Id).SingleAsync());
        var (siri, amina) = (await scene.As("siri"), await scene.As("amina"));
        var address = $"/episodes/{episode}/protected-identity";
        (await siri.Submit((await siri.Open(address)).ExpectOk().Form())).ExpectOk();

        var refused = await siri.Submit((await siri.Open(address)).ExpectOk().Form());

        Assert.Contains("Finns inget ärende kan en koordinator här göra det", refused.Text(), StringComparison.Ordinal);
        Assert.True(await scene.Read(db => db.Persons.AnyAsync(p => p.NationalId == number && p.ProtectedIdentity)));
        (await amina.Submit((await amina.Open(address)).ExpectOk().Form())).ExpectOk();
        Assert.False(await scene.Read(db => db.Persons.AnyAsync(p => p.NationalId == number && p.ProtectedIdentity)));
    }

    [Fact]
    public async Task OutsideTheUnit_NobodyFindsThePage()
    {
        var scene = await CaseScene.Open(product);
        var episode = await scene.Read(db => db.Whole<Episode>().Where(e => e.PersonId == Peter).Select(e => e.Id).FirstAsync());

        foreach (var other in new[] { "annika", "maria", "sara", "vera" })
            (await (await scene.As(other)).Open($"/episodes/{episode}/protected-identity")).Expect(HttpStatusCode.NotFound);
    }

    public sealed class OnSqlite(SqliteDemo product) : ProtectedIdentityTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ProtectedIdentityTests(product), IClassFixture<PostgresDemo>;
}
