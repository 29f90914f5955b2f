using System.Net;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure;

namespace CommonGround.Web.Tests.HouseUi;

[OnOneDatabase("The parts that pages are made of read nothing from it.")]
public sealed class ErrorPageTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    [Fact]
    public async Task Open_WhatIsNotThere_SaysSoInAFullPage()
    {
        var page = (await product.Visit().Open("/no-such-page")).Expect(HttpStatusCode.NotFound);

        Assert.Equal("This page is not here", page.Heading);
        Assert.True(page.Has("header.bar"));
        Assert.DoesNotContain("no-such-page", page.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/error/500")]
    [InlineData("/error/403")]
    [InlineData("/error/9999")]
    public async Task Open_AnErrorPageByItsAddress_IsJustAPageThatIsNotThere(string address) =>
        Assert.Equal("This page is not here", (await product.Visit().Open(address)).Expect(HttpStatusCode.NotFound).Heading);

    [Theory]
    [InlineData("/api/no-such")]
    [InlineData("/fhir/no-such")]
    public async Task Ask_AsAProgram_GetsNoPage(string address) =>
        Assert.Empty((await product.Visit().Open(address)).Expect(HttpStatusCode.NotFound).Html);

    [Fact]
    public async Task Send_FormThatHadExpired_KeepsEveryWordAndSendsItAgain()
    {
        var visitor = product.Visit();

        var kept = (await visitor.Send(Stale("same-origin"))).Expect(HttpStatusCode.BadRequest);

        Assert.Equal("The page had been open for long", kept.Heading);
        var form = kept.Form();
        Assert.Equal("Sara Lind", form.Value("Input.Name"));
        Assert.Equal("Long \"words\" & <more>", form.Value("Input.Story"));
        Assert.DoesNotContain("hush", kept.Html, StringComparison.Ordinal);
        var sent = (await visitor.Submit(form)).ExpectOk();
        Assert.Equal("/gallery", sent.Address.AbsolutePath);
        Assert.True(sent.Has(".flash[role=status]"));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task Send_FormFromAnotherSite_IsNotPutBackIntoAnybodysHands(string? site)
    {
        var page = (await product.Visit().Send(Stale(site))).Expect(HttpStatusCode.BadRequest);

        Assert.False(page.Has("main form"));
        Assert.DoesNotContain("Sara Lind", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_FormAfterTheSessionEnded_KeepsItAndOffersToSignIn()
    {
        var request = Stale("same-origin");
        request.RequestUri = new Uri("/nothing-yet", UriKind.Relative);

        var page = (await product.Visit().Send(request)).Expect(HttpStatusCode.Unauthorized);

        Assert.Equal("You have been signed out", page.Heading);
        Assert.Equal("Sara Lind", page.Form().Value("Input.Name"));
        Assert.True(page.Has("main a[target=_blank]"));
    }

    [Theory]
    [InlineData("sv", "Det blev för mycket på en gång")]
    [InlineData("da", "Det var for meget på én gang")]
    [InlineData("en", "That was too much at once")]
    public async Task Send_MoreThanAPageTakes_SaysThatAndWhatToDo_AndIsNoError(string language, string heading)
    {
        var request = Stale("same-origin");
        var visitor = product.Visit();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        request.Content = new FormUrlEncodedContent([new("Input.Story", new string('a', RequestLimits.MostBytes))]);

        var page = (await visitor.Send(request)).Expect(HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal(heading, page.Heading);
        Assert.False(page.Has("main form"));
        Assert.DoesNotContain(product.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_FormThatHadExpired_WithAFieldNamedAsInTheErrorPagesAddress_IsToldTheTrueError()
    {
        var request = Stale("same-origin");
        request.Content = new FormUrlEncodedContent([new("Code", "599123"), new("__RequestVerificationToken", "stale")]);

        Assert.Equal("The page had been open for long", (await product.Visit().Send(request)).Expect(HttpStatusCode.BadRequest).Heading);
    }

    private static HttpRequestMessage Stale(string? site)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/gallery")
        {
            Content = new FormUrlEncodedContent(
            [
                new("Input.Name", "Sara Lind"),
                new("Input.Story", "Long \"words\" & <more>"),
                new("Input.Password", "hush"),
                new("__RequestVerificationToken", "stale"),
            ]),
        };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return request;
    }
}
