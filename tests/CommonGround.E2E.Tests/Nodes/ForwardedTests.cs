using System.Net;
using System.Net.Sockets;
using CommonGround.Testing.Databases;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Infrastructure.Accounts;

namespace CommonGround.E2E.Tests.Nodes;

/// <summary>Who asks, and how, is believed from the proxy that is named, and from nobody else.</summary>
[Collection(BehindAProxy.Name)]
public sealed class ForwardedTests(NodesBehindProxy nodes)
{
    private const string Public = "plan.region.example";
    private static readonly IPAddress Stranger = IPAddress.Parse("127.0.0.21");

    [Fact]
    public async Task ThroughTheProxy_EachCookieIsForHttpsOnly_AndPagesAreNotCompressed()
    {
        using var sara = new PlainBrowser();
        await sara.SignIn(nodes.Address, "sara");

        using var page = await sara.Get(new Uri(nodes.Address, $"/my/{DemoFile.IdOf("case-sara")}"));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.NotEmpty(sara.Cookies);
        Assert.All(sara.Cookies, cookie => Assert.True(cookie.Secure, cookie.Name));
        Assert.Empty(page.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task TheScheme_IsTakenFromTheProxy_NotFromAStranger()
    {
        using var throughIt = From(IPAddress.Loopback);
        using var stranger = From(Stranger);

        Assert.True(await IsHttps(throughIt, nodes.Address, null));
        Assert.True(await IsHttps(throughIt, nodes.Nodes[0].Address, "https"));
        Assert.False(await IsHttps(throughIt, nodes.Nodes[0].Address, null));
        Assert.False(await IsHttps(stranger, nodes.Nodes[0].Address, "https"));
    }

    [Fact]
    public async Task ATryInVain_IsCountedWhereItCameFrom_WhateverItSaysOfItself()
    {
        using var stranger = From(Stranger);
        var ofTheProxy = await TriesFrom(IPAddress.Loopback);
        stranger.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.99");
        var page = await stranger.GetStringAsync(new Uri(nodes.Address, "/sign-in"), TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Name"] = "nobody@region.example", ["Password"] = "en annan morgon i mars", ["Code"] = "000000", ["__RequestVerificationToken"] = token,
        });
        using var refused = await stranger.PostAsync(new Uri(nodes.Address, "/sign-in"), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);

        Assert.Equal(1, await TriesFrom(Stranger));
        Assert.Equal(0, await TriesFrom(IPAddress.Parse("203.0.113.99")));
        Assert.Equal(ofTheProxy, await TriesFrom(IPAddress.Loopback));
    }

    [Fact]
    public async Task TheLimitOfAnAddress_IsThatOfWhoAsks_AndAStrangerCannotBeOthers()
    {
        var limited = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var product = await ProductProcess.StartAsync(limited, new Dictionary<string, string>
        {
            ["COMMONGROUND_PROXY"] = "127.0.0.1, 10.0.0.0/24", ["COMMONGROUND_REQUESTS_PER_MINUTE"] = "1", ["COMMONGROUND_DEMO"] = "false", ["COMMONGROUND_LISTEN"] = "127.0.0.1",
        });
        using var proxy = From(IPAddress.Loopback);
        using var stranger = From(Stranger);

        // Ten times the limit of a person; one by way of another proxy, which is named too.
        for (var asked = 0; asked < 10; asked++)
            Assert.Equal(HttpStatusCode.OK, await Ask(proxy, product.Address, asked % 2 == 0 ? "203.0.113.5" : "203.0.113.5, 10.0.0.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask(proxy, product.Address, "203.0.113.5"));
        Assert.Equal(HttpStatusCode.OK, await Ask(proxy, product.Address, "203.0.113.6"));
        // What stands before an address that nobody vouches for was made up on the way.
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask(proxy, product.Address, "198.51.100.1, 203.0.113.5"));

        for (var asked = 0; asked < 10; asked++)
            Assert.Equal(HttpStatusCode.OK, await Ask(stranger, product.Address, $"203.0.113.{100 + asked}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask(stranger, product.Address, "203.0.113.200"));
    }

    private Task<long> TriesFrom(IPAddress address) =>
        nodes.Ask<long>($"select coalesce(sum(count), 0) from sign_in_tries where door = '\\x{Convert.ToHexString(Doors.OfAddress(address))}'");

    /// <summary>Whether the answer holds the browser to HTTPS from now on.</summary>
    private static async Task<bool> IsHttps(HttpClient from, Uri where, string? said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(where, "/sign-in")) { Headers = { Host = Public } };
        if (said is not null) request.Headers.Add("X-Forwarded-Proto", said);
        using var answer = await from.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.Contains("Strict-Transport-Security");
    }

    private static async Task<HttpStatusCode> Ask(HttpClient from, Uri where, string inTheNameOf)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(where, "/sign-in")) { Headers = { { "X-Forwarded-For", inTheNameOf } } };
        using var answer = await from.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Someone at this address of the machine.</summary>
    private static HttpClient From(IPAddress address) => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=localhost" },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
