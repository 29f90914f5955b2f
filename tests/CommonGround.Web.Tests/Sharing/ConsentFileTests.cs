using System.Net;
using System.Text;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

public abstract class ConsentFileTests(RunningProduct product)
{
    [Fact]
    public async Task AYes_IsTheSameWords_OnThePage_AsTextAndAsPdf()
    {
        var (scene, address, inCase) = await Given();
        var words = (await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId))).WordsRead;
        var sara = await scene.As("sara");
        var page = (await sara.Open(address)).ExpectOk();

        Assert.True(page.Has($"a[href='{address}.pdf']"));
        foreach (var (visitor, path) in new[] { (sara, address), (await scene.As("amina"), inCase) })
        {
            var text = await visitor.Client.GetStringAsync(path + ".txt", TestContext.Current.CancellationToken);
            foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Assert.Contains(line, text, StringComparison.Ordinal);
            Assert.Contains("Sara Lind", text, StringComparison.Ordinal);
            Assert.Contains("Region Norrstrand", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Stressmottagningen", text, StringComparison.Ordinal);
            var pdf = await visitor.Client.GetAsync(path + ".pdf", TestContext.Current.CancellationToken);
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
            Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 0, 4));
        }
    }

    [Fact]
    public async Task OfAnyoneElse_ItDoesNotExist()
    {
        var (scene, address, inCase) = await Given();

        foreach (var person in new[] { "jonas", "erik", "oskar", "karin" })
        {
            var visitor = await scene.As(person);
            foreach (var path in new[] { address, inCase })
            {
                (await visitor.Open(path + ".pdf")).Expect(HttpStatusCode.NotFound);
                (await visitor.Open(path + ".txt")).Expect(HttpStatusCode.NotFound);
            }
        }

        (await (await scene.As("sara")).Open(address + ".doc")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AYesThatHasEnded_SaysSo()
    {
        var (scene, address, _) = await Given();
        var sara = await scene.As("sara");
        var consent = Guid.Parse(address.Split('/')[^1]);
        await sara.Submit((await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{consent}")).ExpectOk().Form());

        Assert.Contains("Avslutat:", await sara.Client.GetStringAsync(address + ".txt", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(CaseScene Scene, string Address, string InCase)> Given()
    {
        var scene = await CaseScene.Open(product);
        var copy = (await scene.SayYesToJonas(await scene.As("sara"), InformationKind.Work)).ExpectOk();
        return (scene, copy.Address.AbsolutePath, $"/cases/{scene.CaseId}/consent/{copy.Address.AbsolutePath.Split('/')[^1]}");
    }

    public sealed class OnSqlite(SqliteDemo product) : ConsentFileTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentFileTests(product), IClassFixture<PostgresDemo>;
}
