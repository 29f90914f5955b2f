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
        using var board = await OpenBoardOfJonas(scene);
        product.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await scene.Sara.Open($"/my/{scene.CaseId}/sharing/change/{await scene.Party("jonas")}");
        page = await scene.Sara.Submit(page.Form().Clear("Form.Purposes", "Meeting").Choose("Form.Purposes", "Plan").Choose("Form.Length", "HalfYear"));
        var yes = page.ExpectOk().Form();
        (await scene.Sara.Submit(page.Has("[name='More']") ? yes.Choose("More") : yes, "button[formaction$='handler=Yes']")).ExpectOk();

        await ShouldEnd(board);
        (await scene.Jonas.Open(scene.Board)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SignedOut_EndsAnOpenBoard()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        using var board = await OpenBoardOfJonas(scene);

        await scene.Jonas.Submit((await scene.Jonas.Open("/account")).ExpectOk().Form("form[action='/sign-out']"));
        product.Clock.Advance(TimeSpan.FromMinutes(1));

        await ShouldEnd(board);
    }

    private static async Task<StreamReader> OpenBoardOfJonas(MeetingScene scene)
    {
        var cancel = TestContext.Current.CancellationToken;
        var stream = await scene.Jonas.Client.GetStreamAsync(new Uri(scene.Meeting + "/live", UriKind.Relative), cancel);
        var lines = new StreamReader(stream);
        Assert.Equal("event: board", await lines.ReadLineAsync(cancel));
        return lines;
    }

    private static async Task ShouldEnd(StreamReader board)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        Assert.EndsWith("event: over\ndata: 0\n\n", await board.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteDemo product) : ConsentLiveTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentLiveTests(product), IClassFixture<PostgresDemo>;
}
