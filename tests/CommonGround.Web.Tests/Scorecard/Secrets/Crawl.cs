using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using CommonGround.Scorecard;
using CommonGround.Testing.Pages;
using CommonGround.Web.Tests.Documents;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>One answer of the product: its address after redirects, its headers and its body as text, also where it is a PDF or a stream.</summary>
internal sealed record Heard(string Asked, string Address, HttpStatusCode Status, string Type, bool MayBeKept, string Said);

/// <summary>
/// Opens whatever someone can: what they are led to, every address that the product has for this case, and what links and forms add
/// to it. Then sends each form back as it came, for the pages that refuse.
/// </summary>
internal sealed class Crawl(Visitor visitor)
{
    private static readonly int OfAPage = Volume.Of(sample: 3, full: 8);
    private static readonly string[] Files = ["/css", "/js", "/fonts", "/gallery", "/sign-out"];

    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _asked = [];
    private readonly Queue<string> _next = new();
    private readonly Dictionary<string, HttpRequestMessage> _posts = [];

    public List<Heard> Heard { get; } = [];

    public async Task<Crawl> From(IEnumerable<string> addresses, IEnumerable<HttpRequestMessage>? knocks = null)
    {
        foreach (var address in addresses)
            Add(address);
        while (_next.TryDequeue(out var address))
            await Ask(new HttpRequestMessage(HttpMethod.Get, address));
        foreach (var post in _posts.Values.Concat(knocks ?? []).ToList())
            await Ask(post);
        return this;
    }

    private void Add(string address)
    {
        // Where a choice stands in the address, one of each page is enough; a page at most so often.
        var path = address.Split('?', '#')[0];
        var times = _asked.GetValueOrDefault(path);
        if (times >= OfAPage || Files.Any(f => address.StartsWith(f, StringComparison.Ordinal)) || !_seen.Add(address.Split('#')[0]))
            return;

        _asked[path] = times + 1;
        _next.Enqueue(address);
    }

    private async Task Ask(HttpRequestMessage request)
    {
        var asked = $"{request.Method} {request.RequestUri}";
        using var response = await visitor.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        var body = await Body(response, type);
        var address = response.RequestMessage!.RequestUri!;
        Heard.Add(new Heard(asked, address.PathAndQuery, response.StatusCode, type, response.Headers.CacheControl?.NoStore != true,
            $"{address}\n{response.Headers}\n{response.Content.Headers}\n{body}"));
        if (type != "text/html" || response.StatusCode != HttpStatusCode.OK)
            return;

        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(c => c.Content(body).Address(address));
        foreach (var link in document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Where(a => new Uri(a.Href).Host == "localhost"))
            Add(new Uri(link.Href).PathAndQuery);
        if (request.Method == HttpMethod.Get)
        {
            foreach (var form in document.QuerySelectorAll("form").OfType<IHtmlFormElement>())
                Take(form);
        }
    }

    private void Take(IHtmlFormElement form)
    {
        var target = new Uri(form.Action.Length > 0 ? form.Action : form.BaseUri);
        // Nor what signs the reader out in the middle of it.
        if (target.AbsolutePath is "/sign-out" or "/demo" or "/language" || form.Action.EndsWith("/account?handler=End", StringComparison.Ordinal))
            return;
        // What a browser would not send: a form without a button, or with a field still to be filled.
        if (form.QuerySelector("button:not([type=button]), input[type=submit]") is not IHtmlElement button || form.GetSubmission(button) is null)
            return;
        if (form.Method.Equals("get", StringComparison.OrdinalIgnoreCase))
            Add(new Form(form).Request().RequestUri!.PathAndQuery);
        else
            _posts.TryAdd(target.AbsolutePath + target.Query.Split("&part")[0], new Form(form).Request());
    }

    private static async Task<string> Body(HttpResponseMessage response, string type)
    {
        if (type == "text/event-stream")
        {
            await using var stream = await response.Content.ReadAsStreamAsync();
            var first = new byte[512];
            return System.Text.Encoding.UTF8.GetString(first, 0, await stream.ReadAsync(first));
        }

        return type == "application/pdf"
            ? await PdfTools.Text(await response.Content.ReadAsByteArrayAsync())
            : await response.Content.ReadAsStringAsync();
    }
}
