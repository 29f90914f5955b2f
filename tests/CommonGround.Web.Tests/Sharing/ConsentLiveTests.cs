using System.Net;
using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Meetings;

namespace CommonGround.Web.Tests.Sharing;

/// <summary>A yes that is changed holds for what is open already.</summary>
public abstract class ConsentLiveTests(RunningProduct product)
{
    [Fact]
    public async Task Changed_NotForMeetings_EndsAnOpenBoard()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var cancel = TestContext.Current.CancellationToken;
        using var stream = await scene.Jonas.Client.GetAsync(new Uri(scene.Meeting + "/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(cancel));
        Assert.Equal("event: board", await lines.ReadLineAsync(cancel));
        product.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await scene.Sara.Open($"/my/{scene.CaseId}/sharing/change/{await scene.Party("jonas")}");
        page = await scene.Sara.Submit(page.Form().Clear("Form.Purposes", "Meeting").Choose("Form.Purposes", "Plan").Choose("Form.Length", "HalfYear"));
        var yes = page.ExpectOk().Form();
        (await scene.Sara.Submit(page.Has("[name='More']") ? yes.Choose("More") : yes, "button[formaction$='handler=Yes']")).ExpectOk();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var said = await lines.ReadToEndAsync(patience.Token);
        Assert.EndsWith("event: over\ndata: 0\n\n", said, StringComparison.Ordinal);
        (await scene.Jonas.Open(scene.Board)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SignedOut_EndsAnOpenBoard()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var cancel = TestContext.Current.CancellationToken;
        using var stream = await scene.Jonas.Client.GetAsync(new Uri(scene.Meeting + "/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(cancel));
        Assert.Equal("event: board", await lines.ReadLineAsync(cancel));

        await scene.Jonas.Submit((await scene.Jonas.Open("/account")).ExpectOk().Form("form[action='/sign-out']"));
        product.Clock.Advance(TimeSpan.FromMinutes(1));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        Assert.EndsWith("event: over\ndata: 0\n\n", await lines.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteDemo product) : ConsentLiveTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentLiveTests(product), IClassFixture<PostgresDemo>;
}
