using System.Net;
using CommonGround.Testing.Databases;
using CommonGround.Testing.Product;

namespace CommonGround.Web.Tests.HouseUi;

[OnOneDatabase("Nothing is asked of it.")]
public sealed class RequestLimitTests(RequestLimitTests.Limited product) : IClassFixture<RequestLimitTests.Limited>
{
    [Fact]
    public async Task WhoeverAsksTooOften_IsToldToPause_AndOthersAreNot()
    {
        var (amina, karin) = (await product.SignInAs("amina"), await product.SignInAs("karin"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
            answers.Add((await amina.Open("/for-me")).Status);

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        var pause = await amina.Open("/for-me");
        Assert.Equal("En kort paus, tack", pause.Heading);
        Assert.Equal("60", pause.Headers.RetryAfter?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await karin.Open("/for-me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await amina.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    public sealed class Limited() : RunningProduct(DatabaseKind.Sqlite)
    {
        protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
        {
            ["COMMONGROUND_DEMO"] = "true", ["COMMONGROUND_REQUESTS_PER_MINUTE"] = "30",
        };
    }
}
