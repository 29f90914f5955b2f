using System.Net;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests.HouseUi;

[OnOneDatabase("The parts that pages are made of read nothing from it.")]
public sealed class LanguageChoiceTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    private const string LanguageForm = "form[action='/language']";

    [Theory]
    [InlineData("sv-SE,sv;q=0.9,en;q=0.8", "sv")]
    [InlineData("fi;q=0.9,da;q=0.8,en;q=0.7", "da")]
    [InlineData("nb-NO", "da")]
    [InlineData("sv;q=0.2,en;q=0.9", "en")]
    [InlineData("fi", "en")]
    public async Task Open_FirstVisit_AnswersAsTheBrowserAsks(string asked, string expected)
    {
        var page = await Open(product.Visit(), asked);

        Assert.Equal(expected, page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Choose_Language_HoldsFromThenOnAndStaysOnThePage()
    {
        var visitor = product.Visit();
        var page = await Open(visitor, "sv");

        var chosen = await visitor.Submit(page.Form(LanguageForm), "button[value=da]");

        Assert.Equal("/gallery", chosen.Address.PathAndQuery.Split('?')[0]);
        Assert.Equal("da", chosen.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("da", (await Open(visitor, "sv")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Choose_LanguageWithAForeignReturn_StaysHere(string returnUrl)
    {
        var visitor = product.Visit();
        var form = (await Open(visitor, "sv")).Form(LanguageForm).Fill("returnUrl", returnUrl);

        var chosen = (await visitor.Submit(form, "button[value=da]")).ExpectOk();

        Assert.Equal("localhost", chosen.Address.Host);
    }

    [Fact]
    public async Task Choose_FromAnotherSite_ChangesNothing()
    {
        var visitor = product.Visit();
        using var forged = new FormUrlEncodedContent([new("language", "da"), new("returnUrl", "/gallery")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = forged };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        await visitor.Send(request);

        Assert.Equal("sv", (await Open(visitor, "sv")).Document.DocumentElement.GetAttribute("lang"));
    }

    private static async Task<Page> Open(Visitor visitor, string asked)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/gallery");
        request.Headers.Add("Accept-Language", asked);
        return (await visitor.Send(request)).Expect(HttpStatusCode.OK);
    }
}
