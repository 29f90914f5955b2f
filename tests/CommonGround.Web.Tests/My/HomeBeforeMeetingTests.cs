using CommonGround.Testing.Product;
using CommonGround.Web.Tests.Meetings;

namespace CommonGround.Web.Tests.My;

/// <summary>The citizen's home before the meeting: what is theirs to do, and no day that nobody has set.</summary>
public abstract class HomeBeforeMeetingTests(RunningProduct product)
{
    [Fact]
    public async Task BeforeAnyTimeIsProposed_TheCoordinatorIsSaidToProposeThem_AndThePointsAreThere()
    {
        var scene = await BothHaveTalked();

        var home = (await scene.Sara.Open($"/my/{scene.CaseId}")).ExpectOk();

        Assert.Contains("Amina föreslår tider", home.Text(".card.next"), StringComparison.Ordinal);
        Assert.DoesNotContain("tänkt", home.Text(".card.next"), StringComparison.Ordinal);
        Assert.DoesNotContain("Senast", home.Text(".card.next"), StringComparison.Ordinal);
        Assert.Equal($"/my/{scene.CaseId}/interview/points", (await scene.Sara.Follow(home, ".card.next a.btn")).ExpectOk().Address.AbsolutePath);
    }

    [Fact]
    public async Task OnceTimesAreProposed_ToAnswerThemIsTheNextStep_AndIsAskedOnce()
    {
        var scene = await BothHaveTalked();
        await scene.Proposed();

        var home = (await scene.Sara.Open($"/my/{scene.CaseId}")).ExpectOk();

        Assert.Contains("har föreslagit tider", home.Text(".card.next"), StringComparison.Ordinal);
        Assert.Single(home.Document.QuerySelectorAll($"main a[href='{scene.Meeting}']"));
        var answered = (await scene.Sara.Follow(home, ".card.next a.btn")).ExpectOk();
        Assert.Equal(scene.Meeting, answered.Address.AbsolutePath);
    }

    private async Task<MeetingScene> BothHaveTalked()
    {
        var scene = await MeetingScene.Set(product);
        await scene.Change(change =>
        {
            foreach (var key in new[] { "start", "interview-citizen", "interview-supervisor" })
                change.Case.Step(key)!.Complete(change.Now);
            return null;
        });
        return scene;
    }

    public sealed class OnSqlite(SqliteDemo product) : HomeBeforeMeetingTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : HomeBeforeMeetingTests(product), IClassFixture<PostgresDemo>;
}
