using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>A form whose own doing takes away what it is about leads, when it is sent again, where it led.</summary>
public abstract class SentAgainTests(RunningProduct product)
{
    [Fact]
    public async Task AWithdrawalEnteredTwice_LeadsToTheSamePage()
    {
        var scene = await CaseScene.Open(product);
        await scene.SayYesToJonas(await scene.As("sara"), InformationKind.Work);
        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        var amina = await scene.As("amina");
        var page = (await amina.Open($"/cases/{scene.CaseId}/consent/{consent.Id}/withdraw")).ExpectOk();
        var form = page.Form("main form:has([name=CommandId])").Choose("Way", "ByPhone").Choose("SaidSo");

        var first = (await amina.Submit(form)).ExpectOk();
        var second = (await amina.Submit(form)).ExpectOk();

        Assert.Equal($"/cases/{scene.CaseId}/consent", first.Address.AbsolutePath);
        Assert.Equal(first.Address.AbsolutePath, second.Address.AbsolutePath);
    }

    public sealed class OnSqlite(SqliteDemo product) : SentAgainTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : SentAgainTests(product), IClassFixture<PostgresDemo>;
}
