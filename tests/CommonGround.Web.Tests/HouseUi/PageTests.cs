using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests.HouseUi;

[OnOneDatabase("The parts that pages are made of read nothing from it.")]
public sealed class PageTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    [Fact]
    public async Task Headers_OfAPage_AllowNothingButOurOwnFiles()
    {
        var headers = (await product.Visit().Open("/gallery")).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Headers_OfAnErrorPage_AreTheSame()
    {
        var headers = (await product.Visit().Open("/no-such-page")).Headers;

        Assert.True(headers.Contains("Content-Security-Policy"));
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/gallery")]
    [InlineData("/gallery/citizen")]
    [InlineData("/gallery/case")]
    [InlineData("/gallery/meeting")]
    [InlineData("/gallery/supervisor")]
    [InlineData("/no-such-page")]
    public async Task Markup_OfAPage_NeedsNothingThatThePolicyForbids(string address)
    {
        var page = await product.Visit().Open(address);

        Assert.False(page.Has("[style], style, script:not([src]), [onclick], [onsubmit], [hx-on], [data-hx-on]"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Single(page.Document.QuerySelectorAll("main"));
        Assert.EndsWith("CommonGround", page.Document.Title, StringComparison.Ordinal);
        var ids = page.Document.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Files_OfAPage_CanBeKeptAndAreAllThere()
    {
        var visitor = product.Visit();
        var page = await visitor.Open("/gallery");
        var files = page.Document.QuerySelectorAll("link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var answer = await visitor.Client.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, file);
            Assert.False(answer.Headers.CacheControl?.NoStore ?? false, file);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }
}
