using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Tests.SickNotes;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>Someone is treated where they work, and their manager is a colleague there: the unit's own list does not tell them (guardrail 1).</summary>
public abstract class KeptApartTests(RunningProduct product)
{
    private static readonly Guid Siri = DemoFile.IdOf("siri");

    [Fact]
    public async Task AManagerWhoWorksInTheUnit_DoesNotMeetThePersonInItsList_AlsoWhenTheYesHasEnded()
    {
        var scene = await CaseScene.Open(product);
        var siri = await scene.As("siri");
        var (episode, certificate) = await new SickNoteScene(product.Services).OfYearsAgo(CaseScene.Sara);
        string[] addresses = [$"/episodes/{episode}", $"/sick-notes/{certificate}"];
        foreach (var address in addresses)
            (await siri.Open(address)).ExpectOk();
        Assert.Contains("Sara Lind", await ListOf(siri, "sara"));

        Guid yes = default;
        await scene.Change(CaseScene.Sara, change =>
        {
            var given = change.Case.GiveConsent(new ConsentGiven(Siri, PartyRole.Supervisor, new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Work },
                new HashSet<Purpose> { Purpose.Meeting }, change.Now.AddDays(60), ConsentWay.OwnPage, "words", "sv", CaseScene.Sara), change.Now);
            yes = given.Value.Id;
            change.Journal("ConsentGiven");
            return "/";
        });
        await NothingIsOpen();
        await scene.Change(CaseScene.Sara, change =>
        {
            change.Case.WithdrawConsent(yes, ConsentWay.OwnPage, CaseScene.Sara, change.Now);
            change.Journal("ConsentWithdrawn");
            return "/";
        });
        await NothingIsOpen();

        async Task NothingIsOpen()
        {
            foreach (var address in addresses)
                (await siri.Open(address)).Expect(HttpStatusCode.NotFound);
            Assert.DoesNotContain("Sara Lind", await ListOf(siri, "sara"));
            (await siri.Open($"/cases/{scene.CaseId}/emergency/open")).Expect(HttpStatusCode.NotFound);
            // The negative controls: their colleague goes on, and they go on with others.
            Assert.Contains("Sara Lind", await ListOf(await scene.As("hanna"), "sara"));
            Assert.Contains("Emil", await ListOf(siri, "emil"));
        }
    }

    private static async Task<string> ListOf(Visitor visitor, string find) => (await visitor.Open($"/episodes?find={find}")).ExpectOk().Text();

    public sealed class OnSqlite(SqliteDemo product) : KeptApartTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : KeptApartTests(product), IClassFixture<PostgresDemo>;
}
