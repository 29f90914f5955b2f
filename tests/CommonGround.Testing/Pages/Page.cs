using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommonGround.Testing.Sql;
using Xunit;

namespace CommonGround.Testing.Pages;

/// <summary>A page as it arrived, after redirects. <see cref="Sql"/> holds the statements of all requests on the way.</summary>
public sealed record Page(
    HttpStatusCode Status,
    Uri Address,
    HttpResponseHeaders Headers,
    string Html,
    IHtmlDocument Document,
    IReadOnlyList<SqlStatement> Sql)
{
    public string Heading => Text("h1");

    /// <summary>What a reader sees at <paramref name="selector"/>, with its white space folded.</summary>
    public string Text(string selector = "main") => string.Join(' ', Element<IElement>(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    /// <summary>The texts of everything that <paramref name="selector"/> finds.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];

    public Form Form(string selector = "main form") => new(Element<IHtmlFormElement>(selector));

    public T Element<T>(string selector)
        where T : class, IElement
    {
        var found = Document.QuerySelector(selector) as T;
        Assert.True(found is not null, $"No '{selector}' on {Address} ({(int)Status}):\n{Excerpt()}");
        return found;
    }

    /// <summary>Fails with the page's text in the message, where a bare status would say nothing.</summary>
    public Page Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{Address} answered {(int)Status} and not {(int)status}:\n{Excerpt()}");
        return this;
    }

    public Page ExpectOk() => Expect(HttpStatusCode.OK);

    private string Excerpt()
    {
        var text = Document.Body?.TextContent.Trim() is { Length: > 0 } body ? body : Html;
        return text[..Math.Min(text.Length, 1_500)];
    }
}
