using System.Net;
using AngleSharp.Html.Dom;
using CommonGround.Domain.Cases;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Changes;

/// <summary>The number of a form that was taken opens no other door: where it was not sent, it was never taken.</summary>
public abstract class SentElsewhereTests(RunningProduct product)
{
    private static readonly Guid Oskars = DemoFile.IdOf("case-oskar");
    private static readonly Guid Davids = DemoFile.IdOf("case-david");

    [Fact]
    public async Task ATakenForm_SentToACaseOfOthers_IsAnAttempt_LikeOneToACaseThatIsNot()
    {
        var oskar = await product.SignInAs("oskar");
        var item = (await oskar.Open($"/my/{Oskars}/mine/written?Kind=Leave")).ExpectOk().Element<IHtmlAnchorElement>($"a[href^='/my/{Oskars}/mine/written/']").PathName;
        var form = (await oskar.Open(item)).ExpectOk().Form().Fill("Text", "Two days fewer.");
        var taken = form.Value("CommandId");
        (await oskar.Submit(form)).ExpectOk();
        // Where it was sent, it leads where it led.
        (await oskar.Submit(form)).ExpectOk();
        Assert.Equal(1, await product.With(db => db.Whole<Remark>().CountAsync(r => r.CaseId == Oskars)));

        var there = await oskar.Send(await Post(oskar, $"/cases/{Davids}/journal", taken));
        var nowhere = await oskar.Send(await Post(oskar, $"/cases/{Guid.CreateVersion7()}/journal", taken));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (there.Status, nowhere.Status));
        Assert.Equal(1, await product.With(db => db.AccessLog.CountAsync(e => !e.Permitted && e.ViewerPersonId == DemoFile.IdOf("oskar") && e.People.Any(p => p.CaseId == Davids))));
    }

    [Fact]
    public async Task APage_SentWhatItHasNoHandlerFor_SaysSo_AndIsNoLook()
    {
        var amina = await product.SignInAs("amina");
        var page = (await amina.Open($"/cases/{Oskars}/meetings")).ExpectOk();
        var before = await Looks();

        var answer = await amina.Send(await Post(amina, page.Address.AbsolutePath, $"{Guid.CreateVersion7()}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal(before, await Looks());
        foreach (var there in new[] { Oskars, Guid.CreateVersion7() })
            Assert.Equal(HttpStatusCode.NotFound, (await amina.Send(new HttpRequestMessage(HttpMethod.Options, $"/cases/{there}"))).Status);
        Assert.Equal(before, await Looks());

        Task<int> Looks() => product.With(db => db.AccessLog.CountAsync(e => e.ViewerPersonId == DemoFile.IdOf("amina")));
    }

    /// <summary>With the proof that a form carries, read from a page of one's own.</summary>
    private static async Task<HttpRequestMessage> Post(Visitor by, string address, string command)
    {
        var proof = (await by.Open("/account")).ExpectOk().Form("form:has([name=__RequestVerificationToken])").Value("__RequestVerificationToken");
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", proof), new("CommandId", command)]),
        };
    }

    public sealed class OnSqlite(SqliteDemo product) : SentElsewhereTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : SentElsewhereTests(product), IClassFixture<PostgresDemo>;
}
