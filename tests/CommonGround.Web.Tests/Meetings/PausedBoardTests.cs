using System.Net;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests.Meetings;

/// <summary>Whoever was writing when the meeting paused or ended is told so and keeps what was written, with a script and without.</summary>
public abstract class PausedBoardTests(RunningProduct product)
{
    private const string Words = "Two mornings a week";

    [Theory]
    [InlineData("Agreement", "Terms.Text", true)]
    [InlineData("Agreement", "Terms.Text", false)]
    [InlineData("Difference", "Differ.Text", true)]
    [InlineData("Difference", "Differ.Text", false)]
    [InlineData("Later", "Later.Text", true)]
    [InlineData("Later", "Later.Text", false)]
    [InlineData("Point", "Point.Text", true)]
    [InlineData("Point", "Point.Text", false)]
    public async Task WhatIsSentToAPausedBoard_IsRefusedInWords_AndStays(string handler, string field, bool scripted)
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var form = (await scene.Amina.Open(scene.Board)).Form($"form[action*='handler={handler}']").Fill(field, Words);
        await scene.Sara.Submit((await scene.Sara.Open(scene.Board + "/pause")).Form());

        var told = (await Send(scene.Amina, form, scripted)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Mötet är pausat. Det du skrev finns kvar", told.Text("#errors"), StringComparison.Ordinal);
        Assert.Contains(Words, told.Text($"textarea[name='{field}']"), StringComparison.Ordinal);
        Assert.Equal(scripted, !told.Html.Contains("<html", StringComparison.Ordinal));

        await scene.Sara.Submit((await scene.Sara.Open(scene.Board + "/pause")).Form("form[action*='Resume']"));
        Assert.DoesNotContain(Words, (await scene.Amina.Open(scene.Board)).ExpectOk().Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnOwnPointSentToABoardThatEnded_Stays(bool scripted)
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();
        var form = (await scene.Sara.Open(scene.Board)).Form("form[action*='handler=Point']").Fill("Point.Text", Words);
        (await scene.Amina.Submit((await scene.Amina.Open(scene.Meeting + "/end")).Form())).ExpectOk();

        var told = (await Send(scene.Sara, form, scripted)).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Mötet är slut", told.Text("#errors"), StringComparison.Ordinal);
        Assert.Contains(Words, told.Text("textarea[name='Point.Text']"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasRefused_IsNotSaidAway_ByWhatComesInByItself()
    {
        var scene = await (await MeetingScene.Set(product)).UnderWay();

        Assert.DoesNotContain("#refused", (await scene.Amina.Open(scene.Board + "?parts=rows")).ExpectOk().Html, StringComparison.Ordinal);
        Assert.Contains("#refused", (await scene.Amina.Open(scene.Board + "?parts=done")).ExpectOk().Html, StringComparison.Ordinal);
    }

    private static async Task<Page> Send(Visitor by, Form form, bool scripted)
    {
        if (!scripted)
            return await by.Submit(form);

        using var request = form.Request();
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("HX-Request", "true");
        return await by.Send(request);
    }

    public sealed class OnSqlite(SqliteDemo product) : PausedBoardTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : PausedBoardTests(product), IClassFixture<PostgresDemo>;
}
