using System.Collections.Concurrent;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using CommonGround.E2E.Tests.Nodes;
using CommonGround.Testing.Pages;
using CommonGround.Web.Features.Demo;

namespace CommonGround.E2E.Tests.Running;

/// <summary>Someone's cookies and forms, without a window: for many writes at once. Goes on with the product that is started after a kill.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClientHandler _handler = new()
    {
        AllowAutoRedirect = false, UseCookies = true, MaxConnectionsPerServer = 32,
        // The proxy of the tests stands on this machine, under a certificate that nobody else knows.
        ServerCertificateCustomValidationCallback = (request, _, _, _) => request.RequestUri!.IsLoopback,
    };

    private readonly ConcurrentQueue<string> _answeredBy = new();
    private readonly HttpClient _client;

    public PlainBrowser() => _client = new HttpClient(new Noting(_answeredBy) { InnerHandler = _handler }) { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Which node each answer came from, in turn, where the proxy of the tests says so.</summary>
    public IReadOnlyList<string> AnsweredBy => [.. _answeredBy];

    public IEnumerable<Cookie> Cookies => _handler.CookieContainer.GetAllCookies();

    public async Task SignIn(Uri product, string person)
    {
        var token = await Token(new Uri(product, "/demo"));
        using var signedIn = await Post(new Uri(product, "/demo"), new() { ["personId"] = $"{DemoFile.IdOf(person)}", ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    /// <summary>As it comes over the wire, compressed where the product compresses.</summary>
    public async Task<HttpResponseMessage> Get(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        return await _client.SendAsync(request);
    }

    public async Task<IDocument> Read(Uri page)
    {
        var html = await _client.GetStringAsync(page);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(content => content.Content(html).Address(page));
    }

    /// <summary>An answer that goes on until one of both ends it.</summary>
    public async Task<HttpResponseMessage> Follow(Uri address)
    {
        var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return answer.EnsureSuccessStatusCode();
    }

    /// <summary>What a page's forms must send back to show that they came from it.</summary>
    public async Task<string> Token(Uri page)
    {
        return (await Read(page)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"{page} has no form.");
    }

    /// <summary>The answer as it is, also where it leads on or refuses.</summary>
    public Task<HttpResponseMessage> Ask(Uri address) => _client.GetAsync(address);

    /// <summary>Sends a form of a page as a browser does, and reads where it leads.</summary>
    public async Task<IDocument> Submit(Form form, string? button = null)
    {
        using var request = form.Request(button);
        var (address, answer) = (request.RequestUri!, await _client.SendAsync(request));
        while (answer.Headers.Location is { } to)
        {
            answer.Dispose();
            address = new Uri(address, to);
            answer = await _client.GetAsync(address);
        }

        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            var html = await answer.Content.ReadAsStringAsync();
            return await BrowsingContext.New(Configuration.Default).OpenAsync(content => content.Content(html).Address(address));
        }
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => _client.SendAsync(request);

    public async Task<HttpResponseMessage> Post(Uri address, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(address, content);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private sealed class Noting(ConcurrentQueue<string> answeredBy) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues(Proxy.WhoAnswered, out var nodes))
                answeredBy.Enqueue(nodes.Single());
            return answer;
        }
    }
}
