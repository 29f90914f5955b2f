using AngleSharp;
using AngleSharp.Html.Dom;
using CommonGround.Testing.Product;
using CommonGround.Testing.Sql;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CommonGround.Testing.Pages;

/// <summary>
/// Someone with a browser without JavaScript: keeps cookies, follows redirects, and sends forms as the HTML standard
/// says, with every field that the page put into them.
/// </summary>
/// <param name="client">Another browser than the usual one.</param>
public sealed class Visitor(ProductFactory product, HttpClient? client = null)
{
    /// <summary>The bare client, for what is not a page; it has the same cookies.</summary>
    public HttpClient Client { get; } = client ?? product.CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"),
    });

    public Task<Page> Open(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Follows the link that <paramref name="selector"/> finds.</summary>
    public Task<Page> Follow(Page page, string selector) => Open(page.Element<IHtmlAnchorElement>(selector).Href);

    /// <summary>Presses a button of the form; its first one unless told.</summary>
    public Task<Page> Submit(Form form, string? button = null)
    {
        var request = form.Request(button);
        // As browsers say of a page's own forms.
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return Send(request);
    }

    public async Task<Page> Send(HttpRequestMessage request)
    {
        var id = $"{Guid.CreateVersion7():N}";
        request.Headers.TryAddWithoutValidation(SqlCounter.RequestHeader, id);
        using var response = await Client.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();
        var address = response.RequestMessage!.RequestUri!;
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(content => content.Content(html).Address(address));
        return new Page(response.StatusCode, address, response.Headers, html, (IHtmlDocument)document, product.Sql.Take(id));
    }
}
